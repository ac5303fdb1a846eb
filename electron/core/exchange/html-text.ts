// The text of an HTML document as positions of Taguette count it, with line breaks put in where blocks would run together.
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

export interface HtmlText {
  /** The text nodes one after the other, with a line feed added between blocks that have none. */
  text: string;
  /** UTF-8 bytes of the text nodes alone. */
  byteLength: number;
  /** Code point position in `text` for a byte position of the text nodes; null beyond the end or inside of a character. @param end whether it ends a range: breaks added there come after it. */
  fromBytes(position: number, end: boolean): number | null;
}

const BLOCKS = new Set([
  'p',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'ul',
  'ol',
  'tr',
  'table',
  'blockquote',
  'pre',
  'section',
  'br',
  'td',
  'th',
]);

/** Text nodes of a document in order. Scripts and styles are text as well, since the positions count them. */
export function htmlText(html: string): HtmlText {
  const parts: string[] = [];
  /** Code point places, in the text without added breaks, at which one was added. */
  const added: number[] = [];
  let points = 0;
  let last = '\n';
  const breakHere = (): void => {
    if (last === '\n') return;
    parts.push('\n');
    added.push(points);
    last = '\n';
  };
  walk(parseFragment(html), {
    text: (value) => {
      if (value === '') return;
      parts.push(value);
      points += [...value].length;
      last = value.trimEnd() === '' && value.includes('\n') ? '\n' : value.slice(-1);
    },
    block: breakHere,
  });
  const text = parts.join('');
  const { places, byteLength } = bytePlaces(text, added);
  return {
    text,
    byteLength,
    fromBytes: (position, end) => {
      const point = places(position);
      if (point === null) return null;
      return point + added.filter((place) => (end ? place < point : place <= point)).length;
    },
  };
}

interface Listener {
  text(value: string): void;
  block(): void;
}

/** Walks without recursion: a hostile document may nest without end. */
function walk(root: DefaultTreeAdapterTypes.DocumentFragment, listener: Listener): void {
  const waiting: (DefaultTreeAdapterTypes.Node | (() => void))[] = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'function') {
      next();
      continue;
    }
    if (next.nodeName === '#text') listener.text((next as DefaultTreeAdapterTypes.TextNode).value);
    if (!('childNodes' in next)) continue;
    const block = BLOCKS.has(next.nodeName);
    if (block) {
      listener.block();
      waiting.push(() => listener.block());
    }
    for (const child of next.childNodes.toReversed()) waiting.push(child);
  }
}

/** Looks up the code point at which a byte begins, in the text without the added breaks. */
function bytePlaces(text: string, added: readonly number[]): { places(position: number): number | null; byteLength: number } {
  const skipped = new Set(added.map((place, index) => place + index));
  const starts: number[] = [];
  let bytes = 0;
  let place = 0;
  for (const letter of text) {
    if (!skipped.has(place)) {
      starts.push(bytes);
      const code = letter.codePointAt(0) ?? 0;
      bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    }
    place += 1;
  }
  starts.push(bytes);
  const byStart = new Map(starts.map((start, point) => [start, point]));
  return { places: (position) => byStart.get(position) ?? null, byteLength: bytes };
}
