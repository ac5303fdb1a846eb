// Opening a study with all its annotations, in a process that has opened nothing yet; beside reading and parsing the same bytes.
import { stat, readFile } from 'node:fs/promises';

import { vaultFiles } from '#core/vault/vault-files';

import { type Bench, openWhole, type Operation, OWN } from '../harness/bench.ts';

const PROCESSES = { S: 9, M: 9, L: 7, XL: 3 } as const;

export const open: Operation = {
  about: 'open, all annotations',
  processes: (size) => PROCESSES[size],
  async run(bench: Bench) {
    const folder = await bench.copy();
    const { snapshot } = vaultFiles(folder);
    const parse = async (): Promise<unknown> => JSON.parse(await readFile(snapshot, 'utf8'));
    const openAll = (): Promise<unknown> => bench.watch(() => openWhole(folder, bench.services()));
    // The first to run pays for a cold file cache and a small heap: they take turns.
    if (bench.turn % 2 === 1) await bench.time('parse', parse);
    await bench.time(OWN, openAll);
    if (bench.turn % 2 === 0) {
      bench.markPeak();
      await bench.time('parse', parse);
    }
    bench.note('snapshotMB', (await stat(snapshot)).size / 1e6);
  },
};
