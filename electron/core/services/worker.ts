// Entry of the worker threads: one reads files and proposes themes away from the core, task after task; another serves the search.
import { parentPort, workerData } from 'node:worker_threads';

import { suggestThemes } from '#shared/domain/themes/suggest-themes';
import { readTranscript } from '#shared/domain/transcript/read-transcript';
import { toErrorReply } from '#shared/lib/app-error';

import { SEARCH_THREAD } from './search/search-thread.ts';
import { serveSearch } from './search/search-worker.ts';
import type { WorkerMessage, WorkerTask, WorkerTaskResult } from './worker-messages.ts';

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

function serveTask(task: WorkerTask): void {
  try {
    post({ type: 'done', result: perform(task) });
  } catch (error) {
    post({ type: 'failed', error: toErrorReply(error) });
  }
}

if (parentPort && workerData === SEARCH_THREAD) serveSearch(parentPort);
else parentPort?.on('message', serveTask);
