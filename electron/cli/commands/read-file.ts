// Reads one file given on the command line through the importer's worker.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { ParsedTranscript } from '#shared/domain/transcript/parsed-transcript';
import { AppError } from '#shared/lib/app-error';
import { ImportService } from '#core/services/import-service';
import { errorCode } from '#core/vault/disk';

import type { CommandLine } from '../command-line.ts';
import { readOptions } from './read-options.ts';

/** @throws AppError('unreadable-file' | 'not-found') with a sentence naming the file. */
export async function readTranscriptFile(line: CommandLine, file: string): Promise<ParsedTranscript> {
  const bytes = await readGivenFile(file);
  return new ImportService(line.background, line.newId).read(file, bytes, readOptions(line));
}

/** Bytes of a file that was named on the command line. @throws AppError('not-found') with a sentence naming it. */
export async function readGivenFile(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    const reasons: Record<string, string> = {
      ENOENT: 'there is no such file',
      EISDIR: 'it is a folder',
      EACCES: 'there is no permission to read it',
    };
    throw new AppError(
      'not-found',
      `“${path.basename(file)}” was not read: ${reasons[errorCode(error)] ?? 'the operating system refused'}.`,
    );
  }
}
