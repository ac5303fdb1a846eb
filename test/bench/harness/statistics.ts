// Medians and percentiles of measured samples.

/** The value below which a share of the samples lies (nearest rank); NaN for none. @param share 0 to 1. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The middle sample, the mean of the two middle ones when their number is even; NaN for none. */
export function median(samples: readonly number[]): number {
  const sorted = samples.toSorted((left, right) => left - right);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

/** Three digits that count: enough for a figure that moves by tenths from run to run. */
export function significant(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(3)) : value;
}
