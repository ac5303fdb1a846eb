// One transcript on screen: from places in the text to places on the page and back. No React, no records.
import { comparePositions, endOf, startOf, type TextPosition } from '#shared/domain/coding/text-position';
import type { TextRange } from '#shared/model/records/snippet';
import type { Turn } from '#shared/model/transcript';

/** Vertical stretch of a range, in pixels from the top of the content. */
export interface Extent {
  top: number;
  bottom: number;
}

/** Room kept above and below what is scrolled into sight (CSS pixels). */
const MARGIN = 32;

export interface SurfaceParts {
  viewId: string;
  sourceId: string;
  turns: readonly Turn[];
  /** Scrolls and holds the focus. */
  scroller: HTMLElement;
  /** Holds the turns and everything placed over them. */
  content: HTMLElement;
}

export class TranscriptSurface {
  readonly viewId: string;
  readonly sourceId: string;
  readonly turns: readonly Turn[];
  readonly scroller: HTMLElement;
  readonly content: HTMLElement;
  /** Where the keyboard goes on from while nothing is selected. */
  cursor: TextPosition | null = null;
  readonly #texts: readonly HTMLElement[];
  readonly #probe = document.createRange();

  constructor({ viewId, sourceId, turns, scroller, content }: SurfaceParts) {
    this.viewId = viewId;
    this.sourceId = sourceId;
    this.turns = turns;
    this.scroller = scroller;
    this.content = content;
    this.#texts = [...content.querySelectorAll<HTMLElement>('[data-turn]')];
  }

