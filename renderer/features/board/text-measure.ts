// Counts the lines that a text takes in a width, in the fonts of the board, so that heights are known before anything is drawn.
import { useSyncExternalStore } from 'react';

import type { TextMeasure } from '#shared/domain/board/board-layout';
import { type CountLines, estimateLines } from '#shared/domain/board/card-size';

/** As in board.module.css. */
const FONTS = {
  quote: '400 14px "Literata Variable", "Source Serif 4", Georgia, serif',
  title: '600 15px "Atkinson Hyperlegible Next Variable", "Noto Sans", system-ui, sans-serif',
  insight: '400 13px "Atkinson Hyperlegible Next Variable", "Noto Sans", system-ui, sans-serif',
} as const;

/** Line breaks are sought only as far as lines are ever shown; longer texts are cut anyway. */
const MOST_LETTERS = 400;

let context: CanvasRenderingContext2D | null | undefined;

function canvas(): CanvasRenderingContext2D | null {
  // Where there is no canvas (jsdom), lines are estimated.
  if (context === undefined) {
    context = typeof CanvasRenderingContext2D === 'undefined' ? null : document.createElement('canvas').getContext('2d');
  }
  return context;
}

/** Measures with one font; words and texts are measured once. */
function lineCounter(font: string): CountLines {
  const widths = new Map<string, number>();
  const lines = new Map<string, number>();
  const widthOf = (drawing: CanvasRenderingContext2D, word: string): number => {
    let width = widths.get(word);
    if (width === undefined) {
      drawing.font = font;
      widths.set(word, (width = drawing.measureText(word).width));
    }
    return width;
  };
  return (text, width) => {
    const drawing = canvas();
    if (!drawing) return estimateLines(text, width);
    const key = `${width} ${text}`;
    let count = lines.get(key);
    if (count === undefined) lines.set(key, (count = countLines(text.slice(0, MOST_LETTERS), width, (word) => widthOf(drawing, word))));
    return count;
  };
}

/** Breaks at spaces like CSS does; a word wider than a line is broken inside. */
function countLines(text: string, width: number, widthOf: (word: string) => number): number {
  const space = widthOf(' ');
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines += 1;
    for (const word of paragraph.split(/\s+/)) {
      if (word === '') continue;
      const wide = widthOf(word);
      if (used > 0 && used + space + wide > width) {
        lines += 1;
        used = 0;
      }
      const full = wide > width ? Math.ceil(wide / width) - 1 : 0;
      lines += full;
      used += (used > 0 ? space : 0) + wide - full * width;
    }
  }
  return lines;
}

const make = (): TextMeasure => ({ quote: lineCounter(FONTS.quote), title: lineCounter(FONTS.title), insight: lineCounter(FONTS.insight) });

let measure = make();
const listeners = new Set<() => void>();
let asked = false;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!asked) void loadFonts();
  return () => void listeners.delete(listener);
}

/** Once the fonts are there everything is measured again. */
async function loadFonts(): Promise<void> {
  asked = true;
  if (!('fonts' in document)) return;
  const loaded = await Promise.all(Object.values(FONTS).map((font) => document.fonts.load(font))).catch(() => []);
  if (loaded.flat().length === 0) return;
  measure = make();
  for (const listener of [...listeners]) listener();
}

/** The measure; another one when fonts have arrived. */
export function useTextMeasure(): TextMeasure {
  return useSyncExternalStore(subscribe, () => measure);
}
