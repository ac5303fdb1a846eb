// Makes room under a cluster that grows: what it would cover moves down, just far enough, and pushes on what lies below.
import { grown, overlaps, type Rectangle } from './rectangle.ts';
import type { TidyItem, TidyPlace } from './tidy-board.ts';

/** Space left between what was pushed and what pushed it. */
const GAP = 16;

/**
 * New places of everything that has to give way when one thing grows from `before` to `after` (null: it is new there).
 * What overlapped it before stays, and so does what begins above it: a person put it there.
 */
export function makeRoom(others: readonly TidyItem[], before: Rectangle | null, after: Rectangle): TidyPlace[] {
  const pushers: { from: Rectangle | null; to: Rectangle }[] = [{ from: before, to: after }];
  const places: TidyPlace[] = [];
  // From the top: whoever is pushed pushes only what comes later, so one pass is enough.
  for (const item of others.toSorted((left, right) => left.y - right.y || left.x - right.x)) {
    if (item.y < after.y) continue;
    let { y } = item;
    let pusher = pushers.find(({ from, to }) => covers(from, to, item, y));
    for (let tries = 0; pusher && tries <= pushers.length; tries += 1) {
      y = Math.ceil(pusher.to.y + pusher.to.height + GAP);
      pusher = pushers.find(({ from, to }) => covers(from, to, item, y));
    }
    if (y === item.y) continue;
    places.push({ id: item.id, x: item.x, y });
    pushers.push({ from: item, to: { ...item, y } });
  }
  return places;
}

function covers(from: Rectangle | null, to: Rectangle, item: Rectangle, y: number): boolean {
  if (from && overlaps(from, item)) return false;
  return overlaps(grown(to, GAP - 1), { ...item, y });
}
