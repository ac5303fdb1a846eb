// The one form in which a file is refused: what happened, that nothing was changed, what to do.
import { AppError, type AppErrorDetails } from '#shared/lib/app-error';

/** @param reason completes "x.docx was not imported: …". @param advice a finished sentence, or several. */
export function unreadableFile(fileName: string, reason: string, advice: string, details: AppErrorDetails = {}): AppError {
  return new AppError('unreadable-file', `${fileName} was not imported: ${reason}. Nothing was changed. ${advice}`, {
    fileName,
    ...details,
  });
}
