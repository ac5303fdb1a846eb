// `search`: words in the transcripts as they stand; with --everything as the search box finds them, in everything in the study.
import { PlainSearch } from '#core/services/search/plain-search';

import { noIndexStore } from '#core/services/search/index-store';
import { SearchService } from '#core/services/search/search-service';
import type { Vault } from '#core/vault/vault';

import type { CliCommand, CommandLine } from '../command-line.ts';

const LIMIT = 1000;
/** Of each kind, unless a limit is given. */
const FIRST = 20;

export const searchCommand: CliCommand = {
  usage: 'search <vault> <words> [--everything] [--limit N] [--json]',
  least: 2,
  run: (line) =>
    line.withVaultToRead(async (vault) => {
      const given = Number(line.options['limit'] ?? LIMIT);
      const limit = Number.isInteger(given) && given > 0 ? given : LIMIT;
      const query = line.words.slice(1).join(' ');
      if (line.options['everything']) return searchEverything(line, vault, query, line.options['limit'] === undefined ? FIRST : limit);
      const { matches, total } = await new PlainSearch().find(vault, query, limit);
      for (const match of matches) {
        const source = vault.state.get('sources', match.sourceId);
        line.print(
          {
            source: match.sourceId,
            title: source?.title ?? '',
            turn: match.turn,
            speaker: match.speaker,
            startMs: match.startMs,
            startOffset: match.startOffset,
            endOffset: match.endOffset,
            context: match.context,
          },
          `${source?.title ?? ''}, turn ${match.turn + 1}: ${match.context}`,
        );
      }
      if (total > matches.length) line.say(`${total} places in all; ${matches.length} shown.`);
      if (total === 0) line.say(`No transcript contains “${query}”.`);
    }),
};

async function searchEverything(line: CommandLine, vault: Vault, query: string, limit: number): Promise<void> {
  const service = new SearchService(line.program.workerUrl, noIndexStore);
  try {
    await service.prepare(vault).ready;
    const { groups, corrections, unknown, anyWord } = await service.find(vault, query, limit);
    for (const { kind, total, places } of groups) {
      for (const { id, context, marks, turn } of places) {
        line.print({ kind, id, context, marks, ...turn }, `${kind} ${id}${turn ? `, turn ${turn.turn + 1}` : ''}: ${context}`);
      }
      if (total > places.length) line.say(`${total} of the kind ${kind} in all; ${places.length} shown.`);
    }
    if (anyWord) line.say('Nothing holds all of these words; this is what holds any of them.');
    for (const { typed, words } of corrections) line.say(`“${typed}” is rare here; also searched for ${words.join(', ')}.`);
    for (const { name, value } of unknown) line.say(`No ${name} is called “${value}”.`);
    if (groups.length === 0) line.say(`Nothing holds “${query}”.`);
  } finally {
    service.clear();
  }
}
