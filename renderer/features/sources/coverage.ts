// Where in an interview snippets were marked: a strip of equal parts, so that unread stretches show.
import type { Snippet } from '#shared/model/records/snippet';

export const COVERAGE_PARTS = 8;

/** For each eighth of the turns: how many snippets touch it. */
export function coverageOf(turns: number, snippets: readonly Pick<Snippet, 'range'>[]): number[] {
  const parts = new Array<number>(COVERAGE_PARTS).fill(0);
  if (turns === 0) return parts;
  const partOf = (turn: number): number => Math.min(COVERAGE_PARTS - 1, Math.floor((turn / turns) * COVERAGE_PARTS));
  for (const { range } of snippets) {
    for (let part = partOf(range.startTurn); part <= partOf(range.endTurn); part += 1) parts[part] = (parts[part] ?? 0) + 1;
  }
  return parts;
}

/** `Snippets in 5 of 8 parts of the text`. */
export function coverageInWords(parts: readonly number[]): string {
  const touched = parts.filter((count) => count > 0).length;
  if (touched === 0) return 'Nothing marked yet';
  return touched === parts.length ? 'Snippets in all parts of the text' : `Snippets in ${touched} of ${parts.length} parts of the text`;
}
