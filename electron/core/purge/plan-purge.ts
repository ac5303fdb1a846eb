// Says what goes with a person before anything is touched: records, transcripts, and texts that may mention them.
import { createHash } from 'node:crypto';
import path from 'node:path';

import { createNameFinder, findMentions, type NameFinder } from '#shared/domain/participants/mentions';
import { countWords } from '#shared/lib/text';
import type { CollectionName } from '#shared/model/records/index';
import type { Participant } from '#shared/model/records/participant';
import type { Turn } from '#shared/model/transcript';
import type { VaultReader } from '#shared/model/vault-state';
import type { PurgePlan } from '#shared/rpc/history-answers';

import { readPlaces } from '../backups/backup-place.ts';
import { type Disk, exists } from '../vault/disk.ts';
import { transcriptBytes } from '../vault/transcripts.ts';
import type { Vault } from '../vault/vault.ts';
import type { VaultFiles } from '../vault/vault-files.ts';
import { readPast } from './read-past.ts';
import { earlierSelves, formerlyHeard, type HeardSource, sourcesOf } from './sources-of.ts';
import { takenOf } from './deletion-of.ts';
import type { RedactedSource, Tombstone } from './tombstones.ts';
import { type Deletion, noteSnippet, withoutTurns } from './without-person.ts';

/** What will be done, and what is said of it. */
export interface PlannedPurge {
  /** The person, and earlier selves of theirs that only the history knows. */
  tombstones: Tombstone[];
  plan: PurgePlan;
  /** Everything the person is called: for replacing mentions. Never written down. */
  names: string[];
}

/**
 * Reads only. Also for somebody whom only the history knows, and for conversations that were removed since.
 * @throws AppError('not-found') when there is no such participant, 'vault-damaged' when a transcript cannot be read.
 */
export async function planPurge(vault: Vault, participantId: string, disk: Disk, now: string): Promise<PlannedPurge> {
  await vault.whole;
  await vault.settled();
  const { state } = vault;
  const past = await readPast(disk, vault.files);
  const participant = past.participants.get(participantId);
  const person = state.get('participants', participantId) ?? participant ?? state.require('participants', participantId);
  const earlier = earlierSelves(state, past, person);
  const heard = [person, ...earlier].flatMap(({ id }) => sourcesOf(state, past, id));
  const former = [person, ...earlier].flatMap(({ id }) => formerlyHeard(state, past, id));
  const { alone, shared } = await textsOf(vault, [...heard, ...former]);
  const tombstone: Tombstone = {
    participantId,
    at: now,
    sourceIds: [...alone],
    redacted: shared.map(({ redacted }) => redacted),
    mentionsReplaced: false,
  };
  const deletion: Deletion = {
    participantIds: new Set([participantId]),
    sourceIds: alone,
    redacted: new Map(shared.map(({ redacted: of, text }) => [of.sourceId, { ...takenOf([of]), transcript: of.transcript, text }])),
    snippetIds: new Set(),
  };
  for (const snippet of state.all('snippets').values()) noteSnippet(deletion, snippet);
  const names = namesOf([person, ...earlier], heard);
  const finder = createNameFinder(names);
  const texts = new Map(shared.map(({ redacted, text }) => [redacted.sourceId, text]));
  const spokenMentions = await findSpokenMentions(vault, finder, deletion, texts);
  const titles = new Map(heard.map(({ source }) => [source.id, source.title]));
  const selves = earlier.map(({ id }): Tombstone => ({
    ...tombstone,
    participantId: id,
    sameAs: participantId,
    sourceIds: [],
    redacted: [],
  }));
  return {
    tombstones: [tombstone, ...selves],
    names,
    plan: { ...describe(state, person, deletion, finder, titles), spokenMentions, ...(await describeFiles(disk, vault.files)) },
  };
}

interface Shared {
  redacted: RedactedSource;
  text: Turn[];
}

/** Which conversations go whole, and the new texts of the others. One that is gone already, text and all, goes whole from the history too. */
async function textsOf(vault: Vault, heard: readonly HeardSource[]): Promise<{ alone: Set<string>; shared: Shared[] }> {
  const alone = new Set<string>();
  const shared = new Map<string, Shared>();
  for (const each of heard) {
    const { id, transcript } = each.source;
    const present = vault.state.get('sources', id);
    const turns = each.alone
      ? null
      : present
        ? await vault.turns(id)
        : await vault.transcripts.read(id, transcript.revision).then(
            (text) => text.turns,
            () => null,
          );
    if (!turns) alone.add(id);
    else {
      const redacted = await redact(vault, each, turns);
      if (redacted) shared.set(id, redacted);
    }
  }
  return { alone, shared: [...shared.values()] };
}

async function describeFiles(disk: Disk, files: VaultFiles): Promise<Pick<PurgePlan, 'otherFiles' | 'places'>> {
  const { folder, cipher: _cipher, ...ours } = files;
  const names = new Set(Object.values(ours).map((file) => path.basename(file)));
  const there = await disk.readdir(folder);
  const roots = await readPlaces(disk, files);
  return {
    otherFiles: there.filter((name) => !names.has(name) && !name.endsWith('.tmp')),
    places: await Promise.all(roots.map(async (root) => ({ folder: root, reachable: await exists(disk, root) }))),
  };
}

