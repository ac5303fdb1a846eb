// Things on the move over the board, by pointer or by arrow keys: they follow at once, and are committed once, on drop.
import { type DropTarget, dropTargetAt, sameTarget } from '#shared/domain/board/drop-target';
import type { Point } from '#shared/domain/board/rectangle';
import { announce } from '#renderer/ui/announce';

import { type Moving, useBoardStore } from './board-store.ts';
import { dropCards, dropSnippets, dropThemes, type Ground } from './drops.ts';
import { targetSentence } from './sentences.ts';

export interface Load {
  cardIds?: readonly string[];
  themeIds?: readonly string[];
  snippetIds?: readonly string[];
}

export class MovingSession {
  readonly #root: () => HTMLElement | null;
  readonly #ground: () => Ground;
  #moving: Moving | null = null;
  #start: Point = { x: 0, y: 0 };
  #at: Point = { x: 0, y: 0 };
  #elements: HTMLElement[] = [];
  /** Dropped, and waiting for the records to say so: until then everything stays where it was dropped. */
  #committing = false;

  constructor(root: () => HTMLElement | null, ground: () => Ground) {
    this.#root = root;
    this.#ground = ground;
  }

  get active(): boolean {
    return this.#moving !== null && !this.#committing;
  }

  /** Where the pointer, or the thing moved by keys, is now. */
  get at(): Point {
    return this.#at;
  }

  get target(): DropTarget | null {
    return this.#moving?.target ?? null;
  }

  /** Takes things up at a point of the board. */
  begin({ cardIds = [], themeIds = [], snippetIds = [] }: Load, at: Point): void {
    this.#clear();
    this.#start = at;
    this.#at = at;
    this.#moving = { cardIds: new Set(cardIds), themeIds: new Set(themeIds), snippetIds, target: null };
    useBoardStore.setState({ moving: this.#moving });
    this.#elements = this.#find();
  }

  /** They follow to a point of the board. */
  moveTo(at: Point): void {
    if (!this.#moving || this.#committing) return;
    this.#at = at;
    this.#place();
    // Whole clusters go where they are put; only cards and snippets go into something.
    if (this.#moving.themeIds.size === 0) this.#aim(dropTargetAt(this.#ground().layout, at, this.#moving.cardIds));
  }

  /** They are not over the board. */
  leave(): void {
    if (this.#moving && !this.#committing) this.#aim(null);
  }

  /** Drops them where they are: one edit. `also`: they stay where they were as well. */
  async drop(also = false): Promise<void> {
    const moving = this.#moving;
    if (!moving || this.#committing) return;
    if (moving.snippetIds.length > 0 && !moving.target) return this.cancel();
    this.#committing = true;
    const by = { x: Math.round(this.#at.x - this.#start.x), y: Math.round(this.#at.y - this.#start.y) };
    const ground = this.#ground();
    try {
      if (moving.snippetIds.length > 0) await dropSnippets(ground, moving.snippetIds, moving.target, this.#at);
      else if (moving.themeIds.size > 0) await dropThemes(ground, [...moving.themeIds], [...moving.cardIds], by);
      else await dropCards(ground, [...moving.cardIds], moving.target, by, also);
    } catch {
      // The notification has been shown; everything goes back to where the records say it lies.
    } finally {
      if (this.#moving === moving) this.#clear();
    }
  }

  /** Everything is back exactly where it was; nothing is written. */
  cancel(): void {
    if (!this.#moving || this.#committing) return;
    this.#clear();
    announce('Cancelled. Everything is where it was.');
  }

  /** The layout has changed: what was dropped is drawn at its new place, so it must not be shifted any more. */
  layoutChanged(): void {
    if (this.#committing) for (const element of this.#elements) element.style.translate = '';
  }

  #aim(target: DropTarget | null): void {
    if (!this.#moving || sameTarget(this.#moving.target, target)) return;
    const before = this.#moving.target;
    this.#moving = { ...this.#moving, target };
    useBoardStore.setState({ moving: this.#moving });
    const same =
      before?.kind === target?.kind && (target?.kind !== 'cluster' || (before?.kind === 'cluster' && before.themeId === target.themeId));
    if (target && !same) announce(targetSentence(target, this.#ground().layout));
  }

  #place(): void {
    const by = `${this.#at.x - this.#start.x}px ${this.#at.y - this.#start.y}px`;
    if (this.#elements.some((element) => !element.isConnected)) this.#elements = this.#find();
    for (const element of this.#elements) element.style.translate = by;
  }

  #find(): HTMLElement[] {
    const root = this.#root();
    if (!root || !this.#moving) return [];
    const { cardIds, themeIds } = this.#moving;
    const cards = [...root.querySelectorAll<HTMLElement>('[data-card]')].filter((element) => cardIds.has(element.dataset.card ?? ''));
    const themes = [...root.querySelectorAll<HTMLElement>('[data-theme]')].filter((element) => themeIds.has(element.dataset.theme ?? ''));
    return [...cards, ...themes];
  }

  #clear(): void {
    for (const element of this.#elements) element.style.translate = '';
    this.#elements = [];
    this.#moving = null;
    this.#committing = false;
    useBoardStore.setState({ moving: null });
  }
}
