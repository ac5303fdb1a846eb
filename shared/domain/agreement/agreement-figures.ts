// Figures of agreement between coders: percent agreement, Cohen's kappa and Krippendorff's alpha.

/** What two coders decided about a number of units, counted (or weighed) by how they decided. */
export interface DecisionTable {
  both: number;
  onlyFirst: number;
  onlySecond: number;
  neither: number;
}

/** Units with the same decisions of all coders: how many there are, and each coder's value; null where a coder did not decide. */
export interface DecidedUnits<Value> {
  weight: number;
  values: readonly (Value | null)[];
}

/** A table in which nothing was counted yet. */
export const emptyTable = (): DecisionTable => ({ both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 });

const sizeOf = ({ both, onlyFirst, onlySecond, neither }: DecisionTable): number => both + onlyFirst + onlySecond + neither;

/** Part of the units about which both decided alike, 0 to 1; null without units. */
export function percentAgreement(table: DecisionTable): number | null {
  const all = sizeOf(table);
  return all === 0 ? null : (table.both + table.neither) / all;
}

/**
 * Agreement beyond what two coders with these habits would reach by chance: 1 for perfect, 0 for chance, below 0 for less than that.
 * Cohen (1960), "A coefficient of agreement for nominal scales". Null where it is not defined: no units, or both always decided alike
 * and never otherwise.
 */
export function cohenKappa(table: DecisionTable): number | null {
  const all = sizeOf(table);
  const observed = percentAgreement(table);
  if (observed === null) return null;
  const first = (table.both + table.onlyFirst) / all;
  const second = (table.both + table.onlySecond) / all;
  const expected = first * second + (1 - first) * (1 - second);
  return expected === 1 ? null : (observed - expected) / (1 - expected);
}

/**
 * Agreement of any number of coders on a nominal scale; units that fewer than two decided about do not count.
 * Krippendorff (2004), "Content Analysis", chapter 11: 1 - observed / expected disagreement, from the coincidence matrix.
 * Null where it is not defined: nothing to compare, or all values are the same.
 */
export function krippendorffAlpha<Value>(units: Iterable<DecidedUnits<Value>>): number | null {
  const totals = new Map<Value, number>();
  let pairable = 0;
  let differing = 0;
  for (const { weight, values } of units) {
    const counts = new Map<Value, number>();
    for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
    const decided = [...counts.values()].reduce((sum, count) => sum + count, 0);
    if (decided < 2) continue;
    for (const [value, count] of counts) {
      totals.set(value, (totals.get(value) ?? 0) + weight * count);
      differing += (weight * count * (decided - count)) / (decided - 1);
    }
    pairable += weight * decided;
  }
  const alike = [...totals.values()].reduce((sum, total) => sum + total * (total - 1), 0);
  const expected = pairable * (pairable - 1) - alike;
  return pairable < 2 || expected <= 0 ? null : 1 - ((pairable - 1) * differing) / expected;
}
