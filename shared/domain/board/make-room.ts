// Makes room under a cluster that grows: what it would cover moves down, just far enough, and pushes on what lies below.
import { grown, overlaps, type Rectangle } from './rectangle.ts';
import type { TidyItem, TidyPlace } from './tidy-board.ts';

/** Space left between what was pushed and what pushed it. */
const GAP = 16;

/**
 * New places of everything that has to give way when one thing grows from `before` to `after` (null: it is new there).
 * What overlapped it before stays: a person put it there.
 */
export function makeRoom(others: readonly TidyItem[], before: Rectangle | null, after: Rectangle): TidyPlace[] {
  const places = new Map<string, TidyItem>(others.map((item) => [item.id, item]));
  const moved = new Set<string>();
  const pushing: { from: Rectangle | null; to: Rectangle }[] = [{ from: before, to: after }];
  // Everything only ever moves down, and below what pushed it, so this comes to an end.
  for (const { from, to } of pushing) {
    for (const item of [...places.values()].sort((left, right) => left.y - right.y)) {
      if (item.y < to.y || !overlaps(grown(to, GAP - 1), item)) continue;
      if (from && overlaps(from, item)) continue;
      const pushed = { ...item, y: Math.ceil(to.y + to.height + GAP) };
      places.set(item.id, pushed);
      moved.add(item.id);
      pushing.push({ from: item, to: pushed });
    }
  }
  return [...moved].map((id) => {
    const { x, y } = places.get(id) ?? { x: 0, y: 0 };
    return { id, x, y };
  });
}
