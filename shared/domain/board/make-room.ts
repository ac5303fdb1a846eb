// Makes room for a cluster that is new or grows: only what it would cover gives way, as little as possible, and nothing else moves.
import { freePlace } from './free-place.ts';
import { grown, overlaps, type Rectangle } from './rectangle.ts';
import type { TidyItem, TidyPlace } from './tidy-board.ts';

/** Space left around what has grown. */
const GAP = 16;

/**
 * New places of everything that has to give way when one thing grows from `before` to `after` (null: it is new there): the nearest
 * free ones. What overlapped it before stays, and so does what begins above it: a person put it there.
 */
export function makeRoom(others: readonly TidyItem[], before: Rectangle | null, after: Rectangle): TidyPlace[] {
  const held = grown(after, GAP - 1);
  const covered = others.filter((item) => item.y >= after.y && overlaps(held, item) && !(before && overlaps(before, item)));
  const moving = new Set(covered);
  const taken: Rectangle[] = [after, ...others.filter((item) => !moving.has(item))];
  return covered
    .toSorted((left, right) => left.y - right.y || left.x - right.x)
    .map((item) => {
      const { x, y } = freePlace(taken, { width: item.width, height: item.height }, { x: item.x, y: item.y });
      const place = { id: item.id, x: Math.round(x), y: Math.round(y) };
      taken.push({ ...item, ...place });
      return place;
    });
}
