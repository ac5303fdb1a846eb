// Pans the board by itself while something is dragged near the edge of its surface.
import type { Point } from '#shared/domain/board/rectangle';

import type { BoardView } from './board-view.ts';

/** How near to an edge it begins (pixels), and how fast it goes right at the edge (pixels a frame). */
const EDGE = 40;
const FASTEST = 18;

export class EdgeScroll {
  readonly #view: BoardView;
  readonly #onScroll: (point: Point) => void;
  #point: Point | null = null;
  #frame = 0;

  /** @param onScroll is told the pointer's place on the surface after each step. */
  constructor(view: BoardView, onScroll: (point: Point) => void) {
    this.#view = view;
    this.#onScroll = onScroll;
  }

  /** The pointer is at a point of the surface. */
  at(point: Point): void {
    this.#point = point;
    if (this.#frame === 0 && this.#speed() !== null) this.#frame = requestAnimationFrame(this.#step);
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#point = null;
  }

  readonly #step = (): void => {
    this.#frame = 0;
    const speed = this.#speed();
    if (!speed || !this.#point) return;
    this.#view.panBy(-speed.x, -speed.y);
    this.#onScroll(this.#point);
    this.#frame = requestAnimationFrame(this.#step);
  };

  #speed(): Point | null {
    if (!this.#point) return null;
    const { width, height } = this.#view.size;
    const speed = { x: speedAt(this.#point.x, width), y: speedAt(this.#point.y, height) };
    return speed.x === 0 && speed.y === 0 ? null : speed;
  }
}

/** Nothing far from both ends, and nothing beyond them by much: the pointer may be on its way elsewhere. */
function speedAt(at: number, length: number): number {
  if (at < -EDGE || at > length + EDGE) return 0;
  if (at < EDGE) return -Math.round(FASTEST * Math.min(1, (EDGE - at) / EDGE));
  return at > length - EDGE ? Math.round(FASTEST * Math.min(1, (at - length + EDGE) / EDGE)) : 0;
}
