// The first screen: everything a window asks the core for before it shows a study, carried over as the desktop carries it.
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';

import { type Core, createCore } from '#core/core';

import { type Bench, type Operation, OWN } from '../harness/bench.ts';

const PROCESSES = { S: 9, M: 9, L: 7, XL: 3 } as const;

export const firstScreen: Operation = {
  about: 'open, first screen',
  processes: (size) => PROCESSES[size],
  besideS: true,
  async run(bench: Bench) {
    const folder = await bench.copy();
    const core = await createCore({
      userDataFolder: path.join(bench.folder, 'data'),
      resourcesFolder: path.resolve(import.meta.dirname, '../../../resources'),
      host: 'test',
      version: '0.0.0-bench',
      by: 'researcher',
      workerUrl: new URL('../../../electron/core/services/worker.ts', import.meta.url),
    });
    await bench.time(OWN, async () => {
      const carried = await bench.watch(() => askForFirstScreen(core, folder));
      for (const answer of carried) deserialize(answer);
    });
    bench.markPeak();
    await core.close();
  },
};

/** What renderer/stores/session.ts asks for on opening, as the bytes that Electron's IPC carries (a structured clone). */
async function askForFirstScreen(core: Core, folder: string): Promise<Buffer[]> {
  return [
    serialize(await core.handlers['vault.open']({ folder, acceptDamage: false })),
    serialize(await core.handlers['vault.snapshot']({})),
    serialize(await core.handlers['layout.read']({})),
  ];
}
