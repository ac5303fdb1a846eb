// The lines of a journal file under another cipher.
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';

import type { ContentCipher } from './crypto/content-cipher.ts';
import { lineOf, parseJournalLine } from './journal-line.ts';

/** Entries and their chain stay as they are; only how their lines are written changes. @throws AppError('vault-damaged') naming the line. */
export function convertJournal(bytes: Buffer, file: string, from: ContentCipher, to: ContentCipher): Buffer {
  const lines: Buffer[] = [];
  for (let offset = 0, number = 1; offset < bytes.length; number += 1) {
    const end = bytes.indexOf(0x0a, offset);
    const parsed = end < 0 ? 'incomplete' : parseJournalLine(bytes.subarray(offset, end), from);
    if (typeof parsed === 'string') {
      throw new AppError(
        'vault-damaged',
        `${path.basename(file)}, line ${number}, does not hold, so the study was not converted. Check the study first; what was converted so far opens as before.`,
        { file: path.basename(file), line: number },
      );
    }
    lines.push(lineOf(parsed.json, parsed.chain, to));
    offset = end + 1;
  }
  return Buffer.concat(lines);
}
