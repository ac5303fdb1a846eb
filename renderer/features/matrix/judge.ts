// Judging: what a theme, or one quote, says of an assumption.
import { matrixCell } from '#shared/domain/evidence/matrix';
import type { MatrixCell } from '#shared/domain/evidence/matrix';
import type { EvidenceRelation } from '#shared/model/records/evidence-link';
import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { useViewStore } from '#renderer/stores/view-store';
import { announce } from '#renderer/ui/announce';

import { currentEvidence, peopleOfVerdict, RELATION_NAMES, VERDICT_NAMES } from '../evidence/index.ts';
import { useMatrixStore } from './matrix-store.ts';

/** A cell by its theme and assumption, as it stands. Null when one of them is gone. */
export function cellNow(themeId: string, assumptionId: string): MatrixCell | null {
  const { state } = projection;
  if (!state.get('themes', themeId) || !state.get('assumptions', assumptionId)) return null;
  return matrixCell(currentEvidence().evidence, themeId, assumptionId);
}

/**
 * Judges the theme as a whole and asks for the reason in the inspector. A reason belongs to its judgement, so another
 * judgement begins without one; the same judgement again only asks for the reason.
 */
export async function judge(themeId: string, assumptionId: string, relation: EvidenceRelation): Promise<void> {
  const cell = cellNow(themeId, assumptionId);
  if (!cell) return;
  if (cell.judged?.relation !== relation) {
    await edit('setEvidence', { themeId, assumptionId, relation, reason: '' });
    announceVerdict(RELATION_NAMES[relation], assumptionId);
  }
  askReason(themeId, assumptionId);
}

/** Takes the theme's judgement away; judgements of single quotes stay. */
export async function clearJudgement(themeId: string, assumptionId: string): Promise<void> {
  if (!cellNow(themeId, assumptionId)?.judged) return;
  await edit('clearEvidence', { themeId, assumptionId });
  announceVerdict('Open again', assumptionId);
}

/** Judges one quote on its own, apart from its theme; null takes that judgement away. */
export async function judgeQuote(snippetId: string, assumptionId: string, relation: EvidenceRelation | null): Promise<void> {
  if (relation) await edit('setEvidence', { snippetId, assumptionId, relation, reason: '' });
  else await edit('clearEvidence', { snippetId, assumptionId });
  announceVerdict(
    relation ? `This quote alone: ${RELATION_NAMES[relation].toLowerCase()}` : 'This quote counts with its theme again',
    assumptionId,
  );
}

/** Brings the inspector on screen and the focus to the reason. */
export function askReason(themeId: string, assumptionId: string): void {
  useViewStore.setState({ inspectorVisible: true, selection: { kind: 'cell', themeId, assumptionId } });
  useMatrixStore.setState({ askingReason: { themeId, assumptionId } });
}

function announceVerdict(what: string, assumptionId: string): void {
  const scope = currentEvidence();
  const answer = scope.verdicts.get(assumptionId);
  if (!answer) return announce(`${what}.`);
  const people = peopleOfVerdict(scope, answer);
  announce(`${what}. The assumption is now: ${VERDICT_NAMES[answer.verdict].toLowerCase()}${people ? `, ${people}` : ''}.`);
}
