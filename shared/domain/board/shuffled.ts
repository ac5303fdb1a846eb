// A shuffled order that can be repeated: the same ids and seed give the same order, and a newcomer moves nobody else.

/** Sorts ids by a hash of id and seed (FNV-1a, 32 bit), so that notes are met in an order that says nothing about them. */
export function shuffled<T extends { id: string }>(items: readonly T[], seed: number): T[] {
  const keyed = items.map((item) => ({ item, key: hash(item.id, seed) }));
  return keyed.sort((left, right) => left.key - right.key || (left.item.id < right.item.id ? -1 : 1)).map(({ item }) => item);
}

function hash(text: string, seed: number): number {
  let value = (0x811c9dc5 ^ seed) >>> 0;
  for (let index = 0; index < text.length; index += 1) {
    value ^= text.charCodeAt(index);
    value = Math.imul(value, 0x01000193) >>> 0;
  }
  // The last letters of ids must change the upper bits too.
  value ^= value >>> 16;
  return Math.imul(value, 0x45d9f3b) >>> 0;
}