/** Transcripts that stay, in which somebody says the name. One after another: nothing else has to wait for long. */
async function findSpokenMentions(
  vault: Vault,
  names: NameFinder,
  { sourceIds }: Deletion,
  rewritten: ReadonlyMap<string, readonly Turn[]>,
): Promise<PurgePlan['spokenMentions']> {
  const found: PurgePlan['spokenMentions'] = [];
  for (const { id, title } of vault.state.all('sources').values()) {
    if (sourceIds.has(id)) continue;
    const text = rewritten.get(id) ?? (await vault.turns(id).catch(() => []));
    const turns = text.filter((turn) => names.has(turn.text)).length;
    if (turns > 0) found.push({ sourceId: id, title, turns });
    await new Promise((resolve) => setImmediate(resolve));
  }
  return found;
}

/** The names, the labels the person has in transcripts, and the pseudonyms. */
function namesOf(people: readonly Participant[], heard: readonly HeardSource[]): string[] {
  const own = people.flatMap(({ name, pseudonym }) => [name, pseudonym]);
  const labels = heard.flatMap((each) => [...each.labels]);
  return [...new Set([...own, ...labels].filter((text) => text.trim() !== ''))];
}

/** Null when nothing of the person stands in any of its texts. */
async function redact(
  { transcripts }: Vault,
  { source, labels, ever, revision: named }: HeardSource,
  turns: readonly Turn[],
): Promise<Shared | null> {
  const taken = turnsOf(turns, labels);
  const from = source.transcript.revision;
  // What somebody else is known to have said by now is theirs, whoever it was taken for before.
  const elses = new Set(turns.filter((_turn, index) => !taken.includes(index)).map((turn) => turn.text));
  const others: { revision: number; turns: number[] }[] = [];
  const there = await transcripts.revisions(source.id);
  for (const other of there.filter((number) => number !== from)) {
    const text = (await transcripts.read(source.id, other).catch(() => null))?.turns ?? [];
    others.push({ revision: other, turns: turnsOf(text, ever).filter((index) => !elses.has(text[index]?.text ?? '')) });
  }
  if (taken.length === 0 && others.every((other) => other.turns.length === 0) && labels.size === 0) return null;
  const text = withoutTurns(turns, new Set(taken));
  // Behind a text, too, that lies there without a record since a program was killed.
  const revision = Math.max(named, ...there) + 1;
  const sha256 = createHash('sha256')
    .update(transcriptBytes(source.id, revision, { turns: text }))
    .digest('hex');
  const words = text.reduce((sum, turn) => sum + countWords(turn.text), 0);
  const transcript = { ...source.transcript, revision, sha256, words };
  return { text, redacted: { sourceId: source.id, turns: taken, from, others, transcript } };
}

const turnsOf = (turns: readonly Turn[], labels: ReadonlySet<string>): number[] =>
  turns.flatMap(({ speaker }, index) => (speaker !== null && labels.has(speaker) ? [index] : []));

function describe(
  state: VaultReader,
  participant: Participant,
  { sourceIds, redacted, snippetIds }: Deletion,
  names: NameFinder,
  titles: ReadonlyMap<string, string>,
): Omit<PurgePlan, 'spokenMentions' | 'otherFiles' | 'places'> {
  const count = (collection: 'taggings' | 'cards' | 'evidenceLinks'): number =>
    [...snippetIds].reduce((sum, id) => sum + state.referring('snippets', id, collection).length, 0);
  const titled = (id: string) => ({ id, title: titles.get(id) ?? id });
  const memos = new Set([...sourceIds].flatMap((id) => state.referring('sources', id, 'memos').map((memo) => memo.id)));
  const gone: { [C in CollectionName]?: (id: string) => boolean } = {
    participants: (id) => id === participant.id,
    sources: (id) => sourceIds.has(id),
    snippets: (id) => snippetIds.has(id),
    evidenceLinks: (id) => snippetIds.has(state.get('evidenceLinks', id)?.snippetId ?? ''),
    memos: (id) => memos.has(id),
  };
  const quotes = [...snippetIds].flatMap((id) => state.get('snippets', id)?.quote ?? []);
  const chosen = Object.values(state.get('readout', 'readout')?.quotes ?? {}).flat();
  return {
    participantId: participant.id,
    pseudonym: participant.pseudonym,
    name: participant.name,
    sources: [...sourceIds].map(titled),
    sharedSources: [...redacted].map(([id, { turns }]) => ({ ...titled(id), turns: turns.size })),
    snippets: snippetIds.size,
    taggings: count('taggings'),
    cards: count('cards'),
    evidenceLinks: count('evidenceLinks'),
    readoutQuotes: chosen.filter((id) => snippetIds.has(id)).length,
    memos: memos.size,
    mentions: findMentions(state, names, quotes, (collection, id) => gone[collection]?.(id) ?? false),
  };
}
