// A short name for the whole of a study's records that can be carried along change by change.
import { createHash } from 'node:crypto';

import type { Change } from '#shared/model/changes';
import { COLLECTIONS } from '#shared/model/records/index';
import type { VaultReader } from '#shared/model/vault-state';

/** Records add up by XOR of 128-bit hashes: the order does not count, taking one away is adding it again. */
export function digestOf(reader: VaultReader): bigint {
  let digest = 0n;
  for (const collection of COLLECTIONS) {
    for (const [id, record] of reader.all(collection)) digest ^= digestOfRecord(collection, id, record);
  }
  return digest;
}

/** The digest after changes. */
export function digestAfter(digest: bigint, changes: readonly Change[]): bigint {
  let after = digest;
  for (const { collection, id, before, after: record } of changes) {
    if (before) after ^= digestOfRecord(collection, id, before);
    if (record) after ^= digestOfRecord(collection, id, record);
  }
  return after;
}

function digestOfRecord(collection: string, id: string, record: unknown): bigint {
  const hash = createHash('sha256')
    .update(`${collection}/${id}:${canonical(record)}`)
    .digest('hex');
  return BigInt(`0x${hash.slice(0, 32)}`);
}

/** JSON with sorted keys: a record that went through a file may have them in another order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`);
  return `{${fields.join(',')}}`;
}
