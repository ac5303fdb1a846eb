// Journal entries as a person knows them: steps, newest first, each done, undone, or itself an undo or redo.
import { COALESCE_MS } from '#shared/model/journal-entry';

/** What is kept of an entry for listing it. */
export interface EntryHead {
  seq: number;
  /** ISO 8601. */
  at: string;
  by: string;
  kind: 'edit' | 'undo' | 'redo';
  edit: string;
  label: string;
  coalesce?: string;
  /** The next entry belongs to the same step. */
  more?: true;
  /** Records it changed. */
  records: number;
}

/** One step: an entry, or the entries of one typing pause. */
export interface Step {
  /** Its last entry: the study as of this step is the study after it. */
  seq: number;
  firstSeq: number;
  at: string;
  by: string;
  kind: EntryHead['kind'];
  edit: string;
  label: string;
  records: number;
  /** Taken back since and not done again. */
  undone: boolean;
}

/**
 * Steps newest first. An undo takes back the latest step that stands, a redo the latest undo: counted backwards, so that it does not matter
 * how much of the past is there.
 * @param heads entries without a gap, oldest first.
 */
export function stepsOf(heads: readonly EntryHead[]): Step[] {
  const steps: Step[] = [];
  let undos = 0;
  let redos = 0;
  for (let last = heads.length - 1; last >= 0;) {
    const first = firstOfStep(heads, last);
    const head = heads[last];
    if (!head) break;
    let undone = false;
    if (head.kind === 'redo') redos += 1;
    else if (head.kind === 'undo') {
      if (redos > 0) redos -= 1;
      else undos += 1;
    } else if (undos > 0) {
      undos -= 1;
      undone = true;
    }
    const { seq, at, by, kind, edit, label } = head;
    const records = recordsOf(heads.slice(first, last + 1));
    steps.push({ seq, firstSeq: heads[first]?.seq ?? seq, at, by, kind, edit, label, records, undone });
    last = first - 1;
  }
  return steps;
}

/** A long step is cut into entries of different records; those of a typing pause change the same one. */
function recordsOf(heads: readonly EntryHead[]): number {
  const cut = heads.some(({ more }) => more);
  return heads.reduce((records, entry) => (cut ? records + entry.records : Math.max(records, entry.records)), 0);
}

/** Index of the first entry that is undone together with the one at `last`; the same rule as advanceUndoStack. */
function firstOfStep(heads: readonly EntryHead[], last: number): number {
  let first = last;
  while (first > 0 && joins(heads[first - 1], heads[first])) first -= 1;
  return first;
}

function joins(before: EntryHead | undefined, head: EntryHead | undefined): boolean {
  if (before?.more) return true;
  if (!before || !head || before.kind !== 'edit' || head.kind !== 'edit') return false;
  if (head.coalesce === undefined || before.coalesce !== head.coalesce || before.edit !== head.edit) return false;
  const gap = Date.parse(head.at) - Date.parse(before.at);
  return gap >= 0 && gap <= COALESCE_MS;
}
