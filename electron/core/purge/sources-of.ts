// In which conversations a person is heard, now or at any kept step, and under which labels.
import type { Participant } from '#shared/model/records/participant';
import type { Source } from '#shared/model/records/source';
import type { VaultReader } from '#shared/model/vault-state';
import type { PastPerson } from '#shared/rpc/history-answers';

import type { Disk } from '../vault/disk.ts';
import type { Vault } from '../vault/vault.ts';
import { type Past, readPast } from './read-past.ts';

export interface HeardSource {
  /** The present record, or the last one there was. */
  source: Source;
  /** The person's labels in it; none when they were heard without one. */
  labels: Set<string>;
  /** All labels that were ever theirs in it: for its earlier texts. */
  ever: Set<string>;
  /** Nobody else is heard in it. */
  alone: boolean;
  /** The highest revision of its text that was ever named. */
  revision: number;
}

/**
 * What was ever said by a person. A voice that is somebody else's by now is theirs; one that is nobody's since the person was removed from
 * the list is still the person's.
 */
export function sourcesOf(state: VaultReader, past: Past, participantId: string): HeardSource[] {
  const ids = new Set([...state.all('sources').keys(), ...past.sources.keys()]);
  return [...ids].flatMap((id) => heardIn(state, past, id, participantId) ?? []);
}

function heardIn(state: VaultReader, past: Past, id: string, person: string): HeardSource | null {
  const then = past.sources.get(id);
  const source = state.get('sources', id) ?? then?.last;
  if (!source) return null;
  const revision = Math.max(source.transcript.revision, then?.revision ?? 0);
  const before = then?.heard.get(person);
  const voices = source.speakers.filter(({ role }) => role === 'participant');
  if (voices.length === 0) {
    const theirs = source.participantId === person || (source.participantId === null && before !== undefined);
    const labels = before ?? new Set();
    return theirs ? { source, labels, ever: labels, alone: true, revision } : null;
  }
  const mine = voices.filter(({ label, participantId }) => participantId === person || (participantId === null && before?.has(label)));
  if (mine.length === 0) return null;
  const others = new Set(voices.filter((voice) => !mine.includes(voice)).map(({ participantId }) => participantId));
  const named = source.speakers.filter(({ participantId }) => participantId === person);
  const labels = new Set([...mine, ...named].map(({ label }) => label));
  return { source, labels, ever: new Set([...labels, ...(before ?? [])]), alone: others.size === 0, revision };
}

/** Conversations of today in which the person is no longer heard, but was: their words may stand in an earlier text. */
export function formerlyHeard(state: VaultReader, past: Past, person: string): HeardSource[] {
  return [...past.sources].flatMap(([id, { heard, revision }]) => {
    const ever = heard.get(person);
    const source = state.get('sources', id);
    if (!ever || ever.size === 0 || !source || heardIn(state, past, id, person)) return [];
    return { source, labels: new Set<string>(), ever, alone: false, revision: Math.max(revision, source.transcript.revision) };
  });
}

/** People whom only the history knows, by pseudonym. */
export function pastPeople(state: VaultReader, past: Past): Participant[] {
  const gone = [...past.participants.values()].filter(({ id }) => !state.get('participants', id));
  return gone.sort((left, right) => left.pseudonym.localeCompare(right.pseudonym, 'en', { numeric: true }));
}

/** As pastPeople, for showing: reads the history of an open study. @throws the operating system's error. */
export async function peopleOnlyInHistory(vault: Vault, disk: Disk): Promise<PastPerson[]> {
  await vault.settled();
  const people = pastPeople(vault.state, await readPast(disk, vault.files));
  return people.map(({ id, pseudonym, name }) => ({ participantId: id, pseudonym, name }));
}

/**
 * The same person under an earlier id: of an import that was undone and done again. Known by the name, or by the same label in a file of the
 * same name. Somebody whose words the present study still holds as nobody's is never meant: they may be another of the same name.
 */
export function earlierSelves(state: VaultReader, past: Past, { id, name }: Pick<Participant, 'id' | 'name'>): Participant[] {
  const voices = new Set(sourcesOf(state, past, id).flatMap(voicesOf));
  const called = name.trim().toLowerCase();
  return pastPeople(state, past).filter((other) => {
    if (other.id === id) return false;
    const heard = sourcesOf(state, past, other.id);
    if (heard.some(({ source }) => state.get('sources', source.id))) return false;
    return (called !== '' && other.name.trim().toLowerCase() === called) || heard.flatMap(voicesOf).some((voice) => voices.has(voice));
  });
}

function voicesOf({ source: { fileName }, labels }: HeardSource): string[] {
  if (fileName.trim() === '') return [];
  return labels.size === 0 ? [`${fileName}\n`] : [...labels].map((label) => `${fileName}\n${label}`);
}
