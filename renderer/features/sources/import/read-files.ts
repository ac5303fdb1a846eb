// Reads the waiting files one after the other; one that cannot be read does not stop the others.
import { AppError } from '#shared/lib/app-error';
import { IMPORT_FILE_LIMIT, tooLargeError } from '#shared/rpc/message-limits';
import { call } from '#renderer/stores/session';

import { changeRow, type ImportRow, type ReadingChoice, readyRow, useImportStore } from './import-store.ts';
import { readBase64 } from './read-base64.ts';

let reading = false;

/** Reads until nothing waits. Safe to call at any time: there is one reader only. */
export async function readWaitingFiles(): Promise<void> {
  if (reading) return;
  reading = true;
  try {
    for (let row = nextWaiting(); row; row = nextWaiting()) await readRow(row, row.reading);
  } finally {
    reading = false;
  }
}

const nextWaiting = (): ImportRow | undefined => useImportStore.getState().rows.find((row) => row.state === 'waiting');

/** Reads a file again in the way that the person chose; the newest choice counts, however long each reading takes. */
export async function readAgain(row: ImportRow, choice: ReadingChoice): Promise<void> {
  const earlier = row.preview?.importId;
  // A table is a kind of its own: another kind has no columns.
  const reading = { ...row.reading, ...('format' in choice ? { table: undefined } : {}), ...choice };
  changeRow(row.key, { reading });
  await readRow(row, reading);
  if (earlier !== undefined) void call('import.discard', { importIds: [earlier] }).catch(() => undefined);
}

/** Files that still wait are not read; the one being read is given up. */
export function stopReading(): void {
  useImportStore.setState(({ rows }) => ({
    rows: rows.map((row) =>
      row.state === 'waiting' || row.state === 'reading'
        ? { ...row, state: 'stopped', error: `“${row.file.name}” was not read: you stopped before it. The files above are ready.` }
        : row,
    ),
  }));
}

/** Lets files that were stopped wait again. */
export function readStopped(): void {
  useImportStore.setState(({ rows }) => ({
    rows: rows.map((row) => (row.state === 'stopped' ? { ...row, state: 'waiting', error: null } : row)),
  }));
  void readWaitingFiles();
}

/** The newest reading of each row: answers to earlier ones are dropped. */
const newest = new Map<number, symbol>();

async function readRow(row: ImportRow, choice: ReadingChoice): Promise<void> {
  const reading = Symbol(row.file.name);
  newest.set(row.key, reading);
  changeRow(row.key, { state: 'reading', error: null, mayReadAnyway: false });
  const goesOn = (): boolean =>
    newest.get(row.key) === reading && useImportStore.getState().rows.some((other) => other.key === row.key && other.state === 'reading');
  try {
    if (row.file.size > IMPORT_FILE_LIMIT) throw tooLargeError('import.inspect');
    const base64 = await readBase64(row.file, goesOn);
    if (base64 === null) return;
    const preview = await call('import.inspect', { fileName: row.file.name, base64, ...choice });
    if (goesOn()) {
      useImportStore.setState(({ rows }) => ({ rows: rows.map((other) => (other.key === row.key ? readyRow(other, preview) : other)) }));
    } else void call('import.discard', { importIds: [preview.importId] }).catch(() => undefined);
  } catch (error) {
    if (!goesOn()) return;
    const sentence =
      error instanceof AppError
        ? error.message
        : `“${row.file.name}” could not be read from the disk. It may have been moved. Nothing was changed.`;
    const mayReadAnyway = error instanceof AppError && error.details['mayReadAnyway'] === true;
    changeRow(row.key, { state: 'failed', error: sentence, preview: null, mayReadAnyway });
  } finally {
    if (newest.get(row.key) === reading) newest.delete(row.key);
  }
}
