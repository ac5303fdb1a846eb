// Who stands behind a snippet: the distinct people whose words it holds, interviewers left out.
import type { Snippet } from '#shared/model/records/snippet';
import type { Source } from '#shared/model/records/source';
import type { VaultReader } from '#shared/model/vault-state';

/**
 * The speaker labels of a source's turns in order, null for a turn without a label. Null instead of a list when the
 * transcript is not at hand. Snippets know their own speakers; this is for those that do not, and for telling the lines of
 * a quote apart.
 */
export type TurnSpeakers = (sourceId: string) => readonly (string | null)[] | null;

export interface PeopleOptions {
  turnSpeakers?: TurnSpeakers | undefined;
}

/**
 * A person key is one of three:
 * - a participant's id;
 * - `unknown:<source id>`: somebody in that source who is nobody's record yet, one person a source however many spoke;
 * - `one-of:<key>+<key>…`: one of these people of a conversation, without turn labels nobody can say which.
 * Record ids hold neither a colon nor a plus sign, so the three never meet.
 */
export type PersonKey = string;

const UNKNOWN = 'unknown:';
const ONE_OF = 'one-of:';

/** True for a person who is not (yet) a participant of the study. */
export function isUnknownPerson(key: PersonKey): boolean {
  return key.startsWith(UNKNOWN);
}

/** The people of a `one-of` key; null for the other keys. */
export function candidatesOf(key: PersonKey): PersonKey[] | null {
  return key.startsWith(ONE_OF) ? key.slice(ONE_OF.length).split('+') : null;
}

/** Gives the people behind a snippet, sorted; an empty list when only interviewers and others speak in it. */
export type PeopleOf = (snippet: SpokenPart) => readonly PersonKey[];

/** A stretch of a source, marked as a snippet or not. */
export type SpokenPart = Pick<Snippet, 'sourceId' | 'speakers' | 'range'>;

/** What is known of one source's voices. Lists are shared between snippets, so that 50,000 of them stay cheap. */
interface Voices {
  labels: readonly (string | null)[] | null;
  byLabel: ReadonlyMap<string, readonly PersonKey[]>;
  /** For turns without a label that is mapped, and for whole sources without turn labels. */
  unlabelled: readonly PersonKey[];
}

/** Makes the function that tells who stands behind a snippet. Valid for one state of the records: make a new one after a change. */
export function createPeopleOf(reader: VaultReader, options: PeopleOptions = {}): PeopleOf {
  const known = new Map<string, Voices>();
  return (snippet) => {
    let voices = known.get(snippet.sourceId);
    if (!voices) known.set(snippet.sourceId, (voices = readVoices(reader, snippet.sourceId, options)));
    return peopleInRange(voices, snippet);
  };
}

function readVoices(reader: VaultReader, sourceId: string, options: PeopleOptions): Voices {
  const source = reader.get('sources', sourceId);
  const byLabel = new Map<string, readonly PersonKey[]>();
  for (const speaker of source?.speakers ?? []) {
    const heard = speaker.role === 'participant' ? [speaker.participantId ?? UNKNOWN + sourceId] : [];
    byLabel.set(speaker.label, heard);
  }
  return {
    labels: source ? (options.turnSpeakers?.(sourceId) ?? null) : null,
    byLabel,
    unlabelled: source ? [anyoneOf(source)] : [UNKNOWN + sourceId],
  };
}

/** The one person of a source as far as its records tell: the only participant, an unknown one, or one of several. */
function anyoneOf(source: Source): PersonKey {
  const people = peopleInSource(source);
  const [only] = people;
  return people.length === 1 && only !== undefined ? only : ONE_OF + people.join('+');
}

/** Everybody who is heard in a source, sorted; never empty: somebody was heard even when no speaker is mapped. */
export function peopleInSource(source: Source): PersonKey[] {
  const people = new Set<PersonKey>();
  for (const speaker of source.speakers) {
    if (speaker.role === 'participant') people.add(speaker.participantId ?? UNKNOWN + source.id);
  }
  if (people.size === 0) people.add(source.participantId ?? UNKNOWN + source.id);
  return [...people].sort();
}

/** By the labels that the snippet keeps; by those of its turns when it keeps none; else by what the source tells. */
function peopleInRange(voices: Voices, { speakers, range }: SpokenPart): readonly PersonKey[] {
  const labels = speakers.length > 0 ? speakers : voices.labels?.slice(range.startTurn, range.endTurn + 1);
  const [first] = labels ?? [];
  if (!labels || first === undefined) return voices.unlabelled;
  if (labels.length === 1) return peopleOfLabel(voices, first);
  return distinctPeople(labels.map((label) => peopleOfLabel(voices, label)));
}

function peopleOfLabel({ byLabel, unlabelled }: Voices, label: string | null): readonly PersonKey[] {
  return (label === null ? undefined : byLabel.get(label)) ?? unlabelled;
}

/**
 * Joins lists of people into distinct people, sorted. "One of these" counts only as long as none of them is there by
 * name: the same voice must never count twice. Each list must be one of distinct people already, as peopleOf and this function give them.
 */
export function distinctPeople(lists: Iterable<readonly PersonKey[]>): PersonKey[] {
  const given = [...lists].filter((list) => list.length > 0);
  const [only] = given;
  if (given.length <= 1) return only ? [...only] : [];
  const people = new Set<PersonKey>();
  for (const list of given) for (const person of list) people.add(person);
  for (const person of people) {
    if (candidatesOf(person)?.some((candidate) => people.has(candidate))) people.delete(person);
  }
  return [...people].sort();
}

/** Everybody heard in the study: the "of 14 people" of every count. Sorted. */
export function peopleHeard(reader: VaultReader): PersonKey[] {
  const people = new Set<PersonKey>();
  for (const source of reader.all('sources').values()) {
    for (const person of peopleInSource(source)) people.add(person);
  }
  return [...people].sort();
}
