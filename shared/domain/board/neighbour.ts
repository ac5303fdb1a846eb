// Moving between things on the board by the arrow keys: the nearest centre in that direction.
import { centreOf, type Rectangle } from './rectangle.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** How much more a step aside counts than a step ahead. */
const ASIDE = 2;

/**
 * The nearest item whose centre lies in the half-plane of the direction; what lies straight ahead wins over what lies aside.
 * @returns null when nothing lies there.
 */
export function neighbourOf<T extends Rectangle>(items: Iterable<T>, from: Rectangle, direction: Direction): T | null {
  const start = centreOf(from);
  let best: T | null = null;
  let least = Infinity;
  for (const item of items) {
    const centre = centreOf(item);
    const right = centre.x - start.x;
    const down = centre.y - start.y;
    const ahead = { left: -right, right, up: -down, down }[direction];
    if (ahead <= 0.5) continue;
    const aside = Math.abs(direction === 'left' || direction === 'right' ? down : right);
    const distance = Math.hypot(ahead, aside * ASIDE);
    if (distance < least) {
      least = distance;
      best = item;
    }
  }
  return best;
}

/** Items as one reads them: from the top, and from the left where they lie side by side. */
export function inReadingOrder<T extends Rectangle>(items: readonly T[]): T[] {
  return items.toSorted((left, right) => left.y - right.y || left.x - right.x);
}
