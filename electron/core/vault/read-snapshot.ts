// Reads one snapshot file and says in words why it cannot be used; damage is an answer here, not an exception.
import { gunzipSync } from 'node:zlib';

import { AppError } from '#shared/lib/app-error';

import type { ContentCipher } from './crypto/content-cipher.ts';
import type { Disk } from './disk.ts';
import { isObject } from './read-entry.ts';
import { parseSnapshotInStretches, readOrNull, type SnapshotData } from './snapshot.ts';

/** `missing`: there is no such file. `damaged`: why, as a sentence, and which change it says it reaches, as far as that can be read. */
export type SnapshotReading =
  | { kind: 'good'; data: SnapshotData }
  | { kind: 'missing' }
  | { kind: 'damaged'; what: string; claimedSeq: number | null };

/**
 * Reads and verifies a snapshot file.
 * @param name how the file is called in messages. @throws the operating system's error, but for a file that is not there.
 */
export async function readSnapshotFile(disk: Disk, file: string, name: string, cipher: ContentCipher): Promise<SnapshotReading> {
  const bytes = await readOrNull(disk, file);
  return bytes ? readSnapshotBytes(unpacked(bytes), name, cipher) : { kind: 'missing' };
}

/** Backups keep large snapshots compressed. Bytes that only look so stay as they are. */
export function unpacked(bytes: Buffer): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes);
  } catch {
    return bytes;
  }
}

/** The same for bytes at hand. */
export async function readSnapshotBytes(bytes: Buffer, name: string, cipher: ContentCipher): Promise<SnapshotReading> {
  const damaged = (what: string): SnapshotReading => ({ kind: 'damaged', what, claimedSeq: claimedSeq(bytes) });
  try {
    const data = await parseSnapshotInStretches(await cipher.openFile('snapshot', bytes), name);
    return isSnapshot(data) ? { kind: 'good', data } : damaged(`${name} has a checksum that holds, but is not what Plumbline writes.`);
  } catch (error) {
    return damaged(error instanceof AppError ? error.message : `${name} cannot be read.`);
  }
}

function isSnapshot(data: unknown): data is SnapshotData {
  if (!isObject(data)) return false;
  const { schemaVersion, vaultId, seq, chain, undo, records } = data;
  const numbers = [schemaVersion, seq].every((value) => Number.isSafeInteger(value) && (value as number) >= 0);
  const words = typeof vaultId === 'string' && typeof chain === 'string';
  return numbers && words && (undo === undefined || isUndoStack(undo)) && isRecords(records);
}

function isUndoStack(value: unknown): boolean {
  return isObject(value) && Array.isArray(value['past']) && Array.isArray(value['future']);
}

/** Collections of records, each under its own id. Loops, not lists: it runs over every record of a large study on each opening. */
function isRecords(value: unknown): boolean {
  if (!isObject(value)) return false;
  for (const byId of Object.values(value)) {
    if (!isObject(byId)) return false;
    for (const id in byId) {
      const record = byId[id];
      if (!isObject(record) || record['id'] !== id) return false;
    }
  }
  return true;
}

/** The number in the head of a snapshot that is not read whole; 0 when it is not there or cannot be told. */
export async function seqInHead(disk: Disk, file: string): Promise<number> {
  try {
    const handle = await disk.open(file, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return claimedSeq(buffer.subarray(0, bytesRead)) ?? 0;
    } finally {
      await handle.close();
    }
  } catch {
    return 0;
  }
}

const HEAD_BYTES = 600;

/** The head is the first few hundred bytes. Its word counts only as a hint that something is missing, never for state. */
function claimedSeq(bytes: Buffer): number | null {
  const match = /"seq":(\d{1,12}),/.exec(bytes.subarray(0, HEAD_BYTES).toString('latin1'));
  return match ? Number(match[1]) : null;
}
