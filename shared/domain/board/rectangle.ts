// Rectangles and points on the board, in board units (CSS pixels at 100 %), y downwards.

export interface Point {
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

export interface Rectangle extends Point, Size {}

/** Its middle. */
export function centreOf(rectangle: Rectangle): Point {
  return { x: rectangle.x + rectangle.width / 2, y: rectangle.y + rectangle.height / 2 };
}

/** The same rectangle grown by `by` on all four sides (shrunk when negative). */
export function grown(rectangle: Rectangle, by: number): Rectangle {
  return { x: rectangle.x - by, y: rectangle.y - by, width: rectangle.width + 2 * by, height: rectangle.height + 2 * by };
}

/** True when two rectangles share more than an edge. */
export function overlaps(left: Rectangle, right: Rectangle): boolean {
  return (
    left.x < right.x + right.width && right.x < left.x + left.width && left.y < right.y + right.height && right.y < left.y + left.height
  );
}

/** True when `inner` lies wholly in `outer`, edges included. */
export function encloses(outer: Rectangle, inner: Rectangle): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** True for a point inside or on the upper or left edge. */
export function holds(rectangle: Rectangle, point: Point): boolean {
  return (
    point.x >= rectangle.x && point.x < rectangle.x + rectangle.width && point.y >= rectangle.y && point.y < rectangle.y + rectangle.height
  );
}

/** The rectangle between two corners, whichever they are. */
export function between(from: Point, to: Point): Rectangle {
  return {
    x: Math.min(from.x, to.x),
    y: Math.min(from.y, to.y),
    width: Math.abs(to.x - from.x),
    height: Math.abs(to.y - from.y),
  };
}

/** The smallest rectangle around all; null for none. */
export function boundsOf(rectangles: Iterable<Rectangle>): Rectangle | null {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const { x, y, width, height } of rectangles) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return left === Infinity ? null : { x: left, y: top, width: right - left, height: bottom - top };
}
