// What a step changed, as lines a person reads: records by kind, the first few by name.
import type { HistoryChange } from '#shared/rpc/history-answers';
import { shorten } from '#shared/lib/text';

const NOUNS: { readonly [C in HistoryChange['collection']]: readonly [one: string, many: string] } = {
  study: ['study', 'studies'],
  segments: ['segment', 'segments'],
  participants: ['participant', 'participants'],
  sources: ['interview', 'interviews'],
  snippets: ['snippet', 'snippets'],
  tags: ['tag', 'tags'],
  taggings: ['tag on a snippet', 'tags on snippets'],
  boards: ['board', 'boards'],
  themes: ['theme', 'themes'],
  cards: ['card on the board', 'cards on the board'],
  departments: ['department', 'departments'],
  assumptions: ['assumption', 'assumptions'],
  evidenceLinks: ['judgement', 'judgements'],
  counterSearches: ['search for counter-evidence', 'searches for counter-evidence'],
  commitments: ['commitment', 'commitments'],
  forecasts: ['forecast', 'forecasts'],
  rivalSets: ['set of rivals', 'sets of rivals'],
  confidences: ['confidence', 'confidences'],
  questions: ['question of the guide', 'questions of the guide'],
  askings: ['question noted as asked or not', 'questions noted as asked or not'],
  guide: ['interview guide', 'interview guides'],
  recruits: ['person to be interviewed', 'people to be interviewed'],
  conversations: ['conversation', 'conversations'],
  goals: ['goal', 'goals'],
  rhythmItems: ['rhythm item', 'rhythm items'],
  signals: ['signal', 'signals'],
  gates: ['gate', 'gates'],
  owners: ['owner', 'owners'],
  acknowledgements: ['acknowledgement', 'acknowledgements'],
  assessments: ['self-assessment', 'self-assessments'],
  memos: ['memo', 'memos'],
  queries: ['query', 'queries'],
  codebookVersions: ['codebook version', 'codebook versions'],
  readout: ['readout', 'readouts'],
  customer: ['customer, as heard', 'customers, as heard'],
};

/** Words for fields whose name in the file is not what the screens call them. */
const FIELDS: Readonly<Record<string, string>> = {
  heldOn: 'day',
  segmentId: 'segment',
  parentId: 'place in the tree',
  themeId: 'theme',
  startTurn: 'place',
  endTurn: 'place',
  x: 'place on the board',
  y: 'place on the board',
  range: 'place in the text',
  speakers: 'speakers',
  favourite: 'key',
  aliases: 'other names',
  whenToUse: 'when to use',
  whenNotToUse: 'when not to use',
  headlineThemeIds: 'headline findings',
  quotes: 'chosen quotes',
  decision: 'decision',
  reached: 'how they were reached',
};

const VERBS = { added: 'Added', removed: 'Removed', changed: 'Changed' } as const;

/** What the screens call a kind of record. */
export function recordNoun(collection: HistoryChange['collection'], count: number): string {
  return NOUNS[collection][count === 1 ? 0 : 1];
}

/** What the screens call a field of a record. */
export function fieldWord(field: string): string {
  return FIELDS[field] ?? field;
}

/** Records of one kind that are named; more are counted. */
const NAMED = 3;
const NAME_LENGTH = 80;

export interface ChangeLine {
  text: string;
  /** What became of the fields of one changed record. */
  details: string[];
}

/** @param shown puts pseudonyms in place of names while those are hidden. */
export function changeLines(changes: readonly HistoryChange[], shown: (text: string) => string): ChangeLine[] {
  const groups = new Map<string, HistoryChange[]>();
  for (const change of changes) {
    const key = `${change.what} ${change.collection}`;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()].flatMap((group) => linesOf(group, shown));
}

function linesOf(group: readonly HistoryChange[], shown: (text: string) => string): ChangeLine[] {
  const [first] = group;
  if (!first) return [];
  const [one, many] = NOUNS[first.collection];
  const verb = VERBS[first.what];
  if (first.what === 'changed' && group.length <= NAMED) {
    return group.map((change) => ({
      text: `${verb} ${one}${quoted(change, shown)}`,
      details: change.fields.flatMap((field) => fieldLine(field, shown)),
    }));
  }
  const names = group.flatMap((change) => quoted(change, shown) || []).slice(0, NAMED);
  const count = group.length === 1 ? one : `${group.length.toLocaleString('en')} ${many}`;
  const rest = names.length > 0 && group.length > names.length ? ' …' : '';
  return [{ text: `${verb} ${count}${names.length > 0 ? `:${names.join(',')}${rest}` : ''}`, details: [] }];
}

function quoted({ name }: HistoryChange, shown: (text: string) => string): string {
  return name === '' ? '' : ` “${shorten(shown(name), NAME_LENGTH)}”`;
}

function fieldLine({ field, before, after }: HistoryChange['fields'][number], shown: (text: string) => string): string[] {
  const what = fieldWord(field);
  if (before === null || after === null || (before === '' && after === '')) return [`${what} changed`];
  const text = (value: string): string => `“${shorten(shown(value), NAME_LENGTH)}”`;
  if (before === '') return [`${what}: ${text(after)}`];
  return [after === '' ? `${what}: ${text(before)} taken out` : `${what}: ${text(before)} became ${text(after)}`];
}
