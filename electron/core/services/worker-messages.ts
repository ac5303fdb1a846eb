// What the core and its worker thread say to each other: tasks there, progress and results back.
import type { FoundPassage } from '#shared/domain/assisted/find-passages';
import type { Likeness } from '#shared/domain/assisted/likeness';
import type { TableRow } from '#shared/domain/exchange/study-tables';
import type { ThemeProposal } from '#shared/domain/themes/suggest-themes';
import type { ParsedTranscript } from '#shared/domain/transcript/parsed-transcript';
import type { TextEncoding } from '#shared/model/transcript';
import type { AppErrorReply } from '#shared/lib/app-error';
import type { StoryTable } from '#shared/rpc/answers';

import type { ReadCodebook } from '../exchange/read-codebook.ts';
import type { ReadExchange } from '../exchange/read-exchange.ts';
import type { Sheet } from '../exchange/write-tables.ts';
import type { SourceFileOptions } from '../intake/read-source-file.ts';
import type { PassageBatch } from './passage-batch.ts';

export type WorkerTask =
  | { name: 'read-transcript'; fileName: string; bytes: Uint8Array; options: SourceFileOptions }
  | { name: 'read-project'; fileName: string; bytes: Uint8Array }
  | { name: 'read-rows'; fileName: string; bytes: Uint8Array; encoding: TextEncoding | undefined }
  | { name: 'read-codebook'; fileName: string; bytes: Uint8Array; encoding?: TextEncoding }
  | { name: 'suggest-themes'; snippets: { id: string; text: string }[]; themes: number | null; seed: number }
  | { name: 'likeness'; snippets: string[]; others: string[] }
  | { name: 'find-passages'; batch: PassageBatch }
  | { name: 'write-csv'; rows: readonly TableRow[] }
  | { name: 'write-workbook'; sheets: readonly Sheet[] };

export interface WorkerTaskResult {
  'read-transcript': ParsedTranscript;
  'read-project': ReadExchange;
  /** The sheets that hold anything, heading first. */
  'read-rows': Pick<StoryTable, 'sheets' | 'warnings' | 'encoding' | 'unsure' | 'oddWords'>;
  'read-codebook': ReadCodebook;
  'suggest-themes': ThemeProposal[];
  /** Null when nothing tells them from the others. */
  likeness: Likeness | null;
  'find-passages': { sourceId: string; found: FoundPassage[] }[];
  'write-csv': string;
  'write-workbook': Uint8Array;
}

export type WorkerMessage =
  | { type: 'progress'; fraction: number }
  | { type: 'done'; result: unknown }
  | { type: 'failed'; error: AppErrorReply };
