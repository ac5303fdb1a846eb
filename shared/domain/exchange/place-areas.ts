// Finds the words that an area of a PDF page holds in the plain text of the document: REFI-QDA 1.5 (2020), 10.3, selects parts of a page in points
// from the bottom left; Plumbline works with words.
import type { ProjectArea } from './project.ts';

/** A line of text on a page. Places and sizes are points from the bottom left of the page; `y` is the base line. */
export interface PrintedLine {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
}

/** Half-open range of UTF-16 units of the text. */
interface Place {
  start: number;
  end: number;
}

/** Letters of the two ends by which an area is found whose middle reads otherwise (a page's edge, a column, a note). */
const END_LETTERS = 24;

/**
 * The places of areas in the text, in their order; null for an area that holds no words, or words that the text does not have. The words are
 * those that the other tool wrote down, otherwise those printed there. White space and hyphens do not count; words that come more than once are
 * taken where the page is.
 * @param text LF line ends.
 * @param pages the printed lines of each page; null when the document itself is not there.
 */
export function placeAreas(
  text: string,
  areas: readonly ProjectArea[],
  pages: readonly (readonly PrintedLine[])[] | null,
): (Place | null)[] {
  const folded = foldText(text);
  const last = areas.reduce((most, { page }) => Math.max(most, page), 0);
  // The standard's example counts pages from 0; a file that names a page beyond the last one counts from 1.
  const first = pages && last >= pages.length ? 1 : 0;
  const count = Math.max(pages?.length ?? 0, last + 1 - first);
  return areas.map((area) => {
    const page = area.page - first;
    const share = (page + 0.5) / count;
    for (const words of [area.words, pages ? printedWords(pages[page] ?? [], area) : null]) {
      const place = words === null ? null : findWords(folded, foldText(words).letters, share);
      if (place) return place;
    }
    return null;
  });
}

interface FoldedText {
  letters: string;
  /** UTF-16 place in the text of each unit of `letters`. */
  places: Uint32Array;
}

/** The text without what line breaking changes. */
function foldText(text: string): FoldedText {
  const places = new Uint32Array(text.length);
  let letters = '';
  for (const match of text.matchAll(/[^\s\u00ad\u2010-]+/gu)) {
    for (let at = 0; at < match[0].length; at += 1) places[letters.length + at] = match.index + at;
    letters += match[0];
  }
  return { letters, places };
}

function findWords({ letters, places }: FoldedText, wanted: string, share: number): Place | null {
  if (wanted === '') return null;
  const whole = nearest(letters, wanted, share * letters.length);
  if (whole !== null) return placeOf(places, whole, whole + wanted.length);
  if (wanted.length < END_LETTERS * 2) return null;
  const start = nearest(letters, wanted.slice(0, END_LETTERS), share * letters.length);
  if (start === null) return null;
  const end = letters.indexOf(wanted.slice(-END_LETTERS), start);
  const length = end + END_LETTERS - start;
  return end === -1 || length > wanted.length * 1.5 || length < wanted.length / 1.5 ? null : placeOf(places, start, end + END_LETTERS);
}

function nearest(letters: string, wanted: string, expected: number): number | null {
  let best: number | null = null;
  for (let at = letters.indexOf(wanted); at !== -1; at = letters.indexOf(wanted, at + 1)) {
    if (best !== null && Math.abs(at - expected) >= Math.abs(best - expected)) break;
    best = at;
  }
  return best;
}

const placeOf = (places: Uint32Array, from: number, to: number): Place => ({ start: places[from] ?? 0, end: (places[to - 1] ?? 0) + 1 });

/** Words whose letters stand within the area; a word that it cuts belongs to it when its middle does. Letters count as equally wide. */
function printedWords(lines: readonly PrintedLine[], { left, right, bottom, top }: ProjectArea): string {
  const inside = lines.filter(({ y, size }) => y + size * 0.35 >= bottom && y + size * 0.35 <= top);
  const words = inside.flatMap((line) => {
    const width = (line.right - line.left) / Math.max(1, line.text.length);
    return [...line.text.matchAll(/\S+/gu)].filter((word) => {
      const middle = line.left + (word.index + word[0].length / 2) * width;
      return middle >= left && middle <= right;
    });
  });
  return words.map((word) => word[0]).join(' ');
}
