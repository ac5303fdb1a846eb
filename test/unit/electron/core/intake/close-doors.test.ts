// The thread that reads files has no way to a network, nor to modules it does not import by name.
import { Worker } from 'node:worker_threads';

import { expect, it } from 'vitest';

it('the worker closes its doors before it reads', async () => {
  const worker = new Worker(
    `const { parentPort } = require('node:worker_threads');
     import(${JSON.stringify(new URL('../../../../../electron/core/services/worker.ts', import.meta.url).href)}).then(() => {
       let module = 'refused';
       try { module = typeof process.getBuiltinModule('fs'); } catch {}
       parentPort.postMessage([typeof fetch, typeof WebSocket, typeof EventSource, module]);
     });`,
    { eval: true },
  );
  const answer = await new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  await worker.terminate();
  expect(answer).toEqual(['undefined', 'undefined', 'undefined', 'refused']);
});
