// Names and ids of theme proposals, made from their words and their snippets.

/** A third word is named only when it binds at least this share as strongly as the first. */
const STRONG_ENOUGH = 0.5;

/**
 * One name per theme, of its first two words and a third strong one: "pricing, discount, renewal".
 * A name that is taken gets the theme's next words, and where these run out a number.
 */
export function themeNames(themes: readonly { words: readonly string[]; weights: readonly number[] }[]): string[] {
  const taken = new Set<string>();
  return themes.map(({ words, weights }) => {
    const third = (weights[2] ?? 0) >= STRONG_ENOUGH * (weights[0] ?? 0);
    let used = third ? 3 : 2;
    let name = words.slice(0, used).join(', ');
    while (taken.has(name) && used < words.length) {
      used += 1;
      name = words.slice(0, used).join(', ');
    }
    const plain = name;
    for (let number = 2; taken.has(name); number += 1) name = `${plain} (${number})`;
    taken.add(name);
    return name;
  });
}

/** An id that depends only on which snippets are in the theme: two FNV-1a sums (32 bits each) over their sorted ids. */
export function proposalId(snippetIds: readonly string[]): string {
  const text = snippetIds.toSorted().join('\n');
  const hash = (start: number): string => {
    let sum = start;
    for (let index = 0; index < text.length; index += 1) sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193) >>> 0;
    return sum.toString(36).padStart(7, '0');
  };
  return `proposal-${hash(0x811c9dc5)}${hash(0x2f0b4c47)}`;
}
