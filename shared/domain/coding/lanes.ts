// Lanes: which of several overlapping things stands where beside a text, and where their names go.

/** Something that lasts from `start` to before `end`, in any unit: characters of a text or pixels of a margin. */
export interface Stretch {
  start: number;
  end: number;
}

/**
 * A lane for each stretch, counted from 0, so that no two in one lane overlap. Greedy by start, the longer first where they start
 * together: no more lanes than ever overlap at one place. Stretches may come in any order; an empty one takes the room of one unit.
 */
export function packLanes(stretches: readonly Stretch[]): number[] {
  const order = stretches.map((_stretch, index) => index);
  const at = (index: number): Stretch => stretches[index] ?? { start: 0, end: 0 };
  order.sort((left, right) => at(left).start - at(right).start || at(right).end - at(left).end || left - right);
  const lanes = new Array<number>(stretches.length).fill(0);
  const freeFrom: number[] = [];
  for (const index of order) {
    const { start, end } = at(index);
    let lane = freeFrom.findIndex((free) => free <= start);
    if (lane < 0) lane = freeFrom.length;
    freeFrom[lane] = Math.max(end, start + 1);
    lanes[index] = lane;
  }
  return lanes;
}

export interface Crowd extends Stretch {
  /** How many stretches it stands for. */
  count: number;
}

/** Gathers the stretches that found no lane below `most` into crowds: one for each run of them that hang together. */
export function crowdsBeyond(stretches: readonly Stretch[], lanes: readonly number[], most: number): Crowd[] {
  const beyond = stretches.filter((_stretch, index) => (lanes[index] ?? 0) >= most).sort((left, right) => left.start - right.start);
  const crowds: Crowd[] = [];
  for (const { start, end } of beyond) {
    const last = crowds.at(-1);
    if (last && start < last.end) {
      last.end = Math.max(last.end, end);
      last.count += 1;
    } else crowds.push({ start, end, count: 1 });
  }
  return crowds;
}

/**
 * Places for names of one height, each at its wanted place or below the one before. Null for a name that would stand further down than
 * `furthest`: it would seem to belong to something else.
 * @param wanted ascending.
 */
export function placeLabels(wanted: readonly number[], height: number, furthest: number): (number | null)[] {
  let free = Number.NEGATIVE_INFINITY;
  return wanted.map((top) => {
    const place = Math.max(top, free);
    if (place - top > furthest) return null;
    free = place + height;
    return place;
  });
}
