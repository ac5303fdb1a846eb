// The researcher's words and shapes for judgements and verdicts; stakeholders read others (stakeholder-words.ts).
import type { Verdict } from '#shared/domain/evidence/decide-verdict';
import type { CellRelation } from '#shared/domain/evidence/matrix';

import type { EvidenceShape } from '../../ui/EvidenceGlyph.tsx';

export const RELATION_NAMES: { readonly [R in CellRelation]: string } = {
  supports: 'Supports',
  contradicts: 'Contradicts',
  mixed: 'Mixed',
  refines: 'Refines',
  'not-relevant': 'Not relevant',
  open: 'Open',
};

export const VERDICT_NAMES: { readonly [V in Verdict]: string } = {
  supported: 'Supported',
  contradicted: 'Contradicted',
  mixed: 'Mixed',
  thin: 'Thin',
  'asked but nobody raised it': 'Asked, not raised',
  'not tested': 'Not tested',
};

export const VERDICT_SHAPES: { readonly [V in Verdict]: EvidenceShape } = {
  supported: 'supports',
  contradicted: 'contradicts',
  mixed: 'mixed',
  thin: 'thin',
  'asked but nobody raised it': 'asked',
  'not tested': 'open',
};

/** `1 for, 6 against`; those who refine are added when there are any. */
export function countsInWords(people: { supporting: number; contradicting: number; refining: number }): string {
  const sides = people.supporting + people.contradicting > 0 ? [`${people.supporting} for, ${people.contradicting} against`] : [];
  return [...sides, ...(people.refining > 0 ? [`${people.refining} refine`] : [])].join(', ');
}
