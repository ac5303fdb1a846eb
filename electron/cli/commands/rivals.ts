// `rivals`: sets of assumptions that cannot all be true, ranked by what speaks against each.
import { createEvidenceScope } from '#shared/domain/evidence/evidence-scope';
import { analyseRivals, type RivalAnalysis } from '#shared/domain/evidence/rival-analysis';
import { loadTurnSpeakers } from '#core/services/turn-speakers';
import type { Vault } from '#core/vault/vault';

import type { CliCommand } from '../command-line.ts';

export const rivalsCommand: CliCommand = {
  usage: 'rivals <vault> [--json]',
  least: 1,
  run: (line) =>
    line.withVaultToRead(async (vault) => {
      const scope = createEvidenceScope(vault.state, { turnSpeakers: await loadTurnSpeakers(vault) });
      const sets = [...vault.state.all('rivalSets').values()];
      for (const set of sets) {
        const analysis = analyseRivals(scope, set);
        line.print(asJson(vault, analysis), inWords(vault, analysis));
      }
      if (sets.length === 0) line.say('No assumptions are set against each other yet.');
    }),
};

const statementOf = (vault: Vault, assumptionId: string): string => vault.state.get('assumptions', assumptionId)?.statement ?? '';

function asJson(vault: Vault, { set, rows, ranking, telling, open }: RivalAnalysis) {
  const rowOf = new Map(rows.map((row) => [row.row.id, row]));
  return {
    rivalSetId: set.id,
    name: set.name,
    ranking: ranking.map(({ assumptionId, rank, inconsistency, plain, against }) => ({
      rank,
      assumptionId,
      assumption: statementOf(vault, assumptionId),
      inconsistency,
      plainInconsistency: plain,
      rowsAgainst: against,
    })),
    rows: telling.flatMap((id) => {
      const found = rowOf.get(id);
      if (!found) return [];
      const { row, statement, cells, diagnosticity } = found;
      const marks = Object.fromEntries(set.assumptionIds.map((assumptionId, index) => [assumptionId, cells[index] ?? null]));
      const { themeId, credibility, relevance } = row;
      return [{ rowId: id, statement, themeId, credibility, relevance, diagnosticity, marks }];
    }),
    open,
  };
}

function inWords(vault: Vault, { set, ranking, open }: RivalAnalysis): string {
  const lines = ranking.map(
    ({ rank, assumptionId, inconsistency }) => `  ${rank}. ${statementOf(vault, assumptionId)} (${inconsistency.toFixed(4)} against)`,
  );
  const left = open > 0 ? [`  ${open} marks are open.`] : [];
  return [`${set.name}: what has least against it comes first.`, ...lines, ...left].join('\n');
}
