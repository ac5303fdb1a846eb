// Entry of the worker threads: shuts the ways out, then loads what this thread is for and nothing else.
import { workerData } from 'node:worker_threads';

import { closeDoors } from '../intake/close-doors.ts';
import { SEARCH_THREAD } from './search/search-thread.ts';

closeDoors(globalThis, process);

// What is sent meanwhile waits until somebody listens.
if (workerData === SEARCH_THREAD) await import('./search/search-worker.ts');
else await import('./serve-tasks.ts');
