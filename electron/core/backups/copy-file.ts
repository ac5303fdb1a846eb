// Copies files in pieces, so that a copy of any size never stalls the core: plain or compressed, with a checksum on the way.
import { constants } from 'node:buffer';
import { createHash, type Hash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { createGunzip, createGzip, type Gunzip, type Gzip } from 'node:zlib';

import { AppError } from '#shared/lib/app-error';

import { type Disk, FILE_MODE, writeAll } from '../vault/disk.ts';

/** Bytes handled between two chances for others. */
const PIECE = 256 * 1024;

export interface Copied {
  /** Bytes and SHA-256 of the content. */
  bytes: number;
  sha256: string;
  /** Bytes written. */
  storedBytes: number;
}

/**
 * Copies a file to a new one, compressed when asked, durable on return.
 * @param length stops after so many bytes (a journal that goes on growing); left out: to the end.
 * @throws the operating system's error.
 */
export async function copyFile(disk: Disk, from: string, to: string, gzip: boolean, length = Infinity): Promise<Copied> {
  const target = await disk.open(to, 'wx', FILE_MODE);
  try {
    const sink = gzip ? zlibSink(createGzip({ level: 4 }), target) : plainSink(target);
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const piece of piecesOf(disk, from, length)) {
      hash.update(piece);
      bytes += piece.length;
      await sink.write(piece);
    }
    const storedBytes = await sink.end();
    await target.sync();
    return { bytes, sha256: hash.digest('hex'), storedBytes };
  } finally {
    await target.close();
  }
}

/** The pieces of a file, read one after another. */
export async function* piecesOf(disk: Disk, file: string, length = Infinity): AsyncGenerator<Buffer> {
  const handle = await disk.open(file, 'r');
  try {
    for (let offset = 0; offset < length;) {
      const piece = Buffer.allocUnsafe(Math.min(PIECE, length - offset));
      const { bytesRead } = await handle.read(piece, 0, piece.length, offset);
      if (bytesRead === 0) return;
      offset += bytesRead;
      yield piece.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

interface Sink {
  write(piece: Buffer): Promise<void>;
  /** Writes what is left. @returns bytes written in all. */
  end(): Promise<number>;
}

function plainSink(target: FileHandle): Sink {
  let position = 0;
  return {
    write: async (piece) => {
      await writeAll(target, piece, position);
      position += piece.length;
    },
    end: async () => position,
  };
}

/** What the compressor gives is written before it gets the next piece: memory stays at one piece. */
function zlibSink(stream: Gzip, target: FileHandle): Sink {
  const through = passThrough(stream);
  let position = 0;
  const drain = async (pieces: Buffer[]): Promise<void> => {
    for (const piece of pieces) {
      await writeAll(target, piece, position);
      position += piece.length;
    }
  };
  return {
    write: async (piece) => drain(await through.write(piece)),
    end: async () => {
      await drain(await through.end());
      return position;
    },
  };
}

/** A zlib stream as two functions: put a piece in, take out what came of it. */
function passThrough(stream: Gzip | Gunzip): { write(piece: Buffer): Promise<Buffer[]>; end(): Promise<Buffer[]> } {
  let ready: Buffer[] = [];
  let failure: Error | null = null;
  const take = (): Buffer[] => {
    const taken = ready;
    ready = [];
    return taken;
  };
  stream.on('data', (piece: Buffer) => ready.push(piece));
  stream.on('error', (error: Error) => (failure = error));
  const step = (start: (done: () => void) => void): Promise<Buffer[]> =>
    new Promise((resolve, reject) => {
      stream.once('error', reject);
      if (failure) return reject(failure);
      start(() => {
        stream.off('error', reject);
        resolve(take());
      });
    });
  return {
    write: (piece) => step((done) => stream.write(piece, () => done())),
    end: () => step((done) => stream.once('end', done).end()),
  };
}

/**
 * Reads a stored file whole, checked against the checksum of its content.
 * @throws AppError('vault-damaged') when it is not what was stored, or the operating system's error.
 */
export async function readStored(
  disk: Disk,
  file: string,
  expected: { stored: 'plain' | 'gzip'; bytes: number; sha256: string },
): Promise<Buffer> {
  if (expected.bytes > constants.MAX_LENGTH) throw changedError();
  // Filled as it is read: joining the pieces of a large study at the end would stop everything, and hold it twice.
  const content = Buffer.allocUnsafe(expected.bytes);
  const hash = createHash('sha256');
  let at = 0;
  try {
    for await (const piece of contentOf(disk, file, expected.stored)) {
      if (at + piece.length > expected.bytes) throw changedError();
      at += hashed(hash, piece).copy(content, at);
    }
  } catch (error) {
    if (String((error as { code?: unknown }).code).startsWith('Z_')) throw changedError();
    throw error;
  }
  if (at !== expected.bytes || hash.digest('hex') !== expected.sha256) throw changedError();
  return content;
}

async function* contentOf(disk: Disk, file: string, stored: 'plain' | 'gzip'): AsyncGenerator<Buffer> {
  if (stored === 'plain') {
    yield* piecesOf(disk, file);
    return;
  }
  const through = passThrough(createGunzip());
  for await (const piece of piecesOf(disk, file)) yield* await through.write(piece);
  yield* await through.end();
}

function hashed(hash: Hash, piece: Buffer): Buffer {
  hash.update(piece);
  return piece;
}

function changedError(): AppError {
  return new AppError('vault-damaged', 'The backup is not what was written: a checksum does not match.');
}

/** Lower-case hex. */
export const sha256Of = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
