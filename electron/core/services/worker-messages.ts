// What the core and its worker thread say to each other: tasks there, progress and results back.
import type { ThemeProposal } from '#shared/domain/themes/suggest-themes';
import type { ParsedTranscript } from '#shared/domain/transcript/parsed-transcript';
import type { AppErrorReply } from '#shared/lib/app-error';

import type { SourceFileOptions } from '../intake/read-source-file.ts';

export type WorkerTask =
  | { name: 'read-transcript'; fileName: string; bytes: Uint8Array; options: SourceFileOptions }
  | { name: 'suggest-themes'; snippets: { id: string; text: string }[]; themes: number | null; seed: number };

export interface WorkerTaskResult {
  'read-transcript': ParsedTranscript;
  'suggest-themes': ThemeProposal[];
}

export type WorkerMessage =
  | { type: 'progress'; fraction: number }
  | { type: 'done'; result: unknown }
  | { type: 'failed'; error: AppErrorReply };
