// Drops what stands around the text of a PDF: titles, addresses and page numbers that repeat, numbers of lines and paragraphs.
import { countWords } from '#shared/lib/text';

import type { PdfLine } from './pdf-lines.ts';

/** So many lines at either end of a page may belong to its margin. */
const MARGIN_LINES = 3;
/** Repeated on at least this share of the pages. */
const REPEATED = 0.5;
const PAGE_NUMBER = /^(?:(?:page|seite|p\.?)\s{0,3})?[-–]?\s{0,2}(\d{1,4})\s{0,2}[-–]?(?:\s{0,3}(?:\/|of|von|de)\s{0,3}\d{1,4})?$/iu;

/**
 * Pages without their margins. A line goes when it stands among the outermost of its page and, numbers apart, comes again on half of the
 * pages (at least two) at the same height; or when it is nothing but the number of its page. `dropped` counts different lines.
 */
export function withoutMargins(pages: readonly (readonly PdfLine[])[]): { pages: PdfLine[][]; dropped: number } {
  const counts = new Map<string, number>();
  for (const page of pages) for (const key of new Set(outermost(page).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const least = Math.max(2, Math.ceil(pages.length * REPEATED));
  const repeated = new Set([...counts].filter(([, count]) => count >= least).map(([key]) => key));
  const cleaned = pages.map((page, index) => {
    const margin = new Set(outermost(page));
    return page.filter((line) => !margin.has(line) || !(repeated.has(keyOf(line)) || isPageNumber(line, index + 1, pages.length)));
  });
  return { pages: withoutOverlaps(cleaned), dropped: repeated.size };
}

/** Some programs print the last line of a page again at the top of the next. Fewer words than this may have been said twice. */
const OVERLAP_WORDS = 5;

function withoutOverlaps(pages: readonly PdfLine[][]): PdfLine[][] {
  return pages.map((page, index) => {
    const [first] = page;
    const again = first !== undefined && first.text === pages[index - 1]?.at(-1)?.text && countWords(first.text) >= OVERLAP_WORDS;
    return again ? page.slice(1) : page;
  });
}

function outermost(page: readonly PdfLine[]): PdfLine[] {
  const sorted = page.toSorted((one, other) => other.y - one.y);
  if (sorted.length <= MARGIN_LINES) return sorted;
  return [...new Set([...sorted.slice(0, MARGIN_LINES), ...sorted.slice(-MARGIN_LINES)])];
}

/** Text with its numbers made alike, and the height to the nearest few points. */
function keyOf(line: PdfLine): string {
  return `${Math.round(line.y / 4)} ${line.text.replace(/\d+/gu, '#').replace(/\s+/gu, ' ')}`;
}

/** A lone number counts only when it is the number of this page: somebody may have said "42". */
function isPageNumber(line: PdfLine, page: number, pages: number): boolean {
  const match = PAGE_NUMBER.exec(line.text.trim());
  return match !== null && Number(match[1]) === page && (pages > 1 || !/^\d+$/u.test(line.text.trim()));
}

/** Fewer numbers than this, or a smaller share of the lines, are no numbering of a whole text. */
const LEAST_NUMBERS = 5;
const LEAST_SHARE = 0.1;

/** Lines without the numbers of lines or paragraphs in the margin: they count up from line to line, and many lines have one. */
export function withoutNumbers(pages: readonly (readonly PdfLine[])[]): { pages: PdfLine[][]; dropped: number } {
  const lines = pages.flat();
  const values = lines.flatMap((line) => (line.number === null ? [] : [line.number.value]));
  const rising = values.filter((value, index) => index === 0 || value > (values[index - 1] ?? 0)).length;
  const numbered = values.length >= LEAST_NUMBERS && values.length >= lines.length * LEAST_SHARE && rising >= values.length * 0.85;
  if (!numbered) return { pages: pages.map((page) => [...page]), dropped: 0 };
  const strip = (line: PdfLine): PdfLine[] => {
    if (line.number === null) return [line];
    const { rest, left } = line.number;
    return rest === '' ? [] : [{ ...line, text: rest, left, number: null }];
  };
  return { pages: pages.map((page) => page.flatMap(strip)), dropped: values.length };
}
