// The snippets of a study in columns, source by source in the order of the text: what queries are answered from.
import { compareRanges } from '#shared/domain/transcript/anchor';
import type { Snippet, TextRange } from '#shared/model/records/snippet';
import type { Turn } from '#shared/model/transcript';
import type { VaultReader } from '#shared/model/vault-state';
import type { Steps } from '#shared/lib/steps';

/** Snippets of one source: from place `from` to before place `to` of the columns. */
export interface SourceStretch {
  sourceId: string;
  from: number;
  to: number;
}

export interface SnippetColumns {
  snippets: readonly Snippet[];
  placeOf: ReadonlyMap<string, number>;
  sources: readonly SourceStretch[];
}

/** Sources by title, snippets by place in the text, so that every list that follows is in one order. */
export function* snippetColumns(reader: VaultReader): Steps<SnippetColumns> {
  const bySource = new Map<string, Snippet[]>();
  for (const snippet of reader.all('snippets').values()) {
    const list = bySource.get(snippet.sourceId);
    if (list) list.push(snippet);
    else bySource.set(snippet.sourceId, [snippet]);
  }
  yield;
  const title = (id: string): string => reader.get('sources', id)?.title ?? '';
  const order = [...bySource.keys()].sort((left, right) => compare(title(left), title(right)) || compare(left, right));
  const snippets: Snippet[] = [];
  const sources: SourceStretch[] = [];
  for (const sourceId of order) {
    const from = snippets.length;
    const own = bySource.get(sourceId) ?? [];
    for (const snippet of own.sort((left, right) => compareRanges(left.range, right.range) || compare(left.id, right.id))) {
      snippets.push(snippet);
    }
    sources.push({ sourceId, from, to: snippets.length });
    yield;
  }
  return { snippets, sources, placeOf: new Map(snippets.map(({ id }, place) => [id, place])) };
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Places in a text as one number that keeps their order; a turn is never this long. */
const TURN = 2 ** 26;

/** First and last unit of text of a range, as numbers; the end is half open. */
export function unitsOfRange({ startTurn, startOffset, endTurn, endOffset }: TextRange): [number, number] {
  return [startTurn * TURN + startOffset, endTurn * TURN + endOffset];
}

/** Number of the first and of the last word that each range touches, counted from the beginning of the text. */
export function wordsOfRanges(turns: readonly Turn[], ranges: readonly TextRange[]): [number, number][] {
  const before = [0];
  const starts = turns.map(({ text }, index) => {
    const places = wordStarts(text);
    before.push((before[index] ?? 0) + places.length);
    return places;
  });
  // A place inside a word belongs to it, one between words to the next.
  const wordAt = (turn: number, offset: number): number => {
    const places = starts[turn] ?? [];
    const text = turns[turn]?.text ?? '';
    let begun = countBelow(places, offset + 1);
    if (begun > 0 && offset < text.length && !isSpace(text[offset] ?? ' ')) begun -= 1;
    return (before[turn] ?? 0) + begun;
  };
  return ranges.map(({ startTurn, startOffset, endTurn, endOffset }) => {
    const first = wordAt(startTurn, startOffset);
    const last = (before[endTurn] ?? 0) + countBelow(starts[endTurn] ?? [], endOffset) - 1;
    return [first, Math.max(first, last)];
  });
}

function wordStarts(text: string): number[] {
  const places: number[] = [];
  let inside = false;
  for (let at = 0; at < text.length; at += 1) {
    const space = isSpace(text[at] ?? ' ');
    if (!space && !inside) places.push(at);
    inside = !space;
  }
  return places;
}

const isSpace = (character: string): boolean => character.trim() === '';

/** How many of the ascending places lie before this one. */
function countBelow(places: readonly number[], limit: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
