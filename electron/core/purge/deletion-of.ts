// What a deletion means in one study: the ids to look for, and the new texts of conversations that others speak in.
import path from 'node:path';

import type { Renaming } from '#shared/domain/names/rename-records';
import { createNameFinder } from '#shared/domain/participants/mentions';
import { AppError } from '#shared/lib/app-error';
import type { Turn } from '#shared/model/transcript';

import { type Disk, exists, syncFolder, writeFileDurably } from '../vault/disk.ts';
import { transcriptBytes, transcriptName, Transcripts } from '../vault/transcripts.ts';
import type { VaultFiles } from '../vault/vault-files.ts';
import { openNames, type PurgeIntent, type RedactedSource, type Tombstone } from './tombstones.ts';
import { DELETED, type Deletion, type Redaction, renamingOnly, withoutTurns } from './without-person.ts';

/** Longest one-line text of a record (UTF-16 units). */
const LONGEST_LINE = 300;

/** Which turns of a conversation are taken out, in each of its texts; several people of one source together. */
export function takenOf(redacted: readonly RedactedSource[]): Pick<Redaction, 'turns' | 'byRevision'> {
  const byRevision = new Map<number, Set<number>>();
  const add = (revision: number, turns: readonly number[]): void => {
    byRevision.set(revision, new Set([...(byRevision.get(revision) ?? []), ...turns]));
  };
  for (const { turns, from, others = [], transcript } of redacted) {
    if (from === undefined) continue;
    add(from, turns);
    add(transcript.revision, turns);
    for (const other of others) add(other.revision, other.turns);
  }
  return { turns: new Set(redacted.flatMap(({ turns }) => turns)), byRevision };
}

/**
 * What the tombstones mean, with the texts of shared sources as they will stand. Several people of one source are taken out together.
 * @param renaming names that go instead of a person.
 */
export async function deletionOf(
  disk: Disk,
  files: VaultFiles,
  intent: Pick<PurgeIntent, 'tombstones' | 'names'>,
  renaming: Renaming | null = null,
): Promise<Deletion> {
  if (renaming) return renamingOnly(renaming);
  const { tombstones } = intent;
  const names = await openNames(files, intent.names);
  const redacted = Map.groupBy(
    tombstones.flatMap((tombstone) => tombstone.redacted),
    ({ sourceId }) => sourceId,
  );
  const sourceIds = new Set(tombstones.flatMap((tombstone) => tombstone.sourceIds));
  const withTexts = new Map<string, Redaction>();
  for (const [sourceId, each] of redacted) {
    const transcript = each.at(-1)?.transcript;
    if (!transcript || sourceIds.has(sourceId)) continue;
    withTexts.set(sourceId, { ...takenOf(each), transcript, text: await newText(disk, files, each) });
  }
  const finder = names.length > 0 ? createNameFinder(names) : null;
  return {
    participantIds: new Set(tombstones.map(({ participantId }) => participantId)),
    sourceIds,
    redacted: withTexts,
    snippetIds: new Set(),
    ...(finder ? { mask: (text: string) => masked(text, finder.replace(text, DELETED)) } : {}),
  };
}

/** A line stays as long as a line may be. */
const masked = (text: string, replaced: string): string =>
  text.length <= LONGEST_LINE && replaced.length > LONGEST_LINE ? replaced.slice(0, LONGEST_LINE) : replaced;

/**
 * The text of the newest revision, one deletion after another: as written before a crash, or made from the text in which the person's turns were
 * counted. Older deletions do not name it: then the newest text below it.
 */
async function newText(disk: Disk, files: VaultFiles, deletions: readonly RedactedSource[]): Promise<Turn[]> {
  const transcripts = new Transcripts(disk, files);
  const read = async (sourceId: string, revision: number): Promise<Turn[] | null> =>
    (await exists(disk, transcripts.fileOf(sourceId, revision))) ? (await transcripts.read(sourceId, revision)).turns : null;
  let text: Turn[] | null = null;
  for (const { sourceId, transcript, turns, from } of deletions) {
    const own = await read(sourceId, transcript.revision);
    let base: Turn[] | null = own ?? (from === undefined ? text : ((await read(sourceId, from)) ?? text));
    const lowest = from === undefined ? 1 : transcript.revision;
    for (let older = transcript.revision - 1; !base && older >= lowest; older -= 1) base = await read(sourceId, older);
    text = base && withoutTurns(base, new Set(turns));
  }
  if (text) return text;
  throw new AppError(
    'vault-damaged',
    'The transcript of a conversation that others speak in is missing, so the participant could not be taken out of it.',
  );
}

/** Writes the texts without the person's words, beside those that are there. */
export async function writeNewRevisions(disk: Disk, files: VaultFiles, { redacted }: Deletion): Promise<void> {
  for (const [sourceId, { transcript, text }] of redacted) {
    const { revision } = transcript;
    const content = transcriptBytes(sourceId, revision, { turns: [...text] });
    const file = new Transcripts(disk, files).fileOf(sourceId, revision);
    if (!(await exists(disk, file)))
      await writeFileDurably(disk, file, await files.cipher.sealFile(transcriptName(sourceId, revision), content));
  }
}

/** Every revision of what goes whole; of conversations every revision but the newest. */
export async function removeTranscripts(disk: Disk, folder: string, tombstones: readonly Tombstone[]): Promise<void> {
  const whole = new Set(tombstones.flatMap(({ sourceIds }) => sourceIds));
  const newest = new Map(tombstones.flatMap(({ redacted }) => redacted.map((of) => [of.sourceId, of.transcript.revision] as const)));
  // The old texts of sources that were given new numbers for their names.
  for (const { sourceId, by } of tombstones.flatMap(({ renumbered = [] }) => renumbered)) newest.set(sourceId, by + 1);
  for (const name of await disk.readdir(folder).catch(() => [] as string[])) {
    const [id = '', revision = ''] = name.split('.');
    const old = Number(revision) < (newest.get(id) ?? 0);
    if (whole.has(id) || old || name.endsWith('.tmp')) await disk.rm(path.join(folder, name), { force: true });
  }
  await syncFolder(disk, folder).catch(() => undefined);
}
