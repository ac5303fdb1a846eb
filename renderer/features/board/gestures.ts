// Pointer gestures on the surface of the board: click, drag, marquee, panning, pinching. One state at a time; Esc ends each without a trace.
import { takenByMarquee } from '#shared/domain/board/find-on-board';
import { between, type Point } from '#shared/domain/board/rectangle';

import type { BoardView } from './board-view.ts';
import { boardState, selectOnBoard } from './board-store.ts';
import type { Ground } from './drops.ts';
import { EdgeScroll } from './edge-scroll.ts';
import type { MovingSession } from './moving-session.ts';
import { clickOn, type Hit, hitOf, loadFrom } from './picking.ts';

/** A press becomes a drag after so many pixels. */
const DRAG_PIXELS = 4;

type Gesture =
  | { kind: 'pressed'; pointerId: number; from: Point; hit: Hit; additive: boolean }
  | { kind: 'moving'; pointerId: number }
  | { kind: 'marquee'; pointerId: number; from: Point; cards: readonly string[]; themes: readonly string[]; additive: boolean }
  | { kind: 'panning'; pointerId: number; last: Point }
  | { kind: 'pinching'; pointers: Map<number, Point> };

export interface GestureParts {
  view: BoardView;
  surface: HTMLElement;
  /** Drawn while a marquee is open. */
  marquee: HTMLElement;
  moving: MovingSession;
  ground(): Ground;
  /** Double click on a cluster's head. */
  onRename(themeId: string): void;
}

export class Gestures {
  readonly #parts: GestureParts;
  readonly #edge: EdgeScroll;
  #gesture: Gesture | null = null;
  /** Space is held: a drag pans. */
  #space = false;
  #panned = false;

  constructor(parts: GestureParts) {
    this.#parts = parts;
    this.#edge = new EdgeScroll(parts.view, (point) => this.#follow(point));
  }

