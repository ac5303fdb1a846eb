// What an edit, an undo and a redo do to the state, in steps; whatever stops them takes back what they did.
import { AppError } from '#shared/lib/app-error';
import type { Steps } from '#shared/lib/steps';
import { isSteps } from '#shared/lib/steps';
import type { EditContext, EditDefinition, EditResult } from '#shared/edits/edit-definition';
import { type Change, composeChanges, describeRecord, invertChanges, sameRecord } from '#shared/model/changes';
import { Draft, validateChanges } from '#shared/model/draft';
import type { JournalEntry, UndoStack, UndoStep } from '#shared/model/journal-entry';
import type { VaultState } from '#shared/model/vault-state';

import { BackupFirst, bulkReason } from '../backups/bulk-edits.ts';

/**
 * Runs an edit on the state and checks what it made.
 * @param backUpFirst halts a step that takes away or brings in a lot. @throws BackupFirst then; nothing was changed.
 * @param commit what is done with the changes as the last of the steps. @throws what the edit, the check or `commit` throw.
 */
export function* editSteps<Committed>(
  state: VaultState,
  definition: EditDefinition,
  context: Omit<EditContext, 'draft'>,
  input: unknown,
  backUpFirst: boolean,
  commit: (changes: Change[]) => Steps<Committed>,
): Steps<{ result: EditResult; committed: Committed }> {
  const draft = new Draft(state);
  try {
    const ran = definition.run({ ...context, draft }, input);
    const result = isSteps(ran) ? yield* ran : ran;
    const changes = yield* draft.changes();
    const bulk = backUpFirst ? bulkReason(changes) : null;
    if (bulk) throw new BackupFirst(bulk);
    yield* validateChanges(state, changes);
    return { result, committed: yield* commit(changes) };
  } catch (error) {
    yield* draft.rollback();
    throw error;
  }
}

/**
 * Takes a step back or does it again. @param entries those of the step, oldest first; null for one that cannot be read any more.
 * @throws AppError('conflict') with the reason when that is not possible (any more).
 */
export function* stepBackSteps<Committed>(
  state: VaultState,
  kind: 'undo' | 'redo',
  step: UndoStep,
  entries: readonly (JournalEntry | null)[],
  commit: (changes: Change[]) => Steps<Committed>,
): Steps<{ changes: Change[]; committed: Committed }> {
  if (entries.includes(null)) {
    throw new AppError(
      'conflict',
      `Cannot ${kind} “${step.label}”: its entry can no longer be read from the history. Nothing was changed.`,
    );
  }
  const forward = yield* composeChanges(entries.map((entry) => entry?.changes ?? []));
  const changes = kind === 'undo' ? invertChanges(forward) : forward;
  return yield* applySteps(state, `Cannot ${kind} “${step.label}”`, changes, commit);
}

/** Applies changes that start from the records as they stand and lead to records that hold. @param refusal begins the sentence otherwise. */
export function* applySteps<Committed>(
  state: VaultState,
  refusal: string,
  changes: Change[],
  commit: (changes: Change[]) => Steps<Committed>,
): Steps<{ changes: Change[]; committed: Committed }> {
  yield* requireUntouched(state, refusal, changes);
  const applied: Change[] = [];
  try {
    for (const change of changes) {
      state.apply([change]);
      applied.push(change);
      yield;
    }
    yield* validateChanges(state, changes);
    return { changes, committed: yield* commit(changes) };
  } catch (error) {
    for (const change of invertChanges(applied)) {
      state.apply([change]);
      yield;
    }
    if (error instanceof AppError && error.code === 'cancelled') throw error;
    const why = error instanceof AppError ? error.message : '';
    throw new AppError('conflict', `${refusal}. ${why} Nothing was changed.`);
  }
}

/** The stack without steps that an entry up to `seq` belongs to: that part of the history is gone. */
export function withoutStepsUpTo({ past, future }: UndoStack, seq: number): UndoStack {
  const kept = (steps: UndoStep[]): UndoStep[] => steps.filter(({ seqs }) => seqs.every((each) => each > seq));
  return { past: kept(past), future: kept(future) };
}

function* requireUntouched(state: VaultState, refusal: string, changes: readonly Change[]): Steps<void> {
  for (const change of changes) {
    yield;
    const present = state.get(change.collection, change.id) ?? null;
    if (sameRecord(present, change.before)) continue;
    const what = describeRecord(change.collection, change.id, present ?? change.before);
    throw new AppError('conflict', `${refusal}: ${what} was changed by something else since. Nothing was changed.`, {
      collection: change.collection,
      id: change.id,
    });
  }
}
