// `agreement`: how far two coders of a study agree, tag by tag, and where they do not.
import { AGREEMENT_UNITS, type AgreementUnit, type CodedSource, compareCoders } from '#shared/domain/agreement/compare-coders';
import { codersOf, disagreements } from '#shared/domain/agreement/disagreements';
import { AppError } from '#shared/lib/app-error';
import { countNoun } from '#shared/lib/text';
import type { TextRange } from '#shared/model/records/snippet';
import type { VaultReader } from '#shared/model/vault-state';

import type { CliCommand, CommandLine } from '../command-line.ts';

export const agreementCommand: CliCommand = {
  usage: 'agreement <vault> [--coders <name,name>] [--unit character|sentence|turn] [--coded-only] [--json]',
  least: 1,
  run: (line) =>
    line.withVaultToRead(async (vault) => {
      const { state } = vault;
      const coders = chosenCoders(line, state);
      const sourceIds = codedByBoth(state, coders);
      const unit = chosenUnit(line);
      const sources: CodedSource[] = [];
      for (const id of sourceIds) sources.push({ turns: await vault.turns(id), tags: rangesByTag(state, id, coders) });
      const codedOnly = line.options['coded-only'] === true;
      const nameOf = (tagId: string | null): string => (tagId === null ? 'All tags' : (state.get('tags', tagId)?.name ?? tagId));
      line.say(
        `${coders.join(' and ')}, in ${countNoun(sources.length, 'interview', 'interviews')} that both coded, by ${unit}${codedOnly ? ', without text that neither coded' : ''}.`,
      );
      for (const figures of compareCoders(sources, unit, codedOnly)) {
        const { percent, kappa, alpha } = figures;
        const name = nameOf(figures.tagId);
        line.print(
          { tag: figures.tagId, name, coders, unit, codedOnly, ...figures.table, percent, kappa, alpha },
          `${name}: ${inWords(percent, 'agreement')}, ${inWords(kappa, 'kappa')}, ${inWords(alpha, 'alpha')}`,
        );
      }
      for (const { sourceId, snippetId, tagId, by, otherTagIds } of disagreements(state, sourceIds, coders)) {
        const { quote } = state.require('snippets', snippetId);
        const others = otherTagIds.map(nameOf);
        line.print(
          { disagreement: snippetId, source: sourceId, tag: tagId, name: nameOf(tagId), by, others, quote },
          `  ${state.get('sources', sourceId)?.title ?? ''}: ${by} has “${nameOf(tagId)}”, the other ${others.length === 0 ? 'nothing' : others.join(', ')}: ${quote.slice(0, 80)}`,
        );
      }
    }),
};

const inWords = (figure: number | null, name: string): string => `${name} ${figure === null ? 'not defined' : figure.toFixed(3)}`;

function chosenUnit(line: CommandLine): AgreementUnit {
  const unit = line.options['unit'] ?? 'sentence';
  const known = AGREEMENT_UNITS.find((each) => each === unit);
  if (!known) throw new AppError('bad-input', `There is no unit “${String(unit)}”. Use ${AGREEMENT_UNITS.join(', ')}.`);
  return known;
}

function chosenCoders(line: CommandLine, state: VaultReader): [string, string] {
  const given = line.options['coders'];
  const all = codersOf(state);
  const names = typeof given === 'string' ? given.split(',').map((name) => name.trim()) : all.slice(0, 2);
  const stranger = names.find((name) => !all.includes(name));
  if (stranger !== undefined) throw new AppError('not-found', `“${stranger}” tagged nothing in this study. Coders are ${all.join(', ')}.`);
  const [first, second] = names;
  if (first === undefined || second === undefined || first === second || names.length > 2)
    throw new AppError(
      'conflict',
      `Agreement takes two coders. In this study ${countNoun(all.length, 'person has', 'people have')} tagged something.`,
    );
  return [first, second];
}

function codedByBoth(state: VaultReader, coders: readonly [string, string]): string[] {
  const by = (sourceId: string): Set<string> =>
    new Set(
      state
        .referring('sources', sourceId, 'snippets')
        .flatMap(({ id }) => state.referring('snippets', id, 'taggings').map((tagging) => tagging.by)),
    );
  const ids = [...state.all('sources').keys()].filter((id) => coders.every((coder) => by(id).has(coder)));
  if (ids.length === 0) throw new AppError('conflict', `${coders.join(' and ')} have no interview in common that both coded.`);
  return ids;
}

function rangesByTag(state: VaultReader, sourceId: string, coders: readonly [string, string]): CodedSource['tags'] {
  const tags = new Map<string, [TextRange[], TextRange[]]>();
  for (const { id, range } of state.referring('sources', sourceId, 'snippets')) {
    for (const { tagId, by } of state.referring('snippets', id, 'taggings')) {
      const place = coders.indexOf(by);
      if (place < 0) continue;
      const ranges = tags.get(tagId) ?? [[], []];
      ranges[place === 0 ? 0 : 1].push(range);
      tags.set(tagId, ranges);
    }
  }
  return tags;
}
