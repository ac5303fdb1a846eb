// Says what goes with a person before anything is touched: records, transcripts, and texts that may mention them.
import { createHash } from 'node:crypto';
import path from 'node:path';

import { peopleInSource } from '#shared/domain/evidence/participants-of';
import { createNameFinder, findMentions, type NameFinder } from '#shared/domain/participants/mentions';
import { countWords } from '#shared/lib/text';
import type { CollectionName } from '#shared/model/records/index';
import type { Participant } from '#shared/model/records/participant';
import type { Source } from '#shared/model/records/source';
import type { Turn } from '#shared/model/transcript';
import type { VaultReader } from '#shared/model/vault-state';
import type { PurgePlan } from '#shared/rpc/history-answers';

import { readPlaces } from '../backups/backup-place.ts';
import { type Disk, exists } from '../vault/disk.ts';
import { transcriptBytes } from '../vault/transcripts.ts';
import type { Vault } from '../vault/vault.ts';
import type { VaultFiles } from '../vault/vault-files.ts';
import type { RedactedSource, Tombstone } from './tombstones.ts';
import { type Deletion, noteSnippet, withoutTurns } from './without-person.ts';

/** What will be done, and what is said of it. */
export interface PlannedPurge {
  tombstone: Tombstone;
  plan: PurgePlan;
  /** Everything the person is called: for replacing mentions. Never written down. */
  names: string[];
}

/** Reads only. @throws AppError('not-found') when there is no such participant, 'vault-damaged' when a transcript cannot be read. */
export async function planPurge(vault: Vault, participantId: string, disk: Disk, now: string): Promise<PlannedPurge> {
  await vault.whole;
  await vault.settled();
  const { state } = vault;
  const participant = state.require('participants', participantId);
  const sources = state
    .referring('participants', participantId, 'sources')
    .filter((source) => peopleInSource(source).includes(participantId));
  const alone = sources.filter((source) => peopleInSource(source).length === 1);
  const shared = await Promise.all(
    sources.filter((source) => !alone.includes(source)).map(async (source) => redact(source, participantId, await vault.turns(source.id))),
  );
  const tombstone: Tombstone = {
    participantId,
    at: now,
    sourceIds: alone.map(({ id }) => id),
    redacted: shared.map(({ redacted }) => redacted),
    mentionsReplaced: false,
  };
  const deletion: Deletion = {
    participantIds: new Set([participantId]),
    sourceIds: new Set(tombstone.sourceIds),
    redacted: new Map(shared.map(({ redacted: of, text }) => [of.sourceId, { turns: new Set(of.turns), transcript: of.transcript, text }])),
    snippetIds: new Set(),
  };
  for (const snippet of state.all('snippets').values()) noteSnippet(deletion, snippet);
  const names = namesOf(participant, sources);
  const finder = createNameFinder(names);
  const texts = new Map(shared.map(({ source, text }) => [source.id, text]));
  const spokenMentions = await findSpokenMentions(vault, finder, deletion, texts);
  return {
    tombstone,
    names,
    plan: { ...describe(state, participant, deletion, finder), spokenMentions, ...(await describeFiles(disk, vault.files)) },
  };
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

/** The name, the labels the person has in transcripts, and the pseudonym. */
function namesOf({ id, name, pseudonym }: Participant, sources: readonly Source[]): string[] {
  const labels = sources.flatMap((source) => source.speakers.filter(({ participantId }) => participantId === id).map(({ label }) => label));
  return [...new Set([name, pseudonym, ...labels].filter((text) => text.trim() !== ''))];
}

function redact(source: Source, participantId: string, turns: readonly Turn[]): { source: Source; redacted: RedactedSource; text: Turn[] } {
  const labels = new Set(source.speakers.filter((speaker) => speaker.participantId === participantId).map(({ label }) => label));
  const taken = turns.flatMap(({ speaker }, index) => (speaker !== null && labels.has(speaker) ? [index] : []));
  const text = withoutTurns(turns, new Set(taken));
  const revision = source.transcript.revision + 1;
  const sha256 = createHash('sha256')
    .update(transcriptBytes(source.id, revision, { turns: text }))
    .digest('hex');
  const words = text.reduce((sum, turn) => sum + countWords(turn.text), 0);
  return { source, text, redacted: { sourceId: source.id, turns: taken, transcript: { ...source.transcript, revision, sha256, words } } };
}

function describe(
  state: VaultReader,
  participant: Participant,
  { sourceIds, redacted, snippetIds }: Deletion,
  names: NameFinder,
): Omit<PurgePlan, 'spokenMentions' | 'otherFiles' | 'places'> {
  const count = (collection: 'taggings' | 'cards' | 'evidenceLinks'): number =>
    [...snippetIds].reduce((sum, id) => sum + state.referring('snippets', id, collection).length, 0);
  const titled = (id: string) => ({ id, title: state.get('sources', id)?.title ?? id });
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
