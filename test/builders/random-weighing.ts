// Random inputs of what is added by hand to verdicts.
import { VERDICTS } from '#shared/model/verdicts';
import type { VaultReader } from '#shared/model/vault-state';

import { some } from './some-record.ts';

/** Inputs of what is added by hand to verdicts. */
export function weighingInputs(reader: VaultReader, [a = 0, b = 0, c = 0, d = 0]: number[], text: string): Record<string, unknown> {
  const assumptionId = some(reader, 'assumptions', b);
  const sets = [...reader.all('rivalSets').values()];
  const marked = sets.filter(({ rows }) => rows.length > 0);
  const set = marked[a % Math.max(1, marked.length)] ?? sets[0];
  const rivalSetId = set?.id ?? 'nobody';
  const rowId = set?.rows[c % Math.max(1, set.rows.length)]?.id ?? 'nobody';
  const rivals = { name: text, assumptionIds: [assumptionId, some(reader, 'assumptions', b + 1)] };
  const overridden = [...reader.all('assumptions').values()].filter(({ override }) => override);
  const component = { concern: 'minor', reason: text };
  const components = { methodological: component, coherence: component, adequacy: component, relevance: component };
  const about = d % 2 ? { assumptionId } : { themeId: some(reader, 'themes', c) };
  return {
    overrideVerdict: { assumptionId, verdict: VERDICTS[c % VERDICTS.length], reason: text },
    useCountedVerdict: { assumptionId: overridden[a % Math.max(1, overridden.length)]?.id ?? 'nobody' },
    noteAskedIn: { assumptionId, sourceIds: c % 3 ? [some(reader, 'sources', a)] : [] },
    logCounterSearch: { assumptionId, lookedFor: text, found: c % 2 ? text : '' },
    removeCounterSearch: { counterSearchId: some(reader, 'counterSearches', a) },
    addRivalSet: rivals,
    updateRivalSet: { rivalSetId, ...rivals },
    removeRivalSet: { rivalSetId },
    setRivalRow: { rivalSetId, ...(d % 2 ? { rowId, credibility: 'high' } : { statement: text }) },
    removeRivalRow: { rivalSetId, rowId },
    setRivalMark: { rivalSetId, rowId, assumptionId: set?.assumptionIds[d % 2] ?? 'nobody', mark: c % 3 ? 'II' : null },
    setConfidence: { ...about, ...components, overall: 'moderate' },
    clearConfidence: about,
  };
}
