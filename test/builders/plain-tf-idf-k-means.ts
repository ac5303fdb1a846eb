// The yardstick for theme quality: plain tf-idf and textbook k-means, written apart from the product's code.

/**
 * Groups texts by k-means (k-means++, best of several restarts) on raw tf * idf vectors of unit length.
 * @param tokensOf cuts a text into words.
 * @param random gives numbers in [0, 1).
 */
export function plainTfIdfKMeans(
  texts: readonly string[],
  groupCount: number,
  tokensOf: (text: string) => string[],
  random: () => number,
  restarts = 4,
): number[] {
  const rows = plainTfIdf(texts.map(tokensOf));
  let best = { groups: rows.map(() => 0), closeness: -Infinity };
  for (let restart = 0; restart < restarts; restart += 1) {
    const grouping = lloyd(rows, spreadStart(rows, groupCount, random));
    if (grouping.closeness > best.closeness) best = grouping;
  }
  return best.groups;
}

type Row = Map<string, number>;

function plainTfIdf(documents: readonly string[][]): Row[] {
  const frequency = new Map<string, number>();
  for (const words of documents) for (const word of new Set(words)) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  return documents.map((words) => {
    const row: Row = new Map();
    for (const word of words) row.set(word, (row.get(word) ?? 0) + Math.log(documents.length / (frequency.get(word) ?? 1)) + 1);
    return toUnitLength(row);
  });
}

function toUnitLength(row: Row): Row {
  const length = Math.sqrt([...row.values()].reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? row : new Map([...row].map(([word, value]) => [word, value / length]));
}

function cosine(row: Row, centre: Row): number {
  let sum = 0;
  for (const [word, value] of row) sum += value * (centre.get(word) ?? 0);
  return sum;
}

function spreadStart(rows: readonly Row[], groupCount: number, random: () => number): Row[] {
  const centres: Row[] = [];
  const distance = rows.map(() => 1);
  while (centres.length < groupCount) {
    let left = random() * distance.reduce((sum, value) => sum + value, 0);
    const chosen = rows.find((_, index) => (left -= distance[index] ?? 0) < 0) ?? rows[0] ?? new Map();
    centres.push(chosen);
    rows.forEach((row, index) => (distance[index] = Math.max(0, Math.min(distance[index] ?? 0, 1 - cosine(row, chosen)))));
  }
  return centres;
}

function lloyd(rows: readonly Row[], start: Row[]): { groups: number[]; closeness: number } {
  let centres = start;
  let result = { groups: rows.map(() => -1), closeness: -Infinity };
  for (let round = 0; round < 40; round += 1) {
    const nearest = rows.map((row) => nearestCentre(row, centres));
    const groups = nearest.map(({ centre }) => centre);
    const closeness = nearest.reduce((sum, { similarity }) => sum + similarity, 0);
    if (groups.every((group, index) => group === result.groups[index])) break;
    result = { groups, closeness };
    centres = centres.map((centre, index) => meanOf(rows.filter((_, row) => groups[row] === index)) ?? centre);
  }
  return result;
}

function nearestCentre(row: Row, centres: readonly Row[]): { centre: number; similarity: number } {
  let best = { centre: 0, similarity: -Infinity };
  centres.forEach((candidate, centre) => {
    const similarity = cosine(row, candidate);
    if (similarity > best.similarity) best = { centre, similarity };
  });
  return best;
}

function meanOf(rows: readonly Row[]): Row | null {
  if (rows.length === 0) return null;
  const sum: Row = new Map();
  for (const row of rows) for (const [word, value] of row) sum.set(word, (sum.get(word) ?? 0) + value);
  return toUnitLength(sum);
}
