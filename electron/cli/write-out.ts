// Writes the file that `--out` names.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';

/** @param what the file is, as the beginning of a sentence. @throws AppError('disk') when it cannot be written. */
export async function writeOut(out: string, content: string | Uint8Array, what: string): Promise<void> {
  await writeFile(out, content).catch(() => {
    throw new AppError('disk', `${what} was not written: ${path.basename(out)} cannot be written. Choose another place.`);
  });
}