  /** Node and offset of a place: one text node holds a whole turn, so offsets are the same. */
  #point({ turn, offset }: TextPosition): [Node, number] {
    const element = this.#texts[turn];
    const node = element?.firstChild;
    if (node instanceof Text) return [node, Math.min(offset, node.length)];
    return [element ?? this.content, 0];
  }

  /** Ranges for painting, one a turn, so that speakers and times between turns stay clear. They cost nothing when the page changes. */
  staticRanges({ startTurn, startOffset, endTurn, endOffset }: TextRange): StaticRange[] {
    const ranges: StaticRange[] = [];
    for (let turn = startTurn; turn <= endTurn; turn += 1) {
      const [container, start] = this.#point({ turn, offset: turn === startTurn ? startOffset : 0 });
      const [, end] = this.#point({ turn, offset: turn === endTurn ? endOffset : Number.MAX_SAFE_INTEGER });
      if (end > start)
        ranges.push(new StaticRange({ startContainer: container, startOffset: start, endContainer: container, endOffset: end }));
    }
    return ranges;
  }

  /** Place of a point of the page; points before or after the text are its beginning or end. */
  positionOf(node: Node, offset: number): TextPosition {
    const turn = this.#turnAt(node, offset);
    const element = this.#texts[turn];
    if (!element) return { turn: 0, offset: 0 };
    const length = this.turns[turn]?.text.length ?? 0;
    if (node === element.firstChild) return { turn, offset: Math.min(offset, length) };
    this.#probe.selectNodeContents(element);
    return { turn, offset: this.#probe.comparePoint(node, offset) > 0 || (node === element && offset > 0) ? length : 0 };
  }

  /** The turn that holds a point, or the first one after it; the last when it lies behind all. */
  #turnAt(node: Node, offset: number): number {
    let low = 0;
    let high = this.#texts.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      const element = this.#texts[middle];
      if (!element) break;
      this.#probe.selectNodeContents(element);
      if (this.#probe.comparePoint(node, offset) > 0) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low);
  }

  /** Place under a point of the window, the nearest there is. */
  positionAt(x: number, y: number): TextPosition | null {
    const caret = document.caretPositionFromPoint?.(x, y);
    return caret && this.content.contains(caret.offsetNode) ? this.positionOf(caret.offsetNode, caret.offset) : null;
  }

  /** True where the browser's own selection begins in this text. */
  holdsSelection(): boolean {
    const selection = getSelection();
    return Boolean(selection?.anchorNode && selection.rangeCount > 0 && this.content.contains(selection.anchorNode));
  }

  /** What the browser has selected here, with the edge that was set first; null when nothing is selected in this text. */
  readSelection(): { range: TextRange; fixed: 'start' | 'end' } | null {
    const selection = getSelection();
    if (!selection?.anchorNode || !selection.focusNode || selection.isCollapsed || !this.holdsSelection()) return null;
    const anchor = this.positionOf(selection.anchorNode, selection.anchorOffset);
    const focus = this.positionOf(selection.focusNode, selection.focusOffset);
    const forward = comparePositions(anchor, focus) <= 0;
    const [start, end] = forward ? [anchor, focus] : [focus, anchor];
    return {
      range: { startTurn: start.turn, startOffset: start.offset, endTurn: end.turn, endOffset: end.offset },
      fixed: forward ? 'start' : 'end',
    };
  }

  /** Makes the browser's selection, without scrolling. */
  writeSelection(range: TextRange, fixed: 'start' | 'end'): void {
    const [anchor, focus] = fixed === 'start' ? [startOf(range), endOf(range)] : [endOf(range), startOf(range)];
    getSelection()?.setBaseAndExtent(...this.#point(anchor), ...this.#point(focus));
  }

  /** The focus comes here, and nothing moves. */
  takeFocus(): void {
    this.scroller.focus({ preventScroll: true });
  }

  /** Box of one character in window coordinates; null for what is folded away. */
  characterBox({ turn, offset }: TextPosition): DOMRect | null {
    const element = this.#texts[turn];
    const node = element?.firstChild;
    if (!element || !node) return null;
    const at = Math.min(offset, Math.max(0, (node as Text).length - 1));
    this.#probe.setStart(node, at);
    this.#probe.setEnd(node, Math.min(at + 1, (node as Text).length));
    const box = this.#probe.getBoundingClientRect();
    if (box.height > 0) return box;
    const whole = element.getBoundingClientRect();
    return whole.height > 0 ? whole : null;
  }

  /** Where a range lies; null when all of it is folded away. */
  extentOf(range: TextRange): Extent | null {
    const origin = this.content.getBoundingClientRect().top;
    const first = this.characterBox(startOf(range)) ?? this.#shownTurn(range, 1);
    const last = this.characterBox({ turn: range.endTurn, offset: range.endOffset - 1 }) ?? this.#shownTurn(range, -1);
    return first && last ? { top: first.top - origin, bottom: last.bottom - origin } : null;
  }

  #shownTurn({ startTurn, endTurn }: TextRange, step: 1 | -1): DOMRect | null {
    for (let turn = step > 0 ? startTurn : endTurn; turn >= startTurn && turn <= endTurn; turn += step) {
      const box = this.#texts[turn]?.getBoundingClientRect();
      if (box && box.height > 0) return box;
    }
    return null;
  }

  /** Left and right edge of the text, in pixels from the left of the content. */
  textLeft(): number {
    return this.#textBox().left - this.content.getBoundingClientRect().left;
  }

  textRight(): number {
    return this.#textBox().right - this.content.getBoundingClientRect().left;
  }

  /** Where the text of a turn lies, in pixels from the top left of the content; null when it is folded away. */
  turnBox(turn: number): { top: number; left: number; width: number; height: number } | null {
    const box = this.#texts[turn]?.getBoundingClientRect();
    const origin = this.content.getBoundingClientRect();
    return box ? { top: box.top - origin.top, left: box.left - origin.left, width: box.width, height: box.height } : null;
  }

  #textBox(): DOMRect {
    return (this.#texts.find((element) => element.offsetParent !== null) ?? this.content).getBoundingClientRect();
  }

  /** What can be seen, in pixels from the top of the content. */
  window(): Extent {
    const box = this.scroller.getBoundingClientRect();
    const origin = this.content.getBoundingClientRect().top;
    return { top: box.top - origin, bottom: box.bottom - origin };
  }

  /** Scrolls as little as needed to have a range in sight; its moving edge where it is longer than the window. */
  bringIntoSight(range: TextRange, edge: 'start' | 'end' = 'start'): void {
    const extent = this.extentOf(range);
    if (!extent) return;
    const seen = this.window();
    const fits = extent.bottom - extent.top <= seen.bottom - seen.top - 2 * MARGIN;
    const top = fits || edge === 'start' ? extent.top : extent.bottom - MARGIN;
    const bottom = fits || edge === 'end' ? extent.bottom : extent.top + MARGIN;
    if (top < seen.top + MARGIN) this.scroller.scrollTop += top - seen.top - MARGIN;
    else if (bottom > seen.bottom - MARGIN) this.scroller.scrollTop += bottom - seen.bottom + MARGIN;
  }

  /** Scrolls a range to one third of the height, unless all of it is well in sight already. */
  bringToThird(range: TextRange): void {
    const extent = this.extentOf(range);
    if (!extent) return;
    const seen = this.window();
    if (extent.top >= seen.top + MARGIN && extent.bottom <= seen.bottom - MARGIN) return;
    this.scroller.scrollTop += extent.top - seen.top - (seen.bottom - seen.top) / 3;
  }

  /** The turn at the top of the window. */
  topTurn(): number {
    return this.#firstBelow(this.scroller.getBoundingClientRect().top + 8);
  }

  /** Turns that lie in the window, or above or below it by no more than so many heights of it. */
  turnsNear(heights: number): { first: number; last: number } {
    const { top, bottom, height } = this.scroller.getBoundingClientRect();
    return { first: this.#firstBelow(top - heights * height), last: this.#firstBelow(bottom + heights * height) };
  }

  /** The first turn that ends below a height of the window; the last one when none does. */
  #firstBelow(y: number): number {
    // Asked of the row's attribute: asking for boxes of hundreds of turns takes longer than finding one.
    const shown = this.#texts.flatMap((element, turn) => (element.parentElement?.hidden ? [] : [{ element, turn }]));
    let low = 0;
    let high = shown.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((shown[middle]?.element.getBoundingClientRect().bottom ?? 0) <= y) low = middle + 1;
      else high = middle;
    }
    return shown[low]?.turn ?? 0;
  }

  /** Pixels of a turn above the top of the window; negative when it begins below it. */
  aboveOf(turn: number): number {
    const box = this.#texts[turn]?.getBoundingClientRect();
    return box ? this.scroller.getBoundingClientRect().top - box.top : 0;
  }

  /** Puts a share of the whole (0 to 1) in the middle of the window. */
  scrollToShare(share: number): void {
    this.scroller.scrollTop = share * this.scroller.scrollHeight - this.scroller.clientHeight / 2;
  }

  /** Puts a turn at the top of the window, with so many pixels of it above; where it is folded away, the next one that is not. */
  scrollToTurn(turn: number, above: number): void {
    const isShown = (index: number): boolean => (this.#texts[index]?.offsetHeight ?? 0) > 0;
    let shown = turn;
    while (shown < this.#texts.length && !isShown(shown)) shown += 1;
    if (shown < this.#texts.length) this.scroller.scrollTop += (shown === turn ? above : 0) - this.aboveOf(shown);
  }
}
