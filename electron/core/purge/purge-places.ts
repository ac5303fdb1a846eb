// Takes deleted people out of the backups: in the study's own folder, and in every second folder that can be reached.
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

import { peopleInSource } from '#shared/domain/evidence/participants-of';
import type { Renaming } from '#shared/domain/names/rename-records';
import { EMPTY_UNDO_STACK } from '#shared/model/journal-entry';
import { currentSchemaVersion, type RawRecords } from '#shared/model/migrations/index';
import type { Source } from '#shared/model/records/source';

import { BACKUP_FORMAT, type BackupFile, type BackupManifest, storedName } from '../backups/backup-manifest.ts';
import { type BackupEntry, type BackupPlace, listBackups, placeFolders, readPlaces } from '../backups/backup-place.ts';
import { readStored, sha256Of } from '../backups/copy-file.ts';
import { copyWriteOnceFiles } from '../backups/write-once-files.ts';
import { type Disk, exists, makeFolder, syncFolder, writeFileDurably } from '../vault/disk.ts';
import { writeSealedJson } from '../vault/sealed-json.ts';
import { formatSnapshot, parseSnapshot } from '../vault/snapshot.ts';
import type { VaultFiles } from '../vault/vault-files.ts';
import { deletionOf, removeTranscripts } from './deletion-of.ts';
import { removeOrphans } from './orphan-transcripts.ts';
import { type Past, readPast } from './read-past.ts';
import { chainsAt } from './rewrite-history.ts';
import { revisionsIn } from './renamed-texts.ts';
import { pendingTombstones, type PurgeIntent, readTombstones, type Tombstone, writeTombstones } from './tombstones.ts';
import { type Deletion, recordsWithout } from './without-person.ts';

const compressed = promisify(gzip);

/** What is to be done, with what is known only while it is under way: names that are replaced. */
interface Work extends Pick<PurgeIntent, 'tombstones' | 'names'> {
  renaming?: Renaming | null;
}

/** Cleans all places of a study whose own files are clean already. @returns those that could not be reached. */
export async function purgePlaces(disk: Disk, files: VaultFiles, vaultId: string, intent: Work, now: string): Promise<string[]> {
  await rewriteBackups(disk, placeFolders(files.folder), files, vaultId, intent, now);
  // Texts that nothing refers to may hold the person's words too.
  await removeOrphans(disk, files);
  const unreached: string[] = [];
  for (const root of await readPlaces(disk, files)) {
    const place = placeFolders(root);
    if (await exists(disk, root)) await purgePlace(disk, files, vaultId, place, now, intent);
    else unreached.push(root);
  }
  return unreached;
}

/**
 * Brings a second place up to every deletion of the study; does nothing when it is. To be called before anything is backed up there.
 * @param current the deletion that is under way: which names it replaces is known only meanwhile; later such backups are destroyed instead.
 */
export async function purgePlace(
  disk: Disk,
  files: VaultFiles,
  vaultId: string,
  place: BackupPlace,
  now: string,
  current?: Work,
): Promise<void> {
  const file = path.join(place.root, 'tombstones.json');
  const known = await readTombstones(disk, files.tombstones);
  const pending = pendingTombstones(known, await readTombstones(disk, file));
  if (pending.length === 0 || !(await exists(disk, place.root))) return;
  await removeTranscripts(disk, place.transcripts, pending);
  // The parts there hold the person; those of the study are clean and are copied anew.
  await disk.rm(place.history, { recursive: true, force: true });
  await copyWriteOnceFiles(disk, placeFolders(files.folder), place);
  if (pending.some(({ renumbered }) => renumbered)) await removeUnknownTexts(disk, files, place);
  if (pending.some((tombstone) => isLost(tombstone, current))) await destroyBackups(disk, place);
  else await rewriteBackups(disk, place, files, vaultId, { ...current, tombstones: pending }, now);
  await removeOrphans(disk, files, place);
  await writeTombstones(disk, file, known);
}

/** Which names were replaced is forgotten, or texts have other numbers by now than when it was decided. */
function isLost({ participantId, mentionsReplaced }: Tombstone, current: Work | undefined): boolean {
  const ours = current?.tombstones.some((tombstone) => tombstone.participantId === participantId) ?? false;
  return !ours && (mentionsReplaced || Boolean(current?.renaming));
}

/** Texts that the study itself no longer has: nobody looked for the names in them. */
async function removeUnknownTexts(disk: Disk, files: VaultFiles, place: BackupPlace): Promise<void> {
  const known = await revisionsIn(disk, files.transcripts);
  for (const [id, revisions] of await revisionsIn(disk, place.transcripts)) {
    for (const revision of revisions) {
      if (!known.get(id)?.includes(revision)) await disk.rm(path.join(place.transcripts, `${id}.${revision}.json`), { force: true });
    }
  }
}

