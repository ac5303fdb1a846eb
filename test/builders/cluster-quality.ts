// How well a grouping agrees with known labels: V-measure and adjusted Rand index.

/** Table of how often each label meets each group, with its margins. */
interface Contingency {
  total: number;
  cells: number[];
  labelSums: number[];
  groupSums: number[];
}

function contingency(labels: readonly unknown[], groups: readonly unknown[]): Contingency {
  if (labels.length !== groups.length) throw new Error(`${labels.length} labels but ${groups.length} groups.`);
  const pairs = labels.map((label, index) => JSON.stringify([label, groups[index]]));
  return { total: labels.length, cells: counts(pairs), labelSums: counts(labels), groupSums: counts(groups) };
}

function counts(values: readonly unknown[]): number[] {
  const found = new Map<unknown, number>();
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
  return [...found.values()];
}

function entropy(sums: readonly number[], total: number): number {
  return sums.reduce((sum, count) => sum - (count / total) * Math.log(count / total), 0);
}

/**
 * V-measure with beta 1 (Rosenberg & Hirschberg 2007): harmonic mean of homogeneity and completeness, 0..1.
 * Labels and groups are compared by value; their order does not matter.
 */
export function vMeasure(labels: readonly unknown[], groups: readonly unknown[]): number {
  const { total, cells, labelSums, groupSums } = contingency(labels, groups);
  const ofLabels = entropy(labelSums, total);
  const ofGroups = entropy(groupSums, total);
  const shared = ofLabels + ofGroups - entropy(cells, total);
  const homogeneity = ofLabels === 0 ? 1 : shared / ofLabels;
  const completeness = ofGroups === 0 ? 1 : shared / ofGroups;
  return homogeneity + completeness === 0 ? 0 : (2 * homogeneity * completeness) / (homogeneity + completeness);
}

/** Rand index adjusted for chance (Hubert & Arabie 1985): 1 for equal groupings, about 0 for random ones. */
export function adjustedRandIndex(labels: readonly unknown[], groups: readonly unknown[]): number {
  const { total, cells, labelSums, groupSums } = contingency(labels, groups);
  const pairs = (sums: readonly number[]): number => sums.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
  const together = pairs(cells);
  const expected = (pairs(labelSums) * pairs(groupSums)) / pairs([total]);
  const most = (pairs(labelSums) + pairs(groupSums)) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

/** The middle value; the mean of the two middle ones for an even count. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) throw new Error('No values, no median.');
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
