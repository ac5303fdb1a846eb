// Joins the lines of a PDF into paragraphs again: by the space between them, by how full they are, by hyphens.
import { labelStrength } from '#shared/domain/transcript/label-strength';
import { readLine } from '#shared/domain/transcript/read-line';

import type { ParagraphBlock } from './document-blocks.ts';
import type { PdfLine } from './pdf-lines.ts';

/** A step down of this many usual steps parts paragraphs; of the second many, an empty line stood between. */
const NEW_PARAGRAPH = 1.3;
const EMPTY_LINE = 1.55;
/** UTF-16 units at the end of a paragraph in which the half of a word is looked for. */
const LONGEST_WORD = 80;
const HYPHEN = /\p{L}[-\u00ad\u2010]$/u;

/** Paragraphs of all pages; a paragraph may go on over the end of a page. */
export function paragraphsOf(pages: readonly (readonly PdfLine[])[]): ParagraphBlock[] {
  const lines = pages.flat();
  const step = usualStep(pages);
  const edges = rightEdges(lines);
  const words = wholeWords(lines);
  const blocks: ParagraphBlock[] = [];
  let previous: PdfLine | null = null;
  for (const page of pages) {
    for (const [index, line] of page.entries()) {
      const open = blocks.at(-1);
      const onPage = index > 0;
      const down = previous !== null && onPage && previous.column === line.column ? previous.y - line.y : null;
      if (open && previous && goesOn(previous, line, down, step, edges)) open.text = joinLine(open.text, line.text, words);
      else {
        if (down !== null && down > step(line) * EMPTY_LINE) blocks.push({ kind: 'paragraph', text: '' });
        blocks.push({ kind: 'paragraph', text: line.text });
      }
      previous = line;
    }
  }
  return blocks;
}

/** Words of the document in lower case, without the halves at the ends of lines. */
function wholeWords(lines: readonly PdfLine[]): Set<string> {
  const words = new Set<string>();
  for (const [index, line] of lines.entries()) {
    const from = HYPHEN.test(lines[index - 1]?.text.slice(-3) ?? '') ? line.text.replace(/^\S+/u, '') : line.text;
    const whole = HYPHEN.test(from.slice(-3)) ? from.slice(0, from.lastIndexOf(' ') + 1) : from;
    for (const word of whole.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []) words.add(word);
  }
  return words;
}

/** @param down points from the line before to this one; null at the top of a page or column. */
function goesOn(previous: PdfLine, line: PdfLine, down: number | null, step: (line: PdfLine) => number, edges: readonly number[]): boolean {
  if (Math.abs(previous.size - line.size) > 0.15 * line.size) return false;
  if (down !== null && (down > step(line) * NEW_PARAGRAPH || down < 0)) return false;
  if (beginsEntry(line.text) || /^[•▪◦‣·]/u.test(line.text)) return false;
  if (HYPHEN.test(previous.text.slice(-3))) return true;
  // Where the next word would have had room, somebody ended the line.
  const firstWord = line.text.split(/\s/u, 1)[0]?.length ?? 0;
  const width = ((line.right - line.left) / Math.max(1, line.text.length)) * (firstWord + 1);
  return previous.right + width > (edges[previous.column] ?? 0) - 0.5 * line.size;
}

/** A speaker's label or a time: never the middle of a paragraph. */
function beginsEntry(text: string): boolean {
  const { label, clearTime } = readLine(text);
  if (clearTime) return true;
  // In a table, the name stands in the first cell.
  const marked = label !== null && (/^(?:colon|timed|bracket)$/u.test(label.form) || text.startsWith(`${label.label}\t`));
  return marked && labelStrength(label.label) >= 2;
}

/** The letters, digits and hyphens with which the text ends. */
function lastWord(text: string): string {
  const characters = [...text];
  return characters.slice(characters.findLastIndex((character) => !/[\p{L}\p{N}-]/u.test(character)) + 1).join('');
}

function joinLine(open: string, next: string, words: ReadonlySet<string>): string {
  const end = open.slice(-LONGEST_WORD);
  if (!HYPHEN.test(end.slice(-3)) || !/^\p{Ll}/u.test(next)) return `${open} ${next}`;
  const first = lastWord(end.slice(0, -1));
  const second = /^[\p{L}\p{N}]+/u.exec(next)?.[0] ?? '';
  const whole = `${first}${second}`.toLowerCase();
  const hyphened = `${first}-${second}`.toLowerCase();
  const isCompound = words.has(hyphened) || (words.has(first.toLowerCase()) && words.has(second.toLowerCase()) && !words.has(whole));
  return isCompound ? open.slice(0, -1) + '-' + next : open.slice(0, -1) + next;
}

/** The most frequent step from line to line for each size of type (points). */
function usualStep(pages: readonly (readonly PdfLine[])[]): (line: PdfLine) => number {
  const steps = new Map<number, Map<number, number>>();
  for (const page of pages) {
    for (const [index, line] of page.entries()) {
      const before = page[index - 1];
      if (!before || before.column !== line.column || Math.abs(before.size - line.size) > 0.1) continue;
      const down = Math.round((before.y - line.y) * 2) / 2;
      if (down <= 0 || down > line.size * 4) continue;
      const bySize = steps.get(Math.round(line.size)) ?? new Map<number, number>();
      bySize.set(down, (bySize.get(down) ?? 0) + 1);
      steps.set(Math.round(line.size), bySize);
    }
  }
  const usual = new Map([...steps].map(([size, counts]) => [size, smallestFrequent(counts)]));
  return (line) => usual.get(Math.round(line.size)) ?? line.size * 1.3;
}

/** The smallest step that is not rare: in a transcript of short turns the gaps between turns are the most frequent steps. */
function smallestFrequent(counts: ReadonlyMap<number, number>): number {
  const most = Math.max(...counts.values());
  return Math.min(...[...counts].filter(([, count]) => count >= most * 0.15).map(([down]) => down));
}

/** Where the lines of each column end at the right (points): nearly the farthest, so that one long line does not count. */
function rightEdges(lines: readonly PdfLine[]): number[] {
  return [0, 1].map((column) => {
    const rights = lines
      .filter((line) => line.column === column)
      .map((line) => line.right)
      .toSorted((one, other) => one - other);
    return rights[Math.floor(rights.length * 0.97)] ?? 0;
  });
}