async function destroyBackups(disk: Disk, place: BackupPlace): Promise<void> {
  await disk.rm(place.backups, { recursive: true, force: true });
  await makeFolder(disk, place.backups);
}

async function rewriteBackups(
  disk: Disk,
  place: BackupPlace,
  files: VaultFiles,
  vaultId: string,
  intent: Work,
  now: string,
): Promise<void> {
  const names = await disk.readdir(place.backups).catch(() => [] as string[]);
  const entries = await listBackups(disk, place);
  const known = new Set(entries.map(({ name }) => name));
  // Whatever else lies there was left half made, or put there by somebody.
  for (const name of names) if (!known.has(name)) await disk.rm(path.join(place.backups, name), { recursive: true, force: true });
  const past = await readPast(disk, files);
  const texts = await revisionsIn(disk, files.transcripts);
  const chains = await chainsAt(disk, files, vaultId, new Set(entries.flatMap(({ manifest }) => manifest?.seq ?? [])));
  for (const entry of entries) {
    await rewriteBackup(disk, entry, files, intent, { chains, past, texts }, now);
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (names.length > 0) await syncFolder(disk, place.backups);
}

/** What the study's own history says, for backups of it. */
interface Reach {
  chains: ReadonlyMap<number, string>;
  past: Past;
  /** Numbers of the texts that the study has, by source. */
  texts: ReadonlyMap<string, readonly number[]>;
}

/** A conversation from before the kept history, gone from the study since: nobody wrote down that the person was heard in it. */
function holdsUnknownWords(records: RawRecords, deletion: Deletion, { past }: Reach): boolean {
  const sources = Object.values(records['sources'] ?? {}) as unknown as Source[];
  return sources.some(
    (source) =>
      !deletion.sourceIds.has(source.id) &&
      !deletion.redacted.has(source.id) &&
      !past.sources.has(source.id) &&
      peopleInSource(source).some((person) => deletion.participantIds.has(person)),
  );
}

/** False for a backup with a text that the study has no longer: nobody looked for the names in it. */
function hasAllTexts(records: RawRecords, { texts }: Reach): boolean {
  const sources = Object.values(records['sources'] ?? {}) as unknown as Source[];
  return sources.every(({ id, transcript }) => texts.get(id)?.includes(transcript.revision));
}

/** A backup that cannot be rewritten (damaged, of an older data version, with journal lines of its own) is destroyed. */
async function rewriteBackup(
  disk: Disk,
  { folder, manifest }: BackupEntry,
  files: VaultFiles,
  intent: Work,
  reach: Reach,
  now: string,
): Promise<void> {
  const rewritten = manifest && (await rewrittenSnapshot(disk, folder, manifest, files, intent, reach).catch(() => null));
  if (!rewritten) {
    await disk.rm(folder, { recursive: true, force: true });
    return;
  }
  const { file, stored, records } = rewritten;
  const fresh: BackupManifest = { ...manifest, records, files: [file], verifiedAt: now };
  // Until both are written the checksums do not match: a crash between them makes the backup one that is destroyed.
  await writeFileDurably(disk, path.join(folder, storedName(file)), stored);
  await writeSealedJson(disk, path.join(folder, 'backup.json'), BACKUP_FORMAT, fresh);
}

async function rewrittenSnapshot(
  disk: Disk,
  folder: string,
  manifest: BackupManifest,
  { cipher, ...files }: VaultFiles,
  intent: Work,
  reach: Reach,
): Promise<{ file: BackupFile; stored: Buffer; records: Record<string, number> } | null> {
  const [file] = manifest.files;
  if (file?.name !== 'vault.json' || manifest.files.length !== 1 || manifest.schemaVersion !== currentSchemaVersion()) return null;
  const content = await readStored(disk, path.join(folder, storedName(file)), file);
  const data = parseSnapshot(await cipher.openFile('snapshot', content), 'vault.json');
  const deletion = await deletionOf(disk, { cipher, ...files }, intent, intent.renaming);
  if (holdsUnknownWords(data.records, deletion, reach)) return null;
  const { records } = recordsWithout(data.records, deletion);
  if (deletion.renaming && !hasAllTexts(records, reach)) return null;
  // Steps of undo are named after what they did: those of a backup are not worth the risk.
  const chain = reach.chains.get(data.seq) ?? data.chain;
  const bytes = await cipher.sealFile('snapshot', formatSnapshot({ ...data, chain, undo: EMPTY_UNDO_STACK, records }));
  const stored = file.stored === 'gzip' ? await compressed(bytes, { level: 4 }) : bytes;
  const counts = Object.entries(records).map(([name, byId]) => [name, Object.keys(byId).length] as const);
  return {
    file: { ...file, bytes: bytes.length, sha256: sha256Of(bytes), storedBytes: stored.length },
    stored,
    records: Object.fromEntries(counts),
  };
}
