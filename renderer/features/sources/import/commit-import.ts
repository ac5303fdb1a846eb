// Imports the chosen files in one step and says what became of each.
import { AppError } from '#shared/lib/app-error';
import { countNoun } from '#shared/lib/text';
import type { ImportDone, ImportPreview } from '#shared/rpc/answers';
import { notify } from '#renderer/stores/notification-store';
import { endProgress } from '#renderer/stores/progress-store';
import { call } from '#renderer/stores/session';
import { openTab } from '#renderer/stores/tabs';
import { projection } from '#renderer/stores/vault-store';
import { showActivity } from '#renderer/stores/view-store';
import { afterMenu } from '#renderer/ui/after-menu';
import { announce } from '#renderer/ui/announce';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

import { chosenRows, closeImport, commitFile, type ImportRow, useImportStore } from './import-store.ts';
import { metPerson } from './speaker-choices.ts';

/** Imports what is chosen. Nothing is half imported: a file is in the study whole, or not at all. */
export async function commitImport(): Promise<void> {
  const rows = chosenRows(useImportStore.getState().rows).filter(
    (row): row is ImportRow & { preview: ImportPreview } => row.preview !== null,
  );
  if (rows.length === 0) return;
  const jobId = crypto.randomUUID();
  useImportStore.setState({ phase: 'importing', jobId, message: null });
  const before = new Set(projection.list('participants').map((person) => person.id));
  try {
    const done = await call('import.commit', { jobId, files: rows.map(commitFile) });
    takeResult(done, before);
  } catch (error) {
    const message = error instanceof AppError ? error.message : 'The import failed inside Plumbline. Nothing was imported.';
    useImportStore.setState({ phase: 'choosing', jobId: null, message });
  } finally {
    endProgress(jobId);
  }
}

/** Stops after the file that is being stored; what is in stays in. */
export function cancelCommit(): void {
  const { jobId } = useImportStore.getState();
  if (jobId !== null) void call('job.cancel', { jobId }).catch(() => undefined);
}

/** People whom this import has brought, by name: files that come after a stop mean the same ones. */
function arrivedSince(before: ReadonlySet<string>): Map<string, string> {
  const arrived = projection.list('participants').filter((person) => !before.has(person.id) && person.name !== '');
  return new Map(arrived.map((person) => [person.name.toLowerCase(), person.id]));
}

function takeResult(done: ImportDone, before: ReadonlySet<string>): void {
  const arrived = arrivedSince(before);
  const results = new Map(done.files.map((file) => [file.importId, file]));
  const rows = useImportStore.getState().rows.map((row): ImportRow => {
    const result = row.preview === null ? undefined : results.get(row.preview.importId);
    if (!result) return row;
    if (result.ok) return { ...row, state: 'imported', error: null, sourceId: result.sourceId };
    // After a cancel the core still keeps what it read, so the file stays ready to be imported.
    const speakers = row.speakers.map((speaker) => ({ ...speaker, person: metPerson(speaker.person, arrived) }));
    return { ...row, state: done.cancelled ? 'ready' : 'failed', error: result.error, speakers, person: metPerson(row.person, arrived) };
  });
  const imported = rows.filter((row) => row.state === 'imported');
  const sentence = resultInWords(imported.length, rows.length, done.cancelled);
  useImportStore.setState({ phase: done.cancelled ? 'choosing' : 'done', jobId: null, rows, message: sentence });
  announce(sentence);
  const [first] = imported;
  if (!first?.sourceId) return;
  showActivity('interviews');
  openTab({ kind: 'transcript', id: first.sourceId });
  const nothingToSay = rows.every((row) => row.state === 'imported' && row.preview?.warnings.length === 0);
  if (!nothingToSay) return;
  finishImport();
  notify({ kind: 'info', message: sentence });
}

/** Leaves the import; the focus goes into the interview that has been opened behind it. */
export function finishImport(): void {
  closeImport();
  // The dialog gives the focus back to where it was before: only then it can go on.
  afterMenu(() => focusFrontSurface());
}

/** `11 of 12 files were imported.` */
export function resultInWords(imported: number, all: number, cancelled: boolean): string {
  const files = countNoun(all, 'file', 'files');
  if (cancelled)
    return `You stopped the import. The study is as it was before; ${all === 1 ? 'the file is' : `the ${files} are`} still listed here.`;
  if (imported === all) return all === 1 ? 'The file was imported.' : `All ${files} were imported.`;
  return `${imported} of ${files} ${imported === 1 ? 'was' : 'were'} imported.`;
}
