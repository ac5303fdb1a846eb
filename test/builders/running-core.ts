// A real core over a data folder of its own, for tests of hosts.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { type Core, createCore } from '#core/core';

export interface RunningCore {
  core: Core;
  /** Empty folder in which studies may be made; removed by stop(). */
  folder: string;
  stop(): Promise<void>;
}

/** Starts a core with the sources' worker. */
export async function startCore(host: 'desktop' | 'browser' | 'test' = 'test'): Promise<RunningCore> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'plumbline-test-'));
  const core = await createCore({
    userDataFolder: path.join(folder, 'data'),
    resourcesFolder: path.resolve(import.meta.dirname, '../../resources'),
    host,
    version: '0.0.0-test',
    by: 'tester',
    workerUrl: new URL('../../electron/core/services/worker.ts', import.meta.url),
  });
  return {
    core,
    folder,
    stop: async () => {
      await core.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
