// Checks records: shape, references, and that the last two snapshots and the changes between them say the same.
import { sealFaults } from '#shared/domain/commitments/seal';
import { sameRecord } from '#shared/model/changes';
import { validateRecord } from '#shared/model/draft';
import type { JournalEntry } from '#shared/model/journal-entry';
import { currentSchemaVersion, migrateRecords, type RawRecords } from '#shared/model/migrations/index';
import { COLLECTIONS } from '#shared/model/records/index';
import type { VaultState } from '#shared/model/vault-state';
import { AppError } from '#shared/lib/app-error';

import type { SnapshotData } from '../../vault/snapshot.ts';
import { stateOfShape } from '../../vault/salvage/mend-records.ts';
import type { Findings } from './findings.ts';

/** The records after the entries, raw: those given are not changed. */
export function recordsAfter(records: RawRecords, entries: readonly JournalEntry[]): RawRecords {
  const after: RawRecords = Object.fromEntries(Object.entries(records).map(([name, byId]) => [name, { ...byId }]));
  for (const { changes } of entries) {
    for (const change of changes) {
      const byId = (after[change.collection] ??= {});
      if (change.after === null) delete byId[change.id];
      else byId[change.id] = change.after;
    }
  }
  return after;
}

/** Checks every record against its schema and its references. @returns those that are of their declared shape, for what is checked next. */
export function checkRecords(records: RawRecords, schemaVersion: number, findings: Findings): VaultState {
  const current = schemaVersion === currentSchemaVersion() ? records : migrateRecords(records, schemaVersion);
  const { state, misshapen } = stateOfShape(current);
  for (const { collection, id, why } of misshapen) findings.problem('vault.json', `The record ${collection}/${id} does not hold: ${why}.`);
  for (const collection of COLLECTIONS) {
    for (const record of state.all(collection).values()) {
      try {
        validateRecord(state, collection, record);
      } catch (error) {
        findings.problem('vault.json', error instanceof AppError ? error.message : `The record ${collection}/${record.id} does not hold.`);
      }
    }
  }
  for (const { what } of sealFaults(state.all('commitments').values())) findings.problem('vault.json', what);
  return state;
}

/**
 * The older snapshot with the changes after it must give the newer one; otherwise one of them was altered together with its checksum.
 * @param entries those after the older one, without a gap.
 */
export function compareSnapshots(older: SnapshotData, newer: SnapshotData, entries: readonly JournalEntry[], findings: Findings): void {
  if (older.schemaVersion !== newer.schemaVersion || older.seq > newer.seq) return;
  const between = entries.filter(({ seq }) => seq > older.seq && seq <= newer.seq);
  if (between.length !== newer.seq - older.seq) return;
  const expected = recordsAfter(older.records, between);
  for (const name of new Set([...Object.keys(expected), ...Object.keys(newer.records)])) {
    const left = expected[name] ?? {};
    const right = newer.records[name] ?? {};
    for (const id of new Set([...Object.keys(left), ...Object.keys(right)])) {
      if (sameRecord(left[id], right[id])) continue;
      findings.problem('vault.json', `The record ${name}/${id} in vault.json is not what the changes of the history lead to.`);
    }
  }
}
