// Filters of the search box: which can be typed, and what the one that is being typed may become.
import { rankNames } from '#shared/domain/search/rank-names';
import { SEARCH_KIND_WORDS, SEARCH_KINDS } from '#shared/model/search-kinds';

/** Filters that are offered, with what each is for. */
export const OFFERED_FILTERS = [
  { name: 'tag', about: 'Only what has this tag' },
  { name: 'person', about: 'Only what this person said' },
  { name: 'source', about: 'Only in this interview' },
  { name: 'segment', about: 'Only what people of this segment said' },
  { name: 'kind', about: 'Only snippets, memos, transcripts…' },
] as const;

export type OfferedFilter = (typeof OFFERED_FILTERS)[number]['name'];

export type FilterNames = { readonly [N in Exclude<OfferedFilter, 'kind'>]: readonly string[] };

/** A filter at the end of what is typed, and where its value begins. */
const LAST_FILTER = /(?:^|\s)-?(tag|person|participant|source|interview|segment|kind|in):(?:"([^"]*)|([^\s"]*))$/iu;
const OTHER_WORDS: { readonly [word: string]: OfferedFilter } = { participant: 'person', interview: 'source', in: 'kind' };
const MOST = 6;

export interface Completion {
  label: string;
  /** The whole text of the box with it. */
  query: string;
}

/** What the filter being typed may become, the likeliest first; empty when none is being typed. */
export function completionsOf(typed: string, names: FilterNames): Completion[] {
  const match = LAST_FILTER.exec(typed);
  if (!match) return [];
  const word = (match[1] ?? '').toLowerCase();
  const name = OTHER_WORDS[word] ?? (word as OfferedFilter);
  const value = match[2] ?? match[3] ?? '';
  const head = typed.slice(0, typed.length - value.length - (match[2] === undefined ? 0 : 1));
  const choices = name === 'kind' ? SEARCH_KINDS.map((kind) => SEARCH_KIND_WORDS[kind][1]) : names[name];
  return rankNames([...new Set(choices)], value, (choice) => choice)
    .slice(0, MOST)
    .map(({ item }) => ({ label: item, query: `${head}${/[\s"]/.test(item) ? `"${item.replaceAll('"', '')}"` : item} ` }));
}

/** What is typed with the beginning of one more filter. */
export const withFilter = (typed: string, name: OfferedFilter): string => `${typed}${typed === '' || /\s$/.test(typed) ? '' : ' '}${name}:`;

/** The words that are searched for without filters, for comparing them with names. */
export function plainWords(typed: string): string {
  return typed
    .replace(/-?\b(?:tag|person|participant|source|interview|segment|kind|in):(?:"[^"]*"?|\S*)/giu, ' ')
    .replace(/(^|\s)-(?:"[^"]*"?|\S*)/gu, ' ')
    .replace(/"/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
