// Tells steps that take away or bring in a lot: a backup is made before them.
import type { Change } from '#shared/model/changes';

export type BulkReason = 'before-import' | 'before-delete' | 'before-restore';

/** Stops a step before anything of it is kept, so that a backup can be made first. */
export class BackupFirst extends Error {
  readonly reason: BulkReason;

  constructor(reason: BulkReason) {
    super('A backup is made before this step.');
    this.reason = reason;
  }
}

/** Records a step takes away from which on it counts as a big one. */
const MANY_REMOVED = 50;
/** Records, or interviews among them, that a step brings in. */
const MANY_ADDED = 500;
const MANY_SOURCES = 10;

/** Why a backup is wanted before these changes; null for an ordinary step. */
export function bulkReason(changes: readonly Change[]): BulkReason | null {
  if (changes.length < MANY_SOURCES) return null;
  let removed = 0;
  let added = 0;
  let sources = 0;
  for (const { collection, before, after } of changes) {
    if (!after) removed += 1;
    else if (!before) added += 1;
    if (!before && collection === 'sources') sources += 1;
  }
  if (removed >= MANY_REMOVED) return 'before-delete';
  return added >= MANY_ADDED || sources >= MANY_SOURCES ? 'before-import' : null;
}