  /** Listens on the surface. @returns the undo of it. */
  listen(): () => void {
    const { surface } = this.#parts;
    const stop = new AbortController();
    const { signal } = stop;
    surface.addEventListener('pointerdown', this.#down, { signal });
    surface.addEventListener('dblclick', this.#double, { signal });
    // The wheel moves the board, never the page around it.
    surface.addEventListener('wheel', this.#wheel, { signal, passive: false });
    window.addEventListener('pointermove', this.#move, { signal });
    window.addEventListener('pointerup', this.#up, { signal });
    window.addEventListener('pointercancel', this.#lost, { signal });
    window.addEventListener('blur', this.#blur, { signal });
    return () => {
      this.cancel();
      stop.abort();
    };
  }

  /** Ends what is under way without a trace. @returns whether there was anything. */
  cancel(): boolean {
    const gesture = this.#gesture;
    const wasMoving = this.#parts.moving.active;
    if (gesture?.kind === 'marquee') selectOnBoard(gesture.cards, gesture.themes);
    if (wasMoving) this.#parts.moving.cancel();
    this.#end();
    return wasMoving || gesture?.kind === 'marquee' || gesture?.kind === 'panning';
  }

  /** Space goes down: until it comes up a drag pans. A short press, without panning, is a tap. */
  holdSpace(onTap: () => void): void {
    if (this.#space) return;
    this.#space = true;
    this.#panned = false;
    this.#parts.surface.dataset.hand = 'true';
    const release = (event: KeyboardEvent | Event): void => {
      if (event instanceof KeyboardEvent && event.key !== ' ') return;
      window.removeEventListener('keyup', release, true);
      window.removeEventListener('blur', release);
      this.#space = false;
      delete this.#parts.surface.dataset.hand;
      if (!this.#panned && event instanceof KeyboardEvent) onTap();
    };
    window.addEventListener('keyup', release, true);
    window.addEventListener('blur', release);
  }

  #pointOf(event: MouseEvent): Point {
    const { left, top } = this.#parts.surface.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }

  readonly #down = (event: PointerEvent): void => {
    const { surface, moving } = this.#parts;
    if (moving.active && this.#gesture === null) moving.cancel();
    const point = this.#pointOf(event);
    if (this.#gesture && event.pointerType === 'touch') return this.#pinch(event.pointerId, point);
    if (this.#gesture || (event.button !== 0 && event.button !== 1)) return;
    surface.focus({ preventScroll: true });
    delete surface.dataset.keys;
    const { pointerId } = event;
    if (event.button === 1 || this.#space) {
      event.preventDefault();
      this.#gesture = { kind: 'panning', pointerId, last: point };
      this.#capture(pointerId);
    } else this.#gesture = { kind: 'pressed', pointerId, from: point, hit: hitOf(event.target), additive: event.shiftKey };
  };

  readonly #move = (event: PointerEvent): void => {
    const gesture = this.#gesture;
    if (!gesture) return;
    const point = this.#pointOf(event);
    if (gesture.kind === 'pinching') this.#pinchTo(gesture.pointers, event.pointerId, point);
    else if (gesture.pointerId !== event.pointerId) return;
    else if (gesture.kind === 'panning') this.#panTo(gesture, point);
    else if (gesture.kind === 'pressed') this.#leavePress(gesture, point);
    else this.#follow(point);
  };

  readonly #up = (event: PointerEvent): void => {
    const gesture = this.#gesture;
    if (!gesture) return;
    if (gesture.kind === 'pinching') {
      gesture.pointers.delete(event.pointerId);
      if (gesture.pointers.size === 0) this.#end();
      return;
    }
    if (gesture.pointerId !== event.pointerId) return;
    this.#end();
    if (gesture.kind === 'pressed') clickOn(gesture.hit, gesture.additive);
    else if (gesture.kind === 'moving') void this.#parts.moving.drop(event.altKey);
  };

  readonly #lost = (event: PointerEvent): void => {
    if (this.#gesture && (this.#gesture.kind === 'pinching' || this.#gesture.pointerId === event.pointerId)) this.cancel();
  };

  readonly #blur = (): void => void this.cancel();

  readonly #double = (event: MouseEvent): void => {
    const { item, handle } = hitOf(event.target);
    if (item?.kind === 'theme' && handle) this.#parts.onRename(item.id);
  };

  readonly #wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const { view } = this.#parts;
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : 16;
    if (event.ctrlKey || event.metaKey) {
      // A pinch gives small steps, a wheel large ones: never more than a tenth at once.
      const factor = Math.max(1 / 1.1, Math.min(1.1, Math.exp(-event.deltaY * unit * 0.01)));
      view.zoomAt(this.#pointOf(event), view.zoom * factor);
    } else if (event.shiftKey && event.deltaX === 0) view.panBy(-event.deltaY * unit, 0);
    else view.panBy(-event.deltaX * unit, -event.deltaY * unit);
  };

  /** The press has become a drag: of what was pressed, or of a marquee. */
  #leavePress(gesture: Extract<Gesture, { kind: 'pressed' }>, point: Point): void {
    const { pointerId, from, hit, additive } = gesture;
    if (Math.hypot(point.x - from.x, point.y - from.y) < DRAG_PIXELS) return;
    const { view, moving, ground } = this.#parts;
    this.#capture(pointerId);
    if (hit.handle) {
      const load = loadFrom(hit, additive, (id) => ground().layout.card.get(id)?.themeId === null);
      moving.begin(load, view.toBoard(from));
      this.#gesture = { kind: 'moving', pointerId };
    } else {
      const { cards, themes } = boardState();
      this.#gesture = { kind: 'marquee', pointerId, from: view.toBoard(from), cards: [...cards], themes: [...themes], additive };
    }
    this.#follow(point);
  }

  /** The pointer has moved over the surface, or the board under the pointer. */
  #follow(point: Point): void {
    const gesture = this.#gesture;
    if (gesture?.kind !== 'moving' && gesture?.kind !== 'marquee') return;
    const at = this.#parts.view.toBoard(point);
    if (gesture.kind === 'moving') this.#parts.moving.moveTo(at);
    else this.#stretch(gesture, at);
    this.#edge.at(point);
  }

  #stretch(gesture: Extract<Gesture, { kind: 'marquee' }>, at: Point): void {
    const { view, marquee, ground } = this.#parts;
    const rectangle = between(gesture.from, at);
    const corner = view.toSurface(rectangle);
    marquee.hidden = false;
    marquee.style.transform = `translate(${corner.x}px, ${corner.y}px)`;
    marquee.style.width = `${rectangle.width * view.zoom}px`;
    marquee.style.height = `${rectangle.height * view.zoom}px`;
    const found = takenByMarquee(ground().layout, rectangle);
    const kept = gesture.additive ? gesture : { cards: [], themes: [] };
    selectOnBoard([...kept.cards, ...found.cardIds], [...kept.themes, ...found.themeIds]);
  }

  #panTo(gesture: Extract<Gesture, { kind: 'panning' }>, point: Point): void {
    this.#panned = true;
    this.#parts.view.panBy(point.x - gesture.last.x, point.y - gesture.last.y);
    gesture.last = point;
  }

  /** A second finger: whatever the first one did is given up. */
  #pinch(pointerId: number, point: Point): void {
    const first = this.#gesture;
    if (first?.kind === 'pinching') return void first.pointers.set(pointerId, point);
    if (!first) return;
    const from = first.kind === 'pressed' ? first.from : point;
    const other = first.pointerId;
    this.cancel();
    this.#gesture = {
      kind: 'pinching',
      pointers: new Map([
        [other, from],
        [pointerId, point],
      ]),
    };
  }

  #pinchTo(pointers: Map<number, Point>, pointerId: number, point: Point): void {
    const before = [...pointers.values()];
    if (!pointers.has(pointerId)) return;
    pointers.set(pointerId, point);
    const after = [...pointers.values()];
    if (before.length < 2 || after.length < 2) return;
    const was = spanOf(before);
    const is = spanOf(after);
    const { view } = this.#parts;
    view.panBy(is.middle.x - was.middle.x, is.middle.y - was.middle.y);
    if (was.length > 0) view.zoomAt(is.middle, (view.zoom * is.length) / was.length);
  }

  #capture(pointerId: number): void {
    try {
      this.#parts.surface.setPointerCapture(pointerId);
    } catch {
      // A pointer that is gone already cannot be captured; its end is heard on the window as well.
    }
  }

  #end(): void {
    this.#gesture = null;
    this.#edge.stop();
    this.#parts.marquee.hidden = true;
  }
}

function spanOf(points: readonly Point[]): { middle: Point; length: number } {
  const [one = { x: 0, y: 0 }, two = one] = points;
  return { middle: { x: (one.x + two.x) / 2, y: (one.y + two.y) / 2 }, length: Math.hypot(one.x - two.x, one.y - two.y) };
}
