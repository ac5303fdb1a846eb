// The exchange that is going on: a project file on its way in, or the study on its way out, with the report of what comes over.
import { create } from 'zustand';

import { AUDIENCE_NAMES } from '#shared/domain/participants/consent-words';
import { AppError } from '#shared/lib/app-error';
import { countNoun } from '#shared/lib/text';
import type { Purpose } from '#shared/model/records/consent';
import type { TextEncoding } from '#shared/model/transcript';
import type { CodebookPreview, ExchangeFile, ExchangeFormat, ExchangePreview, ExchangeReport } from '#shared/rpc/exchange-answers';
import { IMPORT_FILE_LIMIT, tooLargeError } from '#shared/rpc/message-limits';
import { notify } from '#renderer/stores/notification-store';
import { notifyUndoable } from '#renderer/stores/notify-undoable';
import { endProgress } from '#renderer/stores/progress-store';
import { refuseToChange } from '#renderer/stores/refuse';
import { readBase64 } from '#renderer/stores/read-base64';
import { call } from '#renderer/stores/session';
import { edit } from '#renderer/stores/vault-actions';
import { useVaultStore } from '#renderer/stores/vault-store';

export type ExchangePhase =
  | { at: 'closed' }
  | { at: 'choosing'; error: string | null }
  | { at: 'reading'; fileName: string }
  | { at: 'preview'; preview: ExchangePreview; message: string | null }
  | { at: 'codebook'; codebook: CodebookPreview; base64: string; message: string | null; storing: boolean }
  | { at: 'importing'; preview: ExchangePreview; jobId: string }
  | { at: 'reporting'; format: ExchangeFormat }
  | { at: 'export'; format: ExchangeFormat; choice: ExportChoice; report: ExchangeReport; reporting: boolean; writing: boolean };

/** For whom the file is, and how people appear in it. */
export interface ExportChoice {
  purpose: Purpose;
  names: 'pseudonyms' | 'names';
}

/** As before anybody chooses: the file is for one's own tools, and the way back gives the same study. */
const FIRST_CHOICE: ExportChoice = { purpose: 'team', names: 'names' };

export type CodebookPhase = Extract<ExchangePhase, { at: 'codebook' }>;

export const useExchangeStore = create<{ phase: ExchangePhase }>()(() => ({ phase: { at: 'closed' } }));

const go = (phase: ExchangePhase): void => useExchangeStore.setState({ phase });
/** Whether this is still what the person waits for. */
const isAt = (phase: ExchangePhase): boolean => useExchangeStore.getState().phase === phase;

/** Files that are projects of other tools, by their names. */
export function isProjectName(fileName: string): boolean {
  return /\.(?:qdpx|qdc|qde|sqlite3)$/i.test(fileName);
}

/** Opens the import, with a file when one was dropped. */
export function openExchangeImport(file?: File): void {
  if (refuseToChange()) return;
  if (useVaultStore.getState().status === null || useExchangeStore.getState().phase.at === 'importing') return;
  go({ at: 'choosing', error: null });
  if (file) void readProjectFile(file);
}

/** Reads the file and shows what it would bring. */
export async function readProjectFile(file: File): Promise<void> {
  const reading: ExchangePhase = { at: 'reading', fileName: file.name };
  go(reading);
  try {
    if (file.size > IMPORT_FILE_LIMIT) throw tooLargeError('exchange.inspect');
    const base64 = await readBase64(file, () => isAt(reading));
    if (base64 === null) return;
    if (/\.(?:csv|tsv)$/i.test(file.name)) {
      const codebook = await call('exchange.inspectCodebook', { fileName: file.name, base64 });
      if (isAt(reading)) go({ at: 'codebook', codebook, base64, message: null, storing: false });
      return;
    }
    const preview = await call('exchange.inspect', { fileName: file.name, base64 });
    if (isAt(reading)) go({ at: 'preview', preview, message: null });
    else await call('exchange.discard', { importId: preview.importId });
  } catch (error) {
    if (isAt(reading)) go({ at: 'choosing', error: sentenceOf(error, 'The file could not be read. Nothing was imported.') });
  }
}

/** Brings in what is shown, as one step. */
export async function commitExchange(preview: ExchangePreview): Promise<void> {
  const jobId = crypto.randomUUID();
  go({ at: 'importing', preview, jobId });
  try {
    const { cancelled } = await call('exchange.commit', { jobId, importId: preview.importId });
    if (cancelled) {
      go({ at: 'preview', preview, message: 'You stopped the import. The study is as it was before.' });
      return;
    }
    go({ at: 'closed' });
    notify({ kind: 'info', message: `${preview.fileName} was imported. Undo takes all of it back.` });
  } catch (error) {
    go({ at: 'preview', preview, message: sentenceOf(error, 'The import failed inside Plumbline. Nothing was imported.') });
  } finally {
    endProgress(jobId);
  }
}

