// Writes a large file so that a crash leaves the old or the new content, piece by piece, without holding up anything else.
import path from 'node:path';

import { type Disk, FILE_MODE, renameWithRetry, syncFolder, writeAll } from './disk.ts';

/**
 * As writeFileDurably, for content in pieces: unique temporary file, all bytes, fsync, read back and compare, rename, fsync of the folder.
 * @param beforeRename runs when the new file stands and verifies, and the old one is still in its place.
 * @throws the operating system's error; the temporary file is removed and the old file is untouched.
 */
export async function writePiecesDurably(
  disk: Disk,
  file: string,
  pieces: readonly Buffer[],
  beforeRename: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const temporary = `${file}.${process.pid}-${Math.random().toString(36).slice(2)}.tmp`;
  try {
    const handle = await disk.open(temporary, 'wx+', FILE_MODE);
    try {
      let position = 0;
      for (const piece of pieces) {
        await writeAll(handle, piece, position);
        position += piece.length;
      }
      await handle.sync();
      await compare(handle, pieces, position);
    } finally {
      await handle.close();
    }
    await beforeRename();
    await renameWithRetry(disk, temporary, file);
  } catch (error) {
    await disk.unlink(temporary).catch(() => undefined);
    throw error;
  }
  await syncFolder(disk, path.dirname(file));
}

/** Reads everything back and compares. @throws an error with code EIO when a byte differs or the length does. */
async function compare(handle: Awaited<ReturnType<Disk['open']>>, pieces: readonly Buffer[], length: number): Promise<void> {
  const differs = (): Error => Object.assign(new Error('read back differs'), { code: 'EIO' });
  if ((await handle.stat()).size !== length) throw differs();
  const buffer = Buffer.allocUnsafe(pieces.reduce((most, piece) => Math.max(most, piece.length), 0));
  let position = 0;
  for (const piece of pieces) {
    for (let done = 0; done < piece.length;) {
      const { bytesRead } = await handle.read(buffer, done, piece.length - done, position + done);
      if (bytesRead === 0) throw differs();
      done += bytesRead;
    }
    if (!buffer.subarray(0, piece.length).equals(piece)) throw differs();
    position += piece.length;
  }
}
