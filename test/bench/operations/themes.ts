// Theme suggestions over all snippets, in the worker as the app runs them; beside cutting the same texts into words once.
import { Background } from '#core/services/background';
import { tokenise } from '#shared/domain/themes/tokenise';

import { type Bench, type Operation, OWN } from '../harness/bench.ts';

const LEAST = { S: 5, M: 3, L: 1, XL: 1 } as const;

export const themes: Operation = {
  about: 'suggest themes for all snippets',
  async run(bench: Bench) {
    const vault = await bench.open();
    const background = new Background(new URL('../../../electron/core/services/worker.ts', import.meta.url));
    const snippets = [...vault.state.all('snippets').values()].map(({ id, quote }) => ({ id, text: quote }));
    const suggest = (): Promise<unknown> =>
      background.run(
        { name: 'suggest-themes', snippets, themes: null, seed: 1 },
        { timeoutMs: 900_000, timeoutMessage: 'Looking for themes took longer than 15 minutes and was given up.' },
      );
    await bench.rounds({ least: LEAST[bench.size], most: 5, budgetMs: 10_000 }, async (index) => {
      const before = process.cpuUsage();
      await bench.time(OWN, () => bench.watch(suggest));
      const { user, system } = process.cpuUsage(before);
      bench.note('cpuSeconds', (user + system) / 1e6);
      if (index === 0) bench.markPeak();
      await bench.time('tokenise', () => snippets.reduce((sum, { text }) => sum + tokenise(text).length, 0));
    });
  },
};
