// The view of the board: where it is panned and zoomed to. The world is moved by one transform; React hears of it only now and then.
import type { Unsubscribe } from '#shared/lib/emitter';
import { boundsOf, centreOf, grown, type Point, type Rectangle, type Size } from '#shared/domain/board/rectangle';

export const LEAST_ZOOM = 0.1;
export const MOST_ZOOM = 2;
/** Under these zooms cards are drawn with less on them. */
const LINE_BELOW = 0.6;
const CHIP_BELOW = 0.3;
/** What is drawn is worked out anew after so many pixels, or so much zoom (performance.md 5). */
const STALE_PIXELS = 160;
const STALE_ZOOM = 1.15;
/** Drawn beyond each edge (screen pixels): more than what may go by until it is worked out anew. */
const MARGIN = 240;
/** After the last zoom everything is drawn once more at the exact zoom (ms). */
const SETTLE_MS = 160;

/** How much of a card is drawn: all of it, its first line and code, or a coloured chip. */
export type Detail = 'card' | 'line' | 'chip';

/** What React has to draw. */
export interface Shown {
  /** Part of the board, in board units. */
  part: Rectangle;
  zoom: number;
  detail: Detail;
}

export interface Place {
  x: number;
  y: number;
  zoom: number;
}

export function detailAt(zoom: number): Detail {
  if (zoom < CHIP_BELOW) return 'chip';
  return zoom < LINE_BELOW ? 'line' : 'card';
}

const clampZoom = (zoom: number): number => Math.max(LEAST_ZOOM, Math.min(MOST_ZOOM, zoom));

export class BoardView {
  /** Where the board's origin lies on the surface (pixels), and pixels per board unit. */
  x = 0;
  y = 0;
  zoom = 1;
  /** Of the surface, in pixels; until it is known a usual size is taken. */
  size: Size = { width: 1200, height: 800 };
  #shown: Shown;
  readonly #followers = new Set<() => void>();
  readonly #listeners = new Set<() => void>();
  #settle: ReturnType<typeof setTimeout> | undefined;

  constructor(place?: Place) {
    if (place) Object.assign(this, { x: place.x, y: place.y, zoom: place.zoom });
    this.#shown = this.#work();
  }

  get place(): Place {
    return { x: this.x, y: this.y, zoom: this.zoom };
  }

  /** Calls back on every movement, for what is moved by hand (the world, fields above it). */
  follow(follower: () => void): Unsubscribe {
    this.#followers.add(follower);
    return () => void this.#followers.delete(follower);
  }

  /** For useSyncExternalStore: told when something else has to be drawn. */
  readonly subscribe = (listener: () => void): Unsubscribe => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly getShown = (): Shown => this.#shown;

  /** Gives back timers; the view may be used again afterwards. */
  rest(): void {
    clearTimeout(this.#settle);
  }

  resize(size: Size): void {
    if (size.width === 0 || size.height === 0) return;
    this.size = size;
    this.#publish();
  }

  moveTo({ x, y, zoom }: Place): void {
    const zoomed = zoom !== this.zoom;
    this.x = Math.round(x);
    this.y = Math.round(y);
    this.zoom = zoom;
    for (const follower of this.#followers) follower();
    if (this.#isStale()) this.#publish();
    if (!zoomed) return;
    clearTimeout(this.#settle);
    this.#settle = setTimeout(() => this.#publish(), SETTLE_MS);
  }

  /** Moves the board by so many pixels. */
  panBy(dx: number, dy: number): void {
    this.moveTo({ x: this.x + dx, y: this.y + dy, zoom: this.zoom });
  }

  /** Zooms so that what lies under a point of the surface stays there. */
  zoomAt(point: Point, zoom: number): void {
    const to = clampZoom(zoom);
    const factor = to / this.zoom;
    this.moveTo({ x: point.x - (point.x - this.x) * factor, y: point.y - (point.y - this.y) * factor, zoom: to });
  }

  /** Zooms around the middle of the surface. */
  zoomTo(zoom: number): void {
    this.zoomAt({ x: this.size.width / 2, y: this.size.height / 2 }, zoom);
  }

  toBoard(point: Point): Point {
    return { x: (point.x - this.x) / this.zoom, y: (point.y - this.y) / this.zoom };
  }

  toSurface(point: Point): Point {
    return { x: point.x * this.zoom + this.x, y: point.y * this.zoom + this.y };
  }

  /** What can be seen, in board units. */
  visible(): Rectangle {
    return { ...this.toBoard({ x: 0, y: 0 }), width: this.size.width / this.zoom, height: this.size.height / this.zoom };
  }

  /** Shows a rectangle as large as it fits, but not larger than `most`. */
  fit(rectangle: Rectangle, most = 1): void {
    const room = grown(rectangle, 40);
    const zoom = clampZoom(Math.min(most, this.size.width / room.width, this.size.height / room.height));
    const middle = centreOf(rectangle);
    this.moveTo({ x: this.size.width / 2 - middle.x * zoom, y: this.size.height / 2 - middle.y * zoom, zoom });
  }

  /** Pans just as far as needed to see a rectangle; one that does not fit is seen from its upper left corner. */
  reveal(rectangle: Rectangle): void {
    const seen = grown(this.visible(), -24 / this.zoom);
    const dx = shiftInto(rectangle.x, rectangle.width, seen.x, seen.width);
    const dy = shiftInto(rectangle.y, rectangle.height, seen.y, seen.height);
    if (dx !== 0 || dy !== 0) this.panBy(-dx * this.zoom, -dy * this.zoom);
  }

  /** Shows several rectangles: pans when they fit as it is, zooms out when they do not. */
  revealAll(rectangles: readonly Rectangle[]): void {
    const bounds = boundsOf(rectangles);
    if (!bounds) return;
    const { width, height } = this.visible();
    if (bounds.width > width - 48 / this.zoom || bounds.height > height - 48 / this.zoom) this.fit(bounds, this.zoom);
    else this.reveal(bounds);
  }

  #work(): Shown {
    return { part: grown(this.visible(), MARGIN / this.zoom), zoom: this.zoom, detail: detailAt(this.zoom) };
  }

  #isStale(): boolean {
    const { zoom, detail, part } = this.#shown;
    const ratio = this.zoom / zoom;
    if (ratio > STALE_ZOOM || ratio < 1 / STALE_ZOOM || detail !== detailAt(this.zoom)) return true;
    const now = centreOf(this.visible());
    const then = centreOf(part);
    return Math.max(Math.abs(now.x - then.x), Math.abs(now.y - then.y)) * this.zoom > STALE_PIXELS;
  }

  #publish(): void {
    clearTimeout(this.#settle);
    this.#shown = this.#work();
    for (const listener of this.#listeners) listener();
  }
}

/** How far a span has to move to lie in another one; a span too long begins where the other begins. */
function shiftInto(start: number, length: number, from: number, room: number): number {
  if (start < from || length > room) return start - from;
  return start + length > from + room ? start + length - from - room : 0;
}
