// A coding pack: the interviews and the codebook of a study without what anybody made of them, for a second coder to work on blindly.
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';
import type { Change } from '#shared/model/changes';
import type { AnyRecord, CollectionName } from '#shared/model/records/index';

import { type LeftOutCounts, leftOutCounts, leftOutInterviews, withheldOf, wordsOut } from '../exchange/withheld.ts';
import { isObject } from '../vault/read-entry.ts';
import { type Disk, makeFolder, writeFileDurably } from '../vault/disk.ts';
import { createVault } from '../vault/open-vault.ts';
import { readOrNull } from '../vault/snapshot.ts';
import type { LongJob } from '../vault/turns.ts';
import type { Vault, VaultServices } from '../vault/vault.ts';
import type { VaultFiles } from '../vault/vault-files.ts';

/** What goes along. No snippets, taggings, memos, cards, themes, assumptions, evidence or readout: they would tell what others think. */
const GIVEN: readonly CollectionName[] = ['segments', 'participants', 'sources', 'tags'];

interface PackNote {
  /** The study that it was made from. */
  madeFrom: string;
  /** The change in the pack up to which nobody had worked in it. */
  base: number;
}

const NOTE = 'coding-pack.json';
const SEALED_AS = 'attachment coding-pack';

export interface PackOptions {
  /** Encrypts the pack; left out: anybody who has the folder can read it. */
  passphrase?: string | undefined;
  job?: LongJob;
}

/**
 * Writes a pack as a study of its own. When it fails or is stopped, nothing of it stays. Interviews with people who did not agree that
 * the team reads them stay out: `leftOutOfPack` names them. @param sourceIds interviews that go along; null: all. @returns how many they are.
 * @throws AppError('conflict' | 'not-found' | 'vault-damaged' | 'disk' | 'bad-input' | 'cancelled').
 */
export async function writeCodingPack(
  vault: Vault,
  folder: string,
  services: VaultServices,
  sourceIds: readonly string[] | null,
  { passphrase, job }: PackOptions = {},
): Promise<number> {
  const { state } = vault;
  const withheld = await withheldOf(vault, wordsOut(services.now(), 'team'));
  const asked = (sourceIds ?? [...state.all('sources').keys()]).map((id) => state.require('sources', id));
  const sources = asked.filter(({ id }) => !withheld.sourceIds.has(id));
  if (sources.length === 0 && asked.length > 0)
    throw new AppError('conflict', `No interview is left to code: ${leftOutInterviews(state, withheld).join(' ')} Nothing was written.`);
  if (sources.length === 0) throw new AppError('conflict', 'There is no interview to code in this study. Import one first.');
  const name = state.require('study', 'study').name;
  const { vault: pack } = await createVault(folder, `${name.slice(0, 280)} for coding`, services, passphrase);
  let whole = false;
  try {
    const wanted = new Set(sources.map(({ id }) => id));
    const changes: Change[] = [];
    for (const collection of GIVEN) {
      for (const record of state.all(collection).values() as Iterable<AnyRecord>) {
        if (collection === 'sources' && !wanted.has(record.id)) continue;
        changes.push({ collection, id: record.id, before: null, after: record });
      }
    }
    for (const [done, source] of sources.entries()) {
      job?.report(done, sources.length, 'Copying transcripts');
      if (job?.signal.aborted) throw new AppError('cancelled', 'Stopped. No pack was made.');
      await pack.transcripts.write(source.id, source.transcript.revision, await vault.transcripts.readSource(source));
    }
    await pack.restoreState('Begin the coding pack', changes);
    await pack.forgetUndoSteps();
    const note: PackNote = { madeFrom: vault.id, base: pack.seq };
    await makeFolder(services.disk, pack.files.attachments);
    const bytes = Buffer.from(`${JSON.stringify(note)}\n`);
    await writeFileDurably(services.disk, path.join(pack.files.attachments, NOTE), await pack.files.cipher.sealFile(SEALED_AS, bytes));
    whole = true;
  } finally {
    await pack.close();
    if (!whole) await services.disk.rm(folder, { recursive: true, force: true });
  }
  return sources.length;
}

/** What a pack made now would leave out for want of consent. */
export interface LeftOutOfPack {
  counts: LeftOutCounts;
  /** One for each interview, with the reason. */
  sentences: string[];
}

/** @param now ISO 8601. @param sourceIds interviews that are to go along; null: all. */
export async function leftOutOfPack(vault: Vault, now: string, sourceIds: readonly string[] | null): Promise<LeftOutOfPack> {
  const withheld = await withheldOf(vault, wordsOut(now, 'team'));
  const ids = [...withheld.sourceIds].filter((id) => sourceIds === null || sourceIds.includes(id));
  return {
    counts: leftOutCounts(vault.state, withheld, sourceIds),
    sentences: leftOutInterviews(vault.state, { ...withheld, sourceIds: new Set(ids) }),
  };
}

/** What a pack says of itself; null for any other study. */
export async function readPackNote(disk: Disk, files: VaultFiles): Promise<PackNote | null> {
  const bytes = await readOrNull(disk, path.join(files.attachments, NOTE)).catch(() => null);
  try {
    const note: unknown = bytes && JSON.parse((await files.cipher.openFile(SEALED_AS, bytes)).toString('utf8'));
    if (!isObject(note) || typeof note['madeFrom'] !== 'string' || !Number.isSafeInteger(note['base'])) return null;
    return { madeFrom: note['madeFrom'], base: note['base'] as number };
  } catch {
    return null;
  }
}
