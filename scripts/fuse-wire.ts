// Reads the fuses of an Electron program from its bytes, without running it.
import { readFileSync } from 'node:fs';

/** Stands before the fuses in every Electron program (build/fuses/fuses.json5 of electron/electron). */
export const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** In the order of the wire, schema version 1. */
export const FUSES = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
  'wasmTrapHandlers',
] as const;

/**
 * One character a fuse: `1` on, `0` off, `r` removed from this Electron.
 * @throws Error when the file holds no fuses of version 1.
 */
export function readFuseWire(program: string): string {
  const bytes = readFileSync(program);
  const at = bytes.indexOf(FUSE_SENTINEL);
  const version = bytes[at + FUSE_SENTINEL.length];
  const length = bytes[at + FUSE_SENTINEL.length + 1];
  if (at < 0 || version !== 1 || length === undefined) throw new Error(`No fuses of version 1 in ${program}.`);
  const start = at + FUSE_SENTINEL.length + 2;
  return bytes.subarray(start, start + length).toString('latin1');
}
