// Reads a file that is to take the place of a transcript, and asks what would become of its snippets.
import { AppError } from '#shared/lib/app-error';
import type { TextEncoding } from '#shared/model/transcript';
import type { ImportPreview } from '#shared/rpc/answers';
import { IMPORT_FILE_LIMIT, tooLargeError } from '#shared/rpc/message-limits';
import type { TextComparison } from '#shared/rpc/revision-answers';
import { readBase64 } from '#renderer/stores/read-base64';
import { call } from '#renderer/stores/session';

export interface BetterVersion {
  /** Kept so that it can be read again in another encoding. */
  file: File;
  preview: ImportPreview;
  comparison: TextComparison;
}

/** Changes nothing; what was read is kept by the core until it is put in place or given back. @param encoding a person's choice. @throws AppError with a sentence. */
export async function readBetterVersion(sourceId: string, file: File, encoding?: TextEncoding): Promise<BetterVersion> {
  if (file.size > IMPORT_FILE_LIMIT) throw tooLargeError('import.inspect');
  const base64 = await readBase64(file).catch(() => null);
  if (base64 === null)
    throw new AppError('unreadable-file', `“${file.name}” cannot be opened any more. Choose it again.`, { file: file.name });
  const preview = await call('import.inspect', { fileName: file.name, base64, ...(encoding ? { encoding } : {}) });
  try {
    return { file, preview, comparison: await call('transcript.compare', { sourceId, importId: preview.importId }) };
  } catch (error) {
    giveBack(preview);
    throw error;
  }
}

/** It is not wanted after all. */
export function giveBack({ importId }: Pick<ImportPreview, 'importId'>): void {
  void call('import.discard', { importIds: [importId] }).catch(() => undefined);
}
