// Entry of the worker thread: reading files and proposing themes, away from the core.
import { parentPort, workerData } from 'node:worker_threads';

import { suggestThemes, type ThemeProposal } from '#shared/domain/themes/suggest-themes';
import type { ParsedTranscript } from '#shared/domain/transcript/parsed-transcript';
import { readTranscript } from '#shared/domain/transcript/read-transcript';
import { toErrorReply } from '#shared/lib/app-error';
import type { TranscriptFormat } from '#shared/model/transcript';

import type { WorkerMessage } from './background.ts';

export type WorkerTask =
  | { name: 'read-transcript'; fileName: string; bytes: Uint8Array; format: TranscriptFormat | null }
  | { name: 'suggest-themes'; snippets: { id: string; text: string }[]; themes: number | null; seed: number };

export interface WorkerTaskResult {
  'read-transcript': ParsedTranscript;
  'suggest-themes': ThemeProposal[];
}

const post = (message: WorkerMessage): void => parentPort?.postMessage(message);

function perform(task: WorkerTask): WorkerTaskResult[WorkerTask['name']] {
  if (task.name === 'read-transcript') {
    return readTranscript(task.fileName, task.bytes, task.format ? { format: task.format } : {});
  }
  return suggestThemes(task.snippets, {
    seed: task.seed,
    ...(task.themes === null ? {} : { themes: task.themes }),
    onProgress: (fraction: number) => post({ type: 'progress', fraction }),
  });
}

try {
  post({ type: 'done', result: perform(workerData as WorkerTask) });
} catch (error) {
  post({ type: 'failed', error: toErrorReply(error) });
}
