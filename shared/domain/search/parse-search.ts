// Reads what was typed into the search box: words, "phrases", -exclusions and filters such as tag:price.
import type { SearchTerm } from './text-document.ts';
import { wordsAskedFor } from './words.ts';

/** Names of filters, each with other words for it. */
export const SEARCH_FILTERS = {
  tag: ['tag'],
  participant: ['participant', 'person'],
  source: ['source', 'interview'],
  segment: ['segment'],
  kind: ['kind', 'in'],
} as const satisfies Record<string, readonly string[]>;

export type SearchFilterName = keyof typeof SEARCH_FILTERS;

export interface SearchFilter {
  name: SearchFilterName;
  /** As typed, without quotation marks; may be empty while it is being typed. */
  value: string;
  exclude: boolean;
}

export interface ParsedSearch {
  terms: SearchTerm[];
  without: SearchTerm[];
  filters: SearchFilter[];
}

/** What stands before a quotation mark, and what between two; the last may be missing. Neither part can hold what ends it. */
const PIECES = /([^\s"“”]*)(?:["“”]([^"“”]*)(["“”]|$))?/gu;
const HEAD = /^(-?)(?:([a-z]+):)?(.*)$/isu;

/** Never fails: what is no filter is words. */
export function parseSearch(typed: string): ParsedSearch {
  const parsed: ParsedSearch = { terms: [], without: [], filters: [] };
  for (const [, piece = '', quoted, quoteEnd] of typed.matchAll(PIECES)) {
    const [, minus = '', prefix = '', rest = ''] = HEAD.exec(piece) ?? [];
    const exclude = minus === '-';
    const name = filterNamed(prefix);
    if (name) {
      parsed.filters.push({ name, value: quoted ?? rest, exclude });
      continue;
    }
    addTerm(parsed, prefix === '' ? rest : `${prefix}:${rest}`, exclude, !exclude);
    if (quoted !== undefined) addTerm(parsed, quoted, exclude, quoteEnd === '');
  }
  return parsed;
}

function addTerm(parsed: ParsedSearch, text: string, exclude: boolean, open: boolean): void {
  const words = wordsAskedFor(text);
  if (words.length > 0) (exclude ? parsed.without : parsed.terms).push({ words, open: open && !exclude });
}

function filterNamed(prefix: string): SearchFilterName | null {
  const wanted = prefix.toLowerCase();
  const names = Object.keys(SEARCH_FILTERS) as SearchFilterName[];
  return names.find((name) => (SEARCH_FILTERS[name] as readonly string[]).includes(wanted)) ?? null;
}
