// Entry of the worker threads: one reads files and proposes themes away from the core, task after task; another serves the search.
import { parentPort, workerData } from 'node:worker_threads';

import { suggestThemes } from '#shared/domain/themes/suggest-themes';
import { toErrorReply } from '#shared/lib/app-error';

import { readExchange } from '../exchange/read-exchange.ts';
import { closeDoors } from '../intake/close-doors.ts';
import { readSourceFile } from '../intake/read-source-file.ts';
import { SEARCH_THREAD } from './search/search-thread.ts';
import { serveSearch } from './search/search-worker.ts';
import type { WorkerMessage, WorkerTask, WorkerTaskResult } from './worker-messages.ts';

closeDoors(globalThis, process);

const post = (message: WorkerMessage): void => parentPort?.postMessage(message);

async function perform(task: WorkerTask): Promise<WorkerTaskResult[WorkerTask['name']]> {
  if (task.name === 'read-transcript') {
    return readSourceFile(task.fileName, task.bytes, task.options);
  }
  if (task.name === 'read-project') return readExchange(task.fileName, task.bytes);
  return suggestThemes(task.snippets, {
    seed: task.seed,
    ...(task.themes === null ? {} : { themes: task.themes }),
    onProgress: (fraction: number) => post({ type: 'progress', fraction }),
  });
}

function serveTask(task: WorkerTask): void {
  perform(task).then(
    (result) => post({ type: 'done', result }),
    (error: unknown) => post({ type: 'failed', error: toErrorReply(error) }),
  );
}

if (parentPort && workerData === SEARCH_THREAD) serveSearch(parentPort);
else parentPort?.on('message', serveTask);
