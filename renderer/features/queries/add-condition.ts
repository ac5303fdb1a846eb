// The pickers that build a query: each asks for one thing and gives its words.
import { nameFor, type NamedCollection } from '#shared/domain/query/query-names';
import { quotedWord } from '#shared/domain/query/query-words';
import { tagPath } from '#shared/domain/exchange/study-tables';
import { SOURCE_KINDS } from '#shared/model/records/source';
import { askText, quickPick, type QuickPickItem } from '#renderer/stores/quick-pick-store';
import { personLabel, shownText } from '#renderer/stores/shown-names';
import { projection, useVaultStore } from '#renderer/stores/vault-store';

export type Joining = 'and' | 'or' | 'and not' | 'or not';

/** What may be added, in the order of the buttons. */
export const ADDABLE = [
  { id: 'tag', title: 'Tag…' },
  { id: 'overlapping', title: 'Overlapping a tag…' },
  { id: 'near', title: 'Near a tag…' },
  { id: 'participant', title: 'Participant…' },
  { id: 'segment', title: 'Segment…' },
  { id: 'speaker', title: 'Speaker…' },
  { id: 'source', title: 'Interview…' },
  { id: 'kind', title: 'Kind…' },
  { id: 'held', title: 'Day…' },
  { id: 'text', title: 'Words…' },
  { id: 'starred', title: 'Starred' },
] as const;
export type Addable = (typeof ADDABLE)[number]['id'];

/** Asks for what the condition needs. @returns its words; null when it was left. */
export async function pickCondition(what: Addable): Promise<string | null> {
  switch (what) {
    case 'tag':
    case 'participant':
    case 'segment':
    case 'source':
      return pickRecord(what);
    case 'overlapping':
      return within(await pickRecord('tag'), (tag) => `overlapping(${tag})`);
    case 'near':
      return near();
    case 'kind':
      return within(
        await pick(
          'Kind of source',
          SOURCE_KINDS.map((kind) => ({ id: kind, label: kind })),
        ),
        (kind) => `kind:${kind}`,
      );
    case 'speaker':
      return within(await pick('Speaker', speakers()), (label) => `speaker:${quotedWord(label)}`);
    case 'held':
      return within(await line('First day, as 2026-06-30', 'From'), (day) => `from:${quotedWord(day)}`);
    case 'text':
      return within(await line('Words in the quote', 'Find'), (words) => `text:${quotedWord(words)}`);
    case 'starred':
      return 'starred';
  }
}

/** The query with one more condition; brackets keep what stands there together. */
export function joined(text: string, joining: Joining, condition: string): string {
  const before = text.trim();
  if (before === '') return joining.endsWith('not') ? `not ${condition}` : condition;
  const mixed = joining.startsWith('and') && / or /i.test(before) && !(before.startsWith('(') && before.endsWith(')'));
  return `${mixed ? `(${before})` : before} ${joining} ${condition}`;
}

const within = (value: string | null, words: (value: string) => string): string | null => (value === null ? null : words(value));

async function near(): Promise<string | null> {
  const tag = await pickRecord('tag');
  if (tag === null) return null;
  const distances = ['5words', '20words', '1turn', '2turns', '5turns'].map((id) => ({ id, label: `Within ${id.replace(/(\d+)/, '$1 ')}` }));
  return within(await pick('How near', distances), (distance) => `near:${distance}(${tag})`);
}

const COLLECTIONS = { tag: 'tags', participant: 'participants', segment: 'segments', source: 'sources' } as const satisfies Record<
  string,
  NamedCollection
>;

async function pickRecord(what: keyof typeof COLLECTIONS): Promise<string | null> {
  const none = what === 'segment' ? [{ id: '', label: 'In no segment' }] : [];
  const id = await pick(what === 'source' ? 'Interview' : (what[0] ?? '').toUpperCase() + what.slice(1), [...labels(what), ...none]);
  if (id === null) return null;
  return id === '' ? 'segment:none' : `${what}:${quotedWord(nameFor(projection.state, COLLECTIONS[what], id))}`;
}

function labels(what: keyof typeof COLLECTIONS): QuickPickItem[] {
  const { state } = projection;
  const { hideNames } = useVaultStore.getState().settings;
  if (what === 'participant')
    return projection.list('participants').map((person) => ({ id: person.id, label: personLabel(person, hideNames) }));
  if (what === 'segment') return projection.list('segments').map(({ id, name }) => ({ id, label: name }));
  if (what === 'source') return projection.list('sources').map(({ id, title }) => ({ id, label: shownText()(title) }));
  return projection.list('tags').map(({ id, name }) => ({ id, label: name, detail: tagPath(state, id) }));
}

function speakers(): QuickPickItem[] {
  const found = new Set(projection.list('sources').flatMap((source) => source.speakers.map(({ label }) => label)));
  return [...found].sort().map((label) => ({ id: label, label: shownText()(label) }));
}

async function pick(title: string, items: readonly QuickPickItem[]): Promise<string | null> {
  const answer = await quickPick({ title, placeholder: 'Type to filter', items });
  return answer && 'id' in answer ? answer.id : null;
}

function line(title: string, action: string): Promise<string | null> {
  return askText({ title, placeholder: title, action });
}
