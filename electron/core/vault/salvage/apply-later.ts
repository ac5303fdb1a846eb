// Applies the changes behind a gap that still fit, and says of each other one why it does not.
import { AppError } from '#shared/lib/app-error';
import { type Change, invertChanges, sameRecord } from '#shared/model/changes';
import { finishSteps } from '#shared/lib/steps';
import { validateChanges } from '#shared/model/draft';
import type { JournalEntry } from '#shared/model/journal-entry';
import type { LostChange } from '#shared/model/recovery-report';
import { COLLECTIONS } from '#shared/model/records/index';
import type { VaultState } from '#shared/model/vault-state';

import { type LaterEntry, otherCopy } from './follow-entries.ts';

export interface AppliedLater {
  /** Those that fit, with `before` as it really stood; numbers are still the old ones. */
  applied: JournalEntry[];
  /** Fitting changes that made no difference any more. */
  idle: number;
  lost: LostChange[];
}

/**
 * Changes `state`. An entry is applied as a whole or not at all: each record it changes must stand as the entry found it,
 * the records it leaves must be valid, and what they name must exist. A record that the missing changes have touched stands in an older
 * form than the entry found, or not at all; the entry carries the record whole, so it is right again after it. Doubtful runs have no such excuse.
 */
export function applyLater(state: VaultState, later: readonly LaterEntry[]): AppliedLater {
  const result: AppliedLater = { applied: [], idle: 0, lost: [] };
  const foreignRuns = new Set(
    later
      .filter(({ doubtful }) => doubtful)
      .map(({ run }) => run)
      .filter((run) => isForeign(state, later, run)),
  );
  for (const { found, doubtful, run } of later) {
    if (foreignRuns.has(run)) {
      result.lost.push(otherCopy(found));
      continue;
    }
    const { seq, label, at } = found.entry;
    const fitted = fit(state, found.entry, doubtful);
    if (typeof fitted === 'string') result.lost.push({ fromSeq: seq, toSeq: seq, label, at, why: fitted });
    else if (fitted.length === 0) result.idle += 1;
    else result.applied.push({ ...found.entry, changes: fitted });
  }
  return result;
}

/** A run that changes records which this study never had is of another study. */
function isForeign(state: VaultState, later: readonly LaterEntry[], run: number): boolean {
  const made = new Set<string>();
  for (const { found } of later.filter((entry) => entry.run === run)) {
    for (const { collection, id, before, after } of found.entry.changes) {
      const key = `${collection}/${id}`;
      if (before !== null && !made.has(key) && !(isKnown(collection) && state.get(collection, id))) return true;
      if (after !== null) made.add(key);
    }
  }
  return false;
}

const isKnown = (collection: string): boolean => (COLLECTIONS as readonly string[]).includes(collection);

/** The changes as applied, with what really stood there before; none when all of it is so already. A sentence when it does not fit. */
function fit(state: VaultState, entry: JournalEntry, exactly: boolean): Change[] | string {
  const changes: Change[] = [];
  for (const change of entry.changes) {
    if (!isKnown(change.collection)) return 'it changes records of a kind that this version does not know';
    const present = state.get(change.collection, change.id) ?? null;
    if (sameRecord(present, change.after)) continue;
    const older = !exactly && change.before !== null;
    if (!sameRecord(present, change.before) && !older) return 'what it changes stands differently now';
    changes.push({ ...change, before: present });
  }
  try {
    state.apply(changes);
    finishSteps(validateChanges(state, changes));
    return changes;
  } catch (error) {
    state.apply(invertChanges(changes));
    return error instanceof AppError ? 'it names something that is missing now, or its records do not hold' : 'its records do not hold';
  }
}