/** Brings the tags of a table in, as one step. */
export async function commitCodebook({ codebook, base64 }: CodebookPhase): Promise<void> {
  go({ at: 'codebook', codebook, base64, message: null, storing: true });
  try {
    const { added, changed } = await edit('importCodebook', { rows: codebook.rows });
    go({ at: 'closed' });
    notifyUndoable(`${countNoun(added, 'tag', 'tags')} added and ${countNoun(changed, 'tag', 'tags')} changed from ${codebook.fileName}.`);
  } catch (error) {
    const message = sentenceOf(error, 'The import failed inside Plumbline. Nothing was imported.');
    go({ at: 'codebook', codebook, base64, message, storing: false });
  }
}

/** Reads the same table in another encoding. What cannot be read so leaves what is shown. */
export async function rereadCodebook({ codebook, base64 }: CodebookPhase, encoding: TextEncoding): Promise<void> {
  const waiting: ExchangePhase = { at: 'codebook', codebook, base64, message: null, storing: true };
  go(waiting);
  try {
    const again = await call('exchange.inspectCodebook', { fileName: codebook.fileName, base64, encoding });
    if (isAt(waiting)) go({ at: 'codebook', codebook: again, base64, message: null, storing: false });
  } catch (error) {
    const message = sentenceOf(error, 'The file could not be read so. Nothing was imported.');
    if (isAt(waiting)) go({ at: 'codebook', codebook, base64, message, storing: false });
  }
}

/** Stops an import that is being stored; nothing of it stays. */
export function cancelExchange(jobId: string): void {
  void call('job.cancel', { jobId }).catch(() => undefined);
}

/** Leaves the dialog; a file that was read and not imported is forgotten. An import that runs goes on. */
export function closeExchange(): void {
  const { phase } = useExchangeStore.getState();
  if (phase.at === 'importing') return;
  if (phase.at === 'preview') void call('exchange.discard', { importId: phase.preview.importId }).catch(() => undefined);
  go({ at: 'closed' });
}

/** Shows what an export would and would not carry, before anything is written. */
export async function openExchangeExport(format: ExchangeFormat): Promise<void> {
  if (useExchangeStore.getState().phase.at === 'importing') return;
  const reporting: ExchangePhase = { at: 'reporting', format };
  go(reporting);
  await report(reporting, format, FIRST_CHOICE);
}

/** Chooses for whom, and with which names; the report follows. */
export async function chooseExport(phase: Extract<ExchangePhase, { at: 'export' }>, choice: ExportChoice): Promise<void> {
  const reporting: ExchangePhase = { ...phase, choice, reporting: true };
  go(reporting);
  await report(reporting, phase.format, choice);
}

async function report(waiting: ExchangePhase, format: ExchangeFormat, choice: ExportChoice): Promise<void> {
  try {
    const told = await call('exchange.report', { format, ...choice });
    if (isAt(waiting)) go({ at: 'export', format, choice, report: told, reporting: false, writing: false });
  } catch (error) {
    if (!isAt(waiting)) return;
    go({ at: 'closed' });
    notify({ kind: 'error', message: sentenceOf(error, 'The export failed inside Plumbline. Nothing was written.') });
  }
}

/** Writes the file and hands it over as a download. */
export async function writeExchange(phase: Extract<ExchangePhase, { at: 'export' }>): Promise<void> {
  const { format, choice } = phase;
  go({ ...phase, writing: true });
  try {
    const file = await call('exchange.export', { format, ...choice });
    downloadFile(file);
    go({ at: 'closed' });
    const whom = format === 'qdc' ? '' : ` for ${AUDIENCE_NAMES[choice.purpose]}`;
    const who = choice.names === 'pseudonyms' ? ', with pseudonyms for names' : '';
    notify({ kind: 'info', message: `${file.fileName} was exported${whom}${who}.` });
  } catch (error) {
    go({ ...phase, writing: false });
    notify({ kind: 'error', message: sentenceOf(error, 'The export failed inside Plumbline. Nothing was written.') });
  }
}

/** Time after which the browser has long taken the file (ms). */
const KEPT_MS = 5 * 60_000;

/** Hands a file of the core over as a download. */
export function downloadFile({ fileName, mediaType, base64 }: Omit<ExchangeFile, 'report'>): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}

/** Hands a text over as a download. */
export function downloadText(fileName: string, mediaType: string, text: string): void {
  const letters = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte));
  downloadFile({ fileName, mediaType, base64: btoa(letters.join('')) });
}

function sentenceOf(error: unknown, otherwise: string): string {
  return error instanceof AppError ? error.message : otherwise;
}
