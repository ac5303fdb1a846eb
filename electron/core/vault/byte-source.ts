// Bytes of a file that are read where and when they are needed.
import type { FileHandle } from 'node:fs/promises';

import { type Disk, errorCode } from './disk.ts';

export interface ByteSource {
  readonly size: number;
  /** The bytes from `start` on; fewer than `length` at the end of the file. */
  read(start: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** Opens a file for reading; null when there is none. @throws the operating system's error. */
export async function openBytes(disk: Disk, file: string): Promise<ByteSource | null> {
  let handle: FileHandle;
  try {
    handle = await disk.open(file, 'r');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
  try {
    const { size } = await handle.stat();
    return { size, read: (start, length) => readRange(handle, start, Math.min(length, size - start)), close: () => handle.close() };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function readRange(handle: FileHandle, start: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(Math.max(0, length));
  let done = 0;
  while (done < bytes.length) {
    const { bytesRead } = await handle.read(bytes, done, bytes.length - done, start + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}
