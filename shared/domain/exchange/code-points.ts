// Positions in a text counted in Unicode code points, as exchange files have them, and in UTF-16 units, as Plumbline has them.

export interface CodePoints {
  /** Length of the text in code points. */
  length: number;
  /** UTF-16 position of a code point position; positions beyond the text give its end. */
  toUnits(point: number): number;
  /** Code point position of a UTF-16 position; inside of a pair it gives the pair's beginning. */
  toPoints(unit: number): number;
}

/** Prepares the text once; each question takes the logarithm of the number of characters beyond the basic plane. */
export function codePointsOf(text: string): CodePoints {
  /** Places of the leading units of pairs. */
  const pairs: number[] = [];
  for (let unit = 0; unit + 1 < text.length; unit += 1) {
    if (isLead(text.charCodeAt(unit)) && isTrail(text.charCodeAt(unit + 1))) {
      pairs.push(unit);
      unit += 1;
    }
  }
  const length = text.length - pairs.length;
  return {
    length,
    toUnits: (point) => {
      if (point <= 0) return 0;
      if (point >= length) return text.length;
      // The pair with number k stands at code point pairs[k] - k.
      return point + countBelow(pairs.length, (k) => (pairs[k] ?? 0) - k, point);
    },
    toPoints: (unit) => {
      const place = Math.max(0, Math.min(unit, text.length));
      const before = countBelow(pairs.length, (k) => pairs[k] ?? 0, place);
      const inside = before > 0 && (pairs[before - 1] ?? 0) === place - 1;
      return (inside ? place - 1 : place) - (inside ? before - 1 : before);
    },
  };
}

/** How many of the rising values lie below the limit. */
export function countBelow(count: number, value: (index: number) => number, limit: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value(middle) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

const isLead = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isTrail = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
