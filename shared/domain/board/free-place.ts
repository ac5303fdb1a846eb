// Finds room on the board: the place nearest to where something is wanted at which it overlaps nothing.
import { grown, overlaps, type Point, type Rectangle, type Size } from './rectangle.ts';

/** Space kept around what is placed. */
const GAP = 24;

/**
 * The free place nearest to the wanted one, sought in growing rings around it.
 * Places right beside what is already there are tried as well, so that there is always an answer.
 */
export function freePlace(taken: readonly Rectangle[], size: Size, wanted: Point): Point {
  const fits = (point: Point): boolean => {
    const room = grown({ ...point, ...size }, GAP - 1);
    return !taken.some((rectangle) => overlaps(room, rectangle));
  };
  if (fits(wanted)) return wanted;
  const candidates: Point[] = [];
  for (const rectangle of taken) {
    const sides = [rectangle.x + rectangle.width + GAP, rectangle.x - size.width - GAP];
    const levels = [rectangle.y + rectangle.height + GAP, rectangle.y - size.height - GAP];
    for (const x of sides) candidates.push({ x, y: wanted.y }, { x, y: rectangle.y });
    for (const y of levels) candidates.push({ x: wanted.x, y }, { x: rectangle.x, y });
  }
  const distance = (point: Point): number => Math.hypot(point.x - wanted.x, point.y - wanted.y);
  candidates.sort((left, right) => distance(left) - distance(right));
  return candidates.find(fits) ?? wanted;
}
