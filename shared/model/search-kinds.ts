// The kinds of things that can be found, in the order in which their results are shown.

/** Their places are numbers in the stored index: after a change give the index another mark (stored-index.ts). */
export const SEARCH_KINDS = [
  'tag',
  'theme',
  'participant',
  'source',
  'decision',
  'department',
  'assumption',
  'commitment',
  'question',
  'owner',
  'acknowledgement',
  'conversation',
  'habit',
  'signal',
  'gate',
  'self-assessment',
  'memo',
  'snippet',
  'turn',
] as const;
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
  decision: ['decision', 'decisions'],
  department: ['department', 'departments'],
  commitment: ['commitment', 'commitments'],
  owner: ['owner of the result', 'owners of the result'],
  acknowledgement: ['acknowledgement', 'acknowledgements'],
  conversation: ['conversation', 'conversations'],
  habit: ['habit', 'habits'],
  signal: ['signal', 'signals'],
  gate: ['phase gate', 'phase gates'],
  'self-assessment': ['self-assessment', 'self-assessments'],
};

/** Number of a kind in the index. */
export const kindNumber = (kind: SearchKind): number => SEARCH_KINDS.indexOf(kind);

/** Kinds one of whose words begins as typed; none for a word that names nothing. */
export function kindsNamed(typed: string): SearchKind[] {
  const wanted = typed.trim().toLowerCase();
  return wanted === ''
    ? []
    : SEARCH_KINDS.filter((kind) => kind === wanted || SEARCH_KIND_WORDS[kind].some((words) => ` ${words}`.includes(` ${wanted}`)));
}
