// What people added to the verdicts of the sample study: where it was asked, searches, a verdict by hand, rivals, confidence.
import { factsOfTheme, factsOfVerdict } from '#shared/domain/evidence/confidence-facts';
import { createEvidenceScope } from '#shared/domain/evidence/evidence-scope';
import { proposeConfidence } from '#shared/domain/evidence/propose-confidence';
import { verdictOf } from '#shared/domain/evidence/verdict';
import type { Verdict } from '#shared/model/verdicts';

import type { Vault } from '../vault/vault.ts';

/** As it stands in the file of the sample study: everything by its key. */
export interface SampleWeighing {
  targetSegment: string;
  asked: { assumption: string; files: string[] }[];
  searches: { assumption: string; lookedFor: string; found: string }[];
  overrides: { assumption: string; verdict: Verdict; reason: string }[];
  /** Judgements of a theme that speak exactly to the statement. */
  strong: { theme: string; assumption: string }[];
  rivals: { name: string; assumptions: string[]; evidence: string[] }[];
  /** Where the proposal was confirmed as it is. */
  confidence: { assumption?: string; theme?: string }[];
}

/** Finds the id of a key, in the collection that the first word names. */
export type FindId = (of: 'segments' | 'sources' | 'themes' | 'assumptions', key: string) => string;

/** Day on which confidence was judged: shortly after the last interview of the sample. */
const JUDGED_ON = '2026-06-15';

/** Fills it in by the same edits that a person makes. */
export async function fillWeighing(vault: Vault, weighing: SampleWeighing, find: FindId): Promise<void> {
  await vault.edit('updateStudy', { targetSegmentId: find('segments', weighing.targetSegment) });
  for (const { assumption, files } of weighing.asked) {
    const sourceIds = files.map((file) => find('sources', file));
    await vault.edit('noteAskedIn', { assumptionId: find('assumptions', assumption), sourceIds });
  }
  for (const { assumption, ...search } of weighing.searches) {
    await vault.edit('logCounterSearch', { assumptionId: find('assumptions', assumption), ...search });
  }
  for (const { assumption, ...override } of weighing.overrides) {
    await vault.edit('overrideVerdict', { assumptionId: find('assumptions', assumption), ...override });
  }
  for (const { theme, assumption } of weighing.strong) await strengthen(vault, find('themes', theme), find('assumptions', assumption));
  for (const { name, assumptions, evidence } of weighing.rivals) {
    const { result } = await vault.edit('addRivalSet', { name, assumptionIds: assumptions.map((key) => find('assumptions', key)) });
    for (const statement of evidence) await vault.edit('setRivalRow', { rivalSetId: result.rivalSetId, statement });
  }
  for (const { assumption, theme } of weighing.confidence) {
    if (assumption !== undefined) await confirm(vault, { assumptionId: find('assumptions', assumption) });
    if (theme !== undefined) await confirm(vault, { themeId: find('themes', theme) });
  }
}

async function strengthen(vault: Vault, themeId: string, assumptionId: string): Promise<void> {
  const link = vault.state.referring('themes', themeId, 'evidenceLinks').find((each) => each.assumptionId === assumptionId);
  if (!link) throw new Error('the sample study calls a judgement strong that it does not hold');
  await vault.edit('setEvidence', { themeId, assumptionId, relation: link.relation, reason: link.reason, strength: 'strong' });
}

async function confirm(vault: Vault, about: { themeId?: string; assumptionId?: string }): Promise<void> {
  const scope = createEvidenceScope(vault.state);
  const facts =
    about.assumptionId === undefined
      ? factsOfTheme(scope, about.themeId ?? '', JUDGED_ON)
      : factsOfVerdict(scope, verdictOf(vault.state, about.assumptionId, { scope, today: JUDGED_ON }));
  await vault.edit('setConfidence', { ...about, ...proposeConfidence(facts) });
}
