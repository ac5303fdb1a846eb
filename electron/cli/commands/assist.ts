// `code`: passages that fit words, a pattern or a tag's snippets, shown or tagged. `propose-tags`: tags for snippets that have none.
import { findPassagesInStudy } from '#core/services/assisted-coding';
import { TagProposals } from '#core/services/tag-proposals';
import { AppError } from '#shared/lib/app-error';
import { PASSAGE_UNITS, type PassageUnit } from '#shared/model/passage-units';
import type { Tag } from '#shared/model/records/tag';
import type { VaultReader } from '#shared/model/vault-state';
import type { PassageRequest, ProposedPassage } from '#shared/rpc/assist-answers';

import type { CliCommand, CommandLine } from '../command-line.ts';
import { untilStopped } from '../until-stopped.ts';

export const codePassages: CliCommand = {
  usage:
    'code <vault> --text <words> | --pattern <regular expression> | --like <tag>  [--tag <tag>] [--unit words|sentence|turn] [--everybody] [--apply] [--json]',
  least: 1,
  run: (line) =>
    untilStopped((signal) => {
      const job = { signal, report: () => undefined };
      const find = async (vault: Parameters<Parameters<CommandLine['withVault']>[0]>[0]): Promise<ProposedPassage[]> => {
        const { passages, cutOff } = await findPassagesInStudy(vault, line.background, job, requestOf(line, vault.state));
        for (const passage of passages) printPassage(line, passage, vault.state.get('sources', passage.sourceId)?.title ?? '');
        if (cutOff) line.say(`Only the first ${passages.length} were looked for. Look for something rarer.`);
        return passages;
      };
      if (line.options['apply'] !== true) return line.withVaultToRead(async (vault) => void (await find(vault)));
      const name = text(line, 'tag');
      if (name === null) throw new AppError('bad-input', 'Say with --tag which tag the passages get. Nothing was changed.');
      return line.withVault(async (vault) => {
        const passages = (await find(vault)).map(({ sourceId, range }) => ({ sourceId, range }));
        if (passages.length === 0) return line.say('Nothing was found, and nothing was changed.');
        const tag = tagNamed(vault.state, name);
        await vault.edit('tagPassages', { passages, ...(tag ? { tagIds: [tag.id] } : { newTag: { name } }) }, { job });
        line.say(`Tagged ${passages.length} passages “${name}”. One undo takes it back.`);
      });
    }),
};

export const proposeTagsCommand: CliCommand = {
  usage: 'propose-tags <vault> [--text <words>] [--json]',
  least: 1,
  run: (line) =>
    line.withVaultToRead(async (vault) => {
      const proposals = new TagProposals();
      const say = async (words: string, snippetId: string | null): Promise<void> => {
        for (const { tagId, share, because } of await proposals.propose(vault, words, snippetId)) {
          const { name } = vault.state.require('tags', tagId);
          const like = because.map(({ snippetId: id }) => id);
          const shared = [...new Set(because.flatMap((one) => one.words))];
          line.print(
            { snippet: snippetId, tag: tagId, name, share: Math.round(share * 1000) / 1000, like, words: shared },
            `${snippetId ?? words}: ${name} (${Math.round(share * 100)} %, ${shared.join(', ')})`,
          );
        }
      };
      const words = text(line, 'text');
      if (words !== null) return say(words, null);
      for (const { id, quote } of vault.state.all('snippets').values())
        if (vault.state.referring('snippets', id, 'taggings').length === 0) await say(quote, id);
    }),
};

function text(line: CommandLine, option: string): string | null {
  const value = line.options[option];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function requestOf(line: CommandLine, state: VaultReader): PassageRequest {
  const [words, pattern, like] = [text(line, 'text'), text(line, 'pattern'), text(line, 'like')];
  if ([words, pattern, like].filter((one) => one !== null).length !== 1)
    throw new AppError('bad-input', 'Say one thing to look for: --text, --pattern or --like.');
  const unit = text(line, 'unit') ?? 'sentence';
  if (!PASSAGE_UNITS.some((each) => each === unit))
    throw new AppError('bad-input', `There is no unit “${unit}”. Use ${PASSAGE_UNITS.join(', ')}.`);
  const name = text(line, 'tag');
  return {
    search:
      words !== null
        ? { kind: 'text', text: words }
        : pattern !== null
          ? { kind: 'pattern', pattern }
          : { kind: 'like', tagId: likeTag(state, like) },
    unit: unit as PassageUnit,
    everybody: line.options['everybody'] === true,
    tagId: (name === null ? undefined : tagNamed(state, name))?.id ?? null,
  };
}

function likeTag(state: VaultReader, name: string | null): string {
  const tag = tagNamed(state, name ?? '');
  if (!tag) throw new AppError('not-found', `There is no tag “${name}”.`);
  return tag.id;
}

/** By id or by name, without regard to case. */
function tagNamed(state: VaultReader, name: string): Tag | undefined {
  const wanted = name.trim().toLowerCase();
  return state.get('tags', name) ?? [...state.all('tags').values()].find((tag) => tag.name.toLowerCase() === wanted);
}

function printPassage(line: CommandLine, passage: ProposedPassage, title: string): void {
  const { sourceId, range, quote, speaker, startMs, words } = passage;
  line.print(
    { source: sourceId, title, ...range, speaker, startMs, quote, words },
    `${title}, turn ${range.startTurn + 1}${speaker === null ? '' : `, ${speaker}`}: ${quote.replaceAll('\n', ' ')}`,
  );
}
