// What the core and its worker thread say to each other: tasks there, progress and results back.
import type { FoundPassage } from '#shared/domain/assisted/find-passages';
import type { Likeness } from '#shared/domain/assisted/likeness';
import type { ThemeProposal } from '#shared/domain/themes/suggest-themes';
import type { ParsedTranscript } from '#shared/domain/transcript/parsed-transcript';
import type { AppErrorReply } from '#shared/lib/app-error';

import type { ReadExchange } from '../exchange/read-exchange.ts';
import type { SourceFileOptions } from '../intake/read-source-file.ts';
import type { PassageBatch } from './passage-batch.ts';

export type WorkerTask =
  | { name: 'read-transcript'; fileName: string; bytes: Uint8Array; options: SourceFileOptions }
  | { name: 'read-project'; fileName: string; bytes: Uint8Array }
  | { name: 'suggest-themes'; snippets: { id: string; text: string }[]; themes: number | null; seed: number }
  | { name: 'likeness'; snippets: string[]; others: string[] }
  | { name: 'find-passages'; batch: PassageBatch };

export interface WorkerTaskResult {
  'read-transcript': ParsedTranscript;
  'read-project': ReadExchange;
  'suggest-themes': ThemeProposal[];
  /** Null when nothing tells them from the others. */
  likeness: Likeness | null;
  'find-passages': { sourceId: string; found: FoundPassage[] }[];
}

export type WorkerMessage =
  | { type: 'progress'; fraction: number }
  | { type: 'done'; result: unknown }
  | { type: 'failed'; error: AppErrorReply };
