// Small JSON files beside the records (backup.json, tombstones.json): written durably, with a checksum over what they say.
import { createHash } from 'node:crypto';
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';

import { type Disk, writeFileDurably } from './disk.ts';
import { readOrNull } from './snapshot.ts';

const sealOf = (content: unknown): string => createHash('sha256').update(JSON.stringify(content)).digest('hex');

/** Writes `{format, content, sha256}`; the checksum is over the content’s JSON. @throws the operating system's error. */
export async function writeSealedJson(disk: Disk, file: string, format: string, content: unknown): Promise<void> {
  await writeFileDurably(disk, file, Buffer.from(`${JSON.stringify({ format, content, sha256: sealOf(content) }, null, 1)}\n`));
}

/**
 * Reads such a file; null when there is none.
 * @throws AppError('vault-damaged') when it was cut short, changed, or is of another format.
 */
export async function readSealedJson<T>(disk: Disk, file: string, format: string): Promise<T | null> {
  const bytes = await readOrNull(disk, file);
  if (!bytes) return null;
  const read = parse(bytes);
  if (read?.format !== format || read.sha256 !== sealOf(read.content)) {
    throw new AppError('vault-damaged', `${path.basename(file)} is not what Plumbline wrote: its checksum does not match.`, {
      file: path.basename(file),
    });
  }
  return read.content as T;
}

/** Null for what is not JSON: the engine's own message would quote the file. */
function parse(bytes: Buffer): { format?: unknown; content?: unknown; sha256?: unknown } | null {
  try {
    return JSON.parse(bytes.toString('utf8')) as { format?: unknown };
  } catch {
    return null;
  }
}
