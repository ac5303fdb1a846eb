// Checks backups where they lie: the list of contents, every file against its sum, the records in it, and the transcripts that those name.
import { createHash } from 'node:crypto';
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';

import type { ContentCipher } from '../vault/crypto/content-cipher.ts';
import { type Disk, errorCode, exists } from '../vault/disk.ts';
import { isObject } from '../vault/read-entry.ts';
import { readOrNull } from '../vault/snapshot.ts';
import type { BackupManifest } from './backup-manifest.ts';
import { type BackupEntry, type BackupPlace, listBackups } from './backup-place.ts';
import { loadBackup, readNamed } from './verify-backup.ts';

/** What was found in one backup just now. */
export interface BackupCheck {
  entry: BackupEntry;
  /** Finished sentences, each naming a file; none: it holds. */
  faults: string[];
}

/** Sentences about transcripts that were looked at already, by file and sum: many backups name the same ones. */
type KnownTexts = Map<string, Promise<string | null>>;

/** How many missing transcripts are named for one backup. */
const NAMED = 3;

/**
 * Checks the backups of a place one after another, oldest first. One that is removed meanwhile is passed over.
 * @param cipher of the study; null when nobody gave the passphrase: then sums are compared and nothing is opened.
 */
export async function* checkBackups(disk: Disk, place: BackupPlace, cipher: ContentCipher | null): AsyncGenerator<BackupCheck> {
  const known: KnownTexts = new Map();
  for (const entry of await listBackups(disk, place)) {
    const faults = await faultsOf(disk, place, entry, cipher, known);
    if (faults.length === 0 || (await exists(disk, entry.folder))) yield { entry, faults };
  }
}

/** Checks one backup. @returns finished sentences, each naming a file; none: it holds. */
export function checkBackup(disk: Disk, place: BackupPlace, entry: BackupEntry, cipher: ContentCipher | null): Promise<string[]> {
  return faultsOf(disk, place, entry, cipher, new Map());
}

/** `The backup 000001-… is damaged: vault.json is missing.` */
export function damageInWords({ entry, faults }: BackupCheck): string {
  return `The backup ${entry.name} is damaged: ${faults.join(' ')}`;
}

async function faultsOf(
  disk: Disk,
  place: BackupPlace,
  { folder, manifest }: BackupEntry,
  cipher: ContentCipher | null,
  known: KnownTexts,
): Promise<string[]> {
  try {
    if (!manifest) return [await faultOfManifest(disk, folder)];
    if (!cipher) {
      for (const file of manifest.files) await readNamed(disk, folder, file);
      return [];
    }
    return await faultsInside(disk, place, folder, manifest, cipher, known);
  } catch (error) {
    if (error instanceof AppError) return [error.message];
    if (errorCode(error) === '') throw error;
    return [`It cannot be read from the disk (${errorCode(error)}).`];
  }
}

async function faultOfManifest(disk: Disk, folder: string): Promise<string> {
  const there = await exists(disk, path.join(folder, 'backup.json'));
  return there ? 'backup.json is not what was written: its checksum does not match.' : 'backup.json is missing.';
}

async function faultsInside(
  disk: Disk,
  place: BackupPlace,
  folder: string,
  manifest: BackupManifest,
  cipher: ContentCipher,
  known: KnownTexts,
): Promise<string[]> {
  const { records, seq, vaultId } = await loadBackup(disk, folder, manifest.files, cipher);
  const faults = seq === manifest.seq && vaultId === manifest.vaultId ? [] : ['backup.json and vault.json belong to different backups.'];
  const texts: string[] = [];
  for (const source of records.get('sources')?.values() ?? []) {
    const fault = await faultOfText(disk, place, source, cipher, known);
    if (fault !== null) texts.push(fault);
  }
  const more = texts.length - NAMED;
  const rest = more > 0 ? [`${more} more ${more === 1 ? 'transcript is' : 'transcripts are'} missing or altered.`] : [];
  return [...faults, ...texts.slice(0, NAMED), ...rest];
}

function faultOfText(disk: Disk, place: BackupPlace, source: object, cipher: ContentCipher, known: KnownTexts): Promise<string | null> {
  const { id, title, transcript } = source as { id?: unknown; title?: unknown; transcript?: unknown };
  if (typeof id !== 'string' || !isObject(transcript) || typeof transcript['sha256'] !== 'string') return Promise.resolve(null);
  const name = `${id}.${String(transcript['revision'])}`;
  const key = `${name} ${transcript['sha256']}`;
  const said = known.get(key) ?? stateOfText(disk, path.join(place.transcripts, `${name}.json`), name, transcript['sha256'], cipher);
  known.set(key, said);
  return said.then((state) => state && `The transcript of “${String(title)}”, transcripts/${name}.json, ${state}.`);
}

/** What is wrong with a transcript file; null when it is what its record says. */
async function stateOfText(disk: Disk, file: string, name: string, sha256: string, cipher: ContentCipher): Promise<string | null> {
  try {
    const bytes = await readOrNull(disk, file);
    if (!bytes) return 'is missing';
    const content = await cipher.openFile(`transcript ${name}`, bytes);
    return createHash('sha256').update(content).digest('hex') === sha256 ? null : 'was altered outside Plumbline';
  } catch (error) {
    return error instanceof AppError ? 'was altered outside Plumbline' : 'cannot be read from the disk';
  }
}
