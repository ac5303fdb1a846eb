// The kinds of things that can be found, in the order in which their results are shown.

export const SEARCH_KINDS = ['tag', 'theme', 'participant', 'source', 'assumption', 'question', 'memo', 'snippet', 'turn'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** Words for a kind: one, many, and as it is typed after `kind:`. */
export const SEARCH_KIND_WORDS: { readonly [K in SearchKind]: readonly [one: string, many: string] } = {
  tag: ['tag', 'tags'],
  theme: ['theme', 'themes'],
  participant: ['participant', 'participants'],
  source: ['interview', 'interviews'],
  assumption: ['assumption', 'assumptions'],
  memo: ['memo', 'memos'],
  snippet: ['snippet', 'snippets'],
  turn: ['transcript', 'transcripts'],
  question: ['question of the guide', 'questions of the guide'],
};

/** Number of a kind in the index. */
export const kindNumber = (kind: SearchKind): number => SEARCH_KINDS.indexOf(kind);

/** Kinds whose word begins as typed; none for a word that names nothing. */
export function kindsNamed(typed: string): SearchKind[] {
  const wanted = typed.trim().toLowerCase();
  return wanted === ''
    ? []
    : SEARCH_KINDS.filter((kind) => kind === wanted || SEARCH_KIND_WORDS[kind].some((word) => word.startsWith(wanted)));
}
