// Carries out a deletion in a study that is locked and not open: rewritten beside, put in place, then every trace removed.
import path from 'node:path';

import type { UndoStack } from '#shared/model/journal-entry';

import { type Disk, diskError, exists, makeFolder, syncFolder, writeFileDurably } from '../vault/disk.ts';
import { writeHistoryStart } from '../vault/history-start.ts';
import { type LoadedVault, validatedState } from '../vault/load-vault.ts';
import { readOrNull, snapshotDatabase } from '../vault/snapshot.ts';
import { type VaultFiles, vaultFiles } from '../vault/vault-files.ts';
import { deletionOf, removeTranscripts, writeNewRevisions } from './deletion-of.ts';
import { purgePlaces } from './purge-places.ts';
import { purgeSentences, wordsOfPurge } from './purge-sentences.ts';
import { renamingOf, setOldTextsAside, writeRenamedTexts } from './renamed-texts.ts';
import { noteHistory, readRewritableHistory, rewriteHistory } from './rewrite-history.ts';
import { type PurgeIntent, readPurge, readTombstones, writePurge, writeTombstones } from './tombstones.ts';
import { type Deletion, recordsWithout } from './without-person.ts';

export interface PurgeDone {
  /** The study's files were replaced: they have to be read again. */
  rewritten: boolean;
  /** Sentences for the person. */
  notices: string[];
}

/**
 * Finishes the exchange of files that a crash interrupted. To be called before a study is read: in between its files do not fit together.
 * @throws the operating system's error.
 */
export async function finishExchange(disk: Disk, files: VaultFiles): Promise<void> {
  const intent = await readPurge(disk, files).catch(() => 'unreadable' as const);
  if (intent === null) return;
  const aside = asideOf(files);
  const begun = (await exists(disk, aside.snapshot)) && !(await exists(disk, aside.history));
  if (intent === 'unreadable' ? begun : intent.stage === 'ready') await putInPlace(disk, files);
}

/**
 * Carries out, or finishes, the deletion that is under way. Each step can be done again: a crash anywhere is made good by the next opening,
 * and what fails now is tried again then, the study opens all the same.
 * @returns null when no deletion is under way. @throws the operating system's error while files are being exchanged.
 */
export async function finishPurge(disk: Disk, files: VaultFiles, loaded: LoadedVault, now: string): Promise<PurgeDone | null> {
  let intent: PurgeIntent | null = null;
  try {
    intent = await readPurge(disk, files);
    if (!intent) return null;
    if (intent.stage === 'begun') await rewriteAside(disk, files, loaded, intent);
  } catch (error) {
    return notBegun(disk, files, intent, error);
  }
  await writePurge(disk, files, { ...intent, stage: 'ready' });
  await putInPlace(disk, files);
  try {
    const unreached = await removeTraces(disk, files, loaded.vaultId, intent, now);
    await removeIntent(disk, files);
    return { rewritten: true, notices: purgeSentences(intent.tombstones, unreached) };
  } catch (error) {
    const { message } = diskError(error, wordsOfPurge(intent).notEverywhere, '');
    return { rewritten: true, notices: [`${message.trim()} The rest is done when the study is opened the next time.`] };
  }
}

/** Nothing was changed yet. Damage would be met again each time, so the deletion is given up; a full disk may have room tomorrow. */
async function notBegun(disk: Disk, files: VaultFiles, intent: PurgeIntent | null, error: unknown): Promise<PurgeDone> {
  const words = wordsOfPurge(intent);
  const { code, message } = diskError(error, words.notYet, 'It is tried again when the study is opened the next time.');
  if (code === 'disk') return { rewritten: false, notices: [message] };
  await removeIntent(disk, files);
  return { rewritten: false, notices: [words.givenUp(message)] };
}

async function removeIntent(disk: Disk, files: VaultFiles): Promise<void> {
  await disk.rm(asideOf(files).folder, { recursive: true, force: true });
  await disk.rm(files.purge, { force: true });
  await syncFolder(disk, files.folder);
}

/** The same layout as a study, inside of it, where the rewritten files wait. */
const asideOf = (files: VaultFiles): VaultFiles => vaultFiles(path.join(files.folder, 'purge'), files.cipher);

