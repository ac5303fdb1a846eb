// The saturation curve: how many tags each further interview brings that none before it had.
import type { VaultReader } from '#shared/model/vault-state';

export interface SaturationStep {
  sourceId: string;
  title: string;
  heldOn: string | null;
  /** Tags met here for the first time. */
  newTags: number;
  /** Different tags met up to here. */
  allTags: number;
}

export interface Saturation {
  steps: SaturationStep[];
  /** Different tags in the first interviews, against which later ones are weighed. */
  baseTags: number;
  /** Number of interviews after which the next `run` of them bring at most `threshold` of the base; null while that is not so. */
  reachedAfter: number | null;
}

/** Base of four interviews, runs of two, a threshold of 5 %: the sizes that Guest, Namey and Chen (2020) try and recommend. */
export interface SaturationSizes {
  base: number;
  run: number;
  threshold: number;
}

export const SATURATION_SIZES: SaturationSizes = { base: 4, run: 2, threshold: 0.05 };

/**
 * Interviews in the order they were held (those without a day last, in the order they were imported). One without any tag has not been
 * coded yet and is left out: it would look like saturation. Method: Guest, G., Namey, E. and Chen, M., "A simple method to assess and report
 * thematic saturation in qualitative research", PLoS ONE 15(5), 2020: new codes of a run of interviews divided by the codes of the
 * base. Says when coding brings little that is new, not that the study is complete.
 */
export function saturation(reader: VaultReader, { base, run, threshold }: SaturationSizes = SATURATION_SIZES): Saturation {
  const seen = new Set<string>();
  const steps: SaturationStep[] = [];
  for (const source of inOrder(reader)) {
    const tags = new Set(
      reader
        .referring('sources', source.id, 'snippets')
        .flatMap(({ id }) => reader.referring('snippets', id, 'taggings').map(({ tagId }) => tagId)),
    );
    if (tags.size === 0) continue;
    const newTags = [...tags].filter((tagId) => !seen.has(tagId)).length;
    for (const tagId of tags) seen.add(tagId);
    steps.push({ sourceId: source.id, title: source.title, heldOn: source.heldOn, newTags, allTags: seen.size });
  }
  const baseTags = steps[base - 1]?.allTags ?? 0;
  return { steps, baseTags, reachedAfter: reached(steps, baseTags, { base, run, threshold }) };
}

function reached(steps: readonly SaturationStep[], baseTags: number, { base, run, threshold }: SaturationSizes): number | null {
  if (baseTags === 0) return null;
  for (let from = base; from + run <= steps.length; from += 1) {
    const fresh = steps.slice(from, from + run).reduce((sum, { newTags }) => sum + newTags, 0);
    if (fresh / baseTags <= threshold) return from;
  }
  return null;
}

function inOrder(reader: VaultReader) {
  const interviews = [...reader.all('sources').values()].filter(({ kind }) => kind === 'interview');
  const key = ({ heldOn, importedAt }: (typeof interviews)[number]): string => `${heldOn ?? '9999-12-31'} ${importedAt}`;
  return interviews.sort((left, right) => (key(left) < key(right) ? -1 : key(left) > key(right) ? 1 : left.id < right.id ? -1 : 1));
}
