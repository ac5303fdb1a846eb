// `agreement`: how far two coders of a study agree, tag by tag, and where they do not.
import { codedByBoth, rangesByTag, requireTwoCoders } from '#shared/domain/agreement/coded-sources';
import { type CodedSource, compareCoders } from '#shared/domain/agreement/compare-coders';
import { disagreements } from '#shared/domain/agreement/disagreements';
import { AGREEMENT_UNITS, type AgreementUnit } from '#shared/model/agreement-units';
import { AppError } from '#shared/lib/app-error';
import { countNoun } from '#shared/lib/text';

import type { CliCommand, CommandLine } from '../command-line.ts';

export const agreementCommand: CliCommand = {
  usage: 'agreement <vault> [--coders <name,name>] [--unit character|sentence|turn] [--coded-only] [--json]',
  least: 1,
  run: (line) =>
    line.withVaultToRead(async (vault) => {
      const { state } = vault;
      const given = line.options['coders'];
      const coders = requireTwoCoders(state, typeof given === 'string' ? given.split(',').map((name) => name.trim()) : null);
      const sourceIds = codedByBoth(state, coders);
      if (sourceIds.length === 0) throw new AppError('conflict', `${coders.join(' and ')} have no interview in common that both coded.`);
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