async function rewriteAside(disk: Disk, files: VaultFiles, loaded: LoadedVault, intent: PurgeIntent): Promise<void> {
  const aside = asideOf(files);
  await disk.rm(aside.folder, { recursive: true, force: true });
  await makeFolder(disk, aside.folder);
  const renaming = await renamingOf(disk, files, intent, aside);
  const deletion = await deletionOf(disk, files, intent, renaming);
  await writeNewRevisions(disk, files, deletion);
  if (renaming) await writeRenamedTexts(disk, files, renaming);
  const history = await readRewritableHistory(disk, files, loaded.vaultId, loaded.seq);
  await noteHistory(history, deletion);
  const { records } = recordsWithout(loaded.records, deletion);
  validatedState(records, loaded.schemaVersion);
  const { start, chain, touched } = await rewriteHistory(disk, history, deletion, aside);
  if (start.seq > 0) await writeHistoryStart(disk, aside, start);
  const { vaultId, schemaVersion, seq, savedAt } = { ...loaded, savedAt: intent.tombstones.at(-1)?.at ?? '' };
  const database = snapshotDatabase(disk, aside);
  const undo = undoWithout(loaded.undo, touched, deletion);
  database.data = { format: 'plumbline-vault', schemaVersion, vaultId, seq, chain, savedAt, undo, records };
  await database.write();
}

/** Steps that hold something of the person can no longer be taken back; where only names went, every step leads to what it led to, without them. */
function undoWithout({ past, future }: UndoStack, touched: ReadonlySet<number>, { mask, renaming }: Deletion): UndoStack {
  const kept = (steps: UndoStack['past']): UndoStack['past'] =>
    steps
      .filter(({ seqs }) => renaming !== undefined || !seqs.some((seq) => touched.has(seq)))
      .map((step) => (mask ? { ...step, label: mask(step.label) } : step));
  return { past: kept(past), future: kept(future) };
}

/** Renames only; what has been renamed already is not there any more and is passed over. */
async function putInPlace(disk: Disk, files: VaultFiles): Promise<void> {
  const aside = asideOf(files);
  if (await exists(disk, aside.history)) {
    await disk.rm(files.history, { recursive: true, force: true });
    await disk.rename(aside.history, files.history);
  }
  if (await exists(disk, aside.historyStart)) await disk.rename(aside.historyStart, files.historyStart);
  if (!(await exists(disk, aside.snapshot))) return;
  await disk.rm(files.journal, { force: true });
  await disk.rm(files.previousSnapshot, { force: true });
  await disk.rename(aside.snapshot, files.snapshot);
  await syncFolder(disk, files.folder);
}

/** @returns places with backups that could not be reached. */
async function removeTraces(disk: Disk, files: VaultFiles, vaultId: string, intent: PurgeIntent, now: string): Promise<string[]> {
  const { tombstones } = intent;
  const renaming = await renamingOf(disk, files, intent, asideOf(files));
  const bytes = await readOrNull(disk, files.snapshot);
  if (bytes && !(await exists(disk, files.previousSnapshot))) await writeFileDurably(disk, files.previousSnapshot, bytes);
  // They are read once more for the backups if the program is stopped meanwhile, and go with the intent.
  if (renaming) await setOldTextsAside(disk, files, tombstones, asideOf(files));
  await removeTranscripts(disk, files.transcripts, tombstones);
  await disk.rm(files.quarantine, { recursive: true, force: true });
  await removeLeftovers(disk, files);
  const known = (await readTombstones(disk, files.tombstones)).filter(
    (old) => !tombstones.some((fresh) => fresh.participantId === old.participantId),
  );
  await writeTombstones(disk, files.tombstones, [...known, ...tombstones]);
  return purgePlaces(disk, files, vaultId, { ...intent, renaming }, now);
}

/** Half-written files of an earlier crash: nobody knows what is in them. */
async function removeLeftovers(disk: Disk, files: VaultFiles): Promise<void> {
  for (const folder of [files.folder, files.history, files.attachments]) {
    for (const name of await disk.readdir(folder).catch(() => [] as string[])) {
      if (name.endsWith('.tmp') || name.endsWith('.damaged')) await disk.rm(path.join(folder, name), { force: true });
    }
  }
}
