// `matrix`: themes against assumptions, cell by cell; early warnings and what to ask next. `confidence`: how far each can be relied on.
import { arrangeMatrix, type ArrangedMatrix, SORTS } from '#shared/domain/evidence/arrange-matrix';
import { earlyWarnings, nextQuestions, notHeardYet } from '#shared/domain/evidence/ask-next';
import { factsOfTheme, factsOfVerdict } from '#shared/domain/evidence/confidence-facts';
import { createEvidenceScope, type EvidenceScope } from '#shared/domain/evidence/evidence-scope';
import { evidenceMatrix, matrixThemes } from '#shared/domain/evidence/matrix';
import { proposeConfidence } from '#shared/domain/evidence/propose-confidence';
import { allVerdicts } from '#shared/domain/evidence/verdict';
import { loadTurnSpeakers } from '#core/services/turn-speakers';
import type { Confidence } from '#shared/model/records/confidence';
import type { Vault } from '#core/vault/vault';

import type { CliCommand, CommandLine } from '../command-line.ts';
import { inOrder } from './verdicts.ts';

export const matrixCommand: CliCommand = {
  usage: `matrix <vault> [--sort ${SORTS.join('|')}] [--json]`,
  least: 1,
  run: (line) =>
    line.withVaultToRead(async (vault) => {
      const scope = await scopeOf(vault);
      const sort = SORTS.find((each) => each === line.options['sort']) ?? 'board';
      const arranged = arrangeMatrix(evidenceMatrix(vault.state, { scope }), sort, new Set());
      printRows(line, arranged);
      const verdicts = allVerdicts(vault.state, { scope, today: line.now().slice(0, 10) });
      for (const { assumption, contradicting, answer } of earlyWarnings(arranged.columns, verdicts)) {
        line.print(
          {
            warning: 'contradicted by several people',
            assumptionId: assumption.id,
            assumption: assumption.statement,
            contradicting,
            verdict: answer.verdict,
          },
          `Early warning: ${contradicting} people contradict “${assumption.statement}” (now ${answer.verdict}).`,
        );
      }
      for (const { assumption, questions, because } of nextQuestions(arranged.columns, verdicts)) {
        line.print(
          { askNext: assumption.id, assumption: assumption.statement, questions, because, notHeardYet: notHeardYet(vault.state).length },
          `Ask next on “${assumption.statement}”: ${questions.join(' ')} ${because}`,
        );
      }
    }),
};

function printRows(line: CommandLine, { rows }: ArrangedMatrix): void {
  for (const { row, cells } of rows) {
    const { theme, people } = row;
    line.print(
      {
        theme: theme.name,
        themeId: theme.id,
        people: people.length,
        cells: cells.map(({ assumptionId, relation, people: sides, judged, reason }) => ({
          assumptionId,
          relation,
          people: sides,
          strength: judged?.strength ?? null,
          reason,
        })),
      },
      `${theme.name || 'Unnamed cluster'} (${people.length} people): ${cells.filter(({ relation }) => relation !== 'open').length} of ${cells.length} judged`,
    );
  }
}

export const confidenceCommand: CliCommand = {
  usage: 'confidence <vault> [--json]',
  least: 1,
  run: (line) =>
    line.withVaultToRead(async (vault) => {
      const today = line.now().slice(0, 10);
      const scope = await scopeOf(vault);
      const verdicts = allVerdicts(vault.state, { scope, today });
      for (const theme of matrixThemes(scope)) {
        const confirmed = vault.state.referring('themes', theme.id, 'confidences')[0] ?? null;
        print(
          line,
          { themeId: theme.id, theme: theme.name },
          theme.name || 'Unnamed cluster',
          confirmed,
          factsOfTheme(scope, theme.id, today),
        );
      }
      for (const { assumption } of inOrder(vault)) {
        const answer = verdicts.get(assumption.id);
        if (!answer) continue;
        const confirmed = vault.state.referring('assumptions', assumption.id, 'confidences')[0] ?? null;
        const about = { assumptionId: assumption.id, assumption: assumption.statement, verdict: answer.verdict };
        print(line, about, assumption.statement, confirmed, factsOfVerdict(scope, answer));
      }
    }),
};

async function scopeOf(vault: Vault): Promise<EvidenceScope> {
  return createEvidenceScope(vault.state, { turnSpeakers: await loadTurnSpeakers(vault) });
}

function print(
  line: CommandLine,
  about: object,
  name: string,
  confirmed: Confidence | null,
  facts: Parameters<typeof proposeConfidence>[0],
): void {
  const proposed = proposeConfidence(facts);
  const level = confirmed ? `${confirmed.overall} (confirmed)` : `${proposed.overall} (proposed)`;
  line.print(
    { ...about, confirmed, proposed, facts },
    `${name}: ${level.replace('-', ' ')}. ${proposed.adequacy.reason} ${proposed.coherence.reason}`,
  );
}
