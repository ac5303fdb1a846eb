// The last resort: picks whole record lines out of a snapshot whose checksum does not hold.
import type { RawRecords } from '#shared/model/migrations/index';

import { isObject } from '../read-entry.ts';

export interface LooseRecords {
  vaultId: string | null;
  schemaVersion: number | null;
  seq: number | null;
  records: RawRecords;
}

const COLLECTION_LINE = /^"([A-Za-z]{1,40})":\{\}?,?$/;

/**
 * Reads what is still JSON line by line: a snapshot has one record a line under the line of its collection.
 * Nothing vouches for these records; the caller says so. Null when not one was found.
 */
export function readLooseRecords(bytes: Buffer): LooseRecords | null {
  const records: RawRecords = {};
  let collection: string | null = null;
  let count = 0;
  for (const line of bytes.toString('utf8').split('\n')) {
    const header = COLLECTION_LINE.exec(line);
    if (header) collection = header[1] === 'records' ? null : (header[1] ?? null);
    else if (collection !== null) {
      const record = recordOf(line);
      if (!record) continue;
      (records[collection] ??= {})[record.id] = record;
      count += 1;
    }
  }
  if (count === 0) return null;
  const head = bytes.subarray(0, 600).toString('utf8');
  const number = (name: string): number | null => {
    const digits = new RegExp(`"${name}":(\\d{1,12}),`).exec(head)?.[1];
    return digits === undefined ? null : Number(digits);
  };
  return {
    vaultId: /"vaultId":"([A-Za-z0-9_-]{1,64})"/.exec(head)?.[1] ?? null,
    schemaVersion: number('schemaVersion'),
    seq: number('seq'),
    records,
  };
}

/** `"id":{…},` */
function recordOf(line: string): (Record<string, unknown> & { id: string }) | null {
  try {
    const [entry] = Object.entries(JSON.parse(`{${line.replace(/,$/, '')}}`) as Record<string, unknown>);
    if (!entry || entry[0] === '__proto__' || !isObject(entry[1]) || entry[1]['id'] !== entry[0]) return null;
    return { ...entry[1], id: entry[0] };
  } catch {
    return null;
  }
}
