// `query`: the snippets for which a condition holds, people counted first.
import { createPeopleOf } from '#shared/domain/evidence/participants-of';
import { exportedText } from '#shared/domain/exchange/mask-rows';
import { tagPath } from '#shared/domain/exchange/study-tables';
import { parseQuery } from '#shared/domain/query/parse-query';
import { AppError } from '#shared/lib/app-error';
import { countNoun } from '#shared/lib/text';
import type { Condition } from '#shared/model/records/query';
import type { Snippet } from '#shared/model/records/snippet';
import { csvText } from '#core/exchange/write-tables';
import { queryStudy } from '#core/services/query-service';
import type { Vault } from '#core/vault/vault';

import type { CliCommand, CommandLine } from '../command-line.ts';
import { writeOut } from '../write-out.ts';

export const queryCommand: CliCommand = {
  usage: 'query <vault> --where <condition, JSON or the name of a saved query> [--format csv|json] [--out <file>] [--names] [--json]',
  least: 1,
  run: (line) =>
    line.withVaultToRead(async (vault) => {
      const { format = 'json', out } = line.options;
      if (format !== 'csv' && format !== 'json') throw new AppError('bad-input', 'Say --format csv or json.');
      const { snippets, people } = await queryStudy(vault, conditionOf(vault, line));
      const found = describer(vault, exportedText(vault.state, line.options['names'] ? 'names' : 'pseudonyms'));
      const rows = snippets.map(found);
      const text = format === 'csv' ? csvText([HEADING, ...rows.map(cellsOf)]) : `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`;
      if (typeof out === 'string') await writeOut(out, text, 'The answer');
      else if (format === 'csv') line.streams.stdout.write(text);
      else for (const row of rows) line.print(row, `${row.participants.join(', ')} (${row.title}): ${row.quote}`);
      line.say(`${countNoun(people.length, 'person', 'people')}, ${countNoun(snippets.length, 'snippet', 'snippets')}.`);
    }),
};

/** The name of a saved query, or a condition. */
function conditionOf(vault: Vault, line: CommandLine): Condition {
  const { where } = line.options;
  if (typeof where !== 'string') {
    throw new AppError(
      'bad-input',
      "Say what is asked for: --where 'tag:Pricing and not segment:SMB', JSON, or the name of a saved query.",
    );
  }
  const saved = [...vault.state.all('queries').values()].find(({ name, id }) => name === where || id === where);
  return saved ? saved.where : parseQuery(vault.state, where);
}

interface FoundSnippet {
  id: string;
  quote: string;
  participants: string[];
  segments: string[];
  source: string;
  title: string;
  turn: number;
  tags: string[];
  note: string;
}

const HEADING = ['Quote', 'Participant', 'Segment', 'Source', 'Turn', 'Tags', 'Note', 'Id'];

const cellsOf = (row: FoundSnippet): (string | number)[] => [
  row.quote,
  row.participants.join('; '),
  row.segments.join('; '),
  row.title,
  row.turn,
  row.tags.join('; '),
  row.note,
  row.id,
];

/** People appear under their pseudonyms, in quotes and notes as well unless names are asked for; turns are counted from one. */
function describer({ state }: Vault, exported: (text: string) => string): (snippet: Snippet) => FoundSnippet {
  const peopleOf = createPeopleOf(state);
  return (snippet) => {
    const people = peopleOf(snippet).flatMap((key) => state.get('participants', key) ?? []);
    const segments = people.flatMap(({ segmentId }) => (segmentId === null ? [] : (state.get('segments', segmentId)?.name ?? [])));
    return {
      id: snippet.id,
      quote: exported(snippet.quote),
      participants: people.map(({ pseudonym }) => pseudonym),
      segments: [...new Set(segments)],
      source: snippet.sourceId,
      title: exported(state.get('sources', snippet.sourceId)?.title ?? ''),
      turn: snippet.range.startTurn + 1,
      tags: state
        .referring('snippets', snippet.id, 'taggings')
        .map(({ tagId }) => tagPath(state, tagId))
        .sort(),
      note: exported(snippet.note),
    };
  };
}
