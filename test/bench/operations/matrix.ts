// The matrix and all verdicts from scratch; beside one walk over the same cards, links and snippets.
import { withPauses } from '#core/vault/pauses';
import { readoutScopeSteps } from '#shared/domain/readout/readout-scope';
import type { VaultReader } from '#shared/model/vault-state';

import { type Bench, type Operation, OWN } from '../harness/bench.ts';

export const matrix: Operation = {
  about: 'matrix and all verdicts',
  async run(bench: Bench) {
    const vault = await bench.open();
    const judge = (): Promise<unknown> => withPauses(readoutScopeSteps(vault.state, { names: 'names', today: '2026-01-01' }));
    await bench.watch(judge);
    bench.markPeak();
    await bench.rounds({ least: 3, most: 30, budgetMs: 5000 }, async () => {
      await bench.time('walk', () => walk(vault.state));
      await bench.time(OWN, () => bench.watch(judge));
    });
    bench.note('cells', vault.state.all('themes').size * vault.state.all('assumptions').size);
  },
};

/** Looks every card's and link's snippet and source up once: the least that an answer from scratch can do. */
function walk(reader: VaultReader): number {
  let seen = 0;
  const visit = (snippetId: string | null): void => {
    const snippet = snippetId === null ? undefined : reader.get('snippets', snippetId);
    if (snippet && reader.get('sources', snippet.sourceId)) seen += 1;
  };
  for (const card of reader.all('cards').values()) visit(card.snippetId);
  for (const link of reader.all('evidenceLinks').values()) visit(link.snippetId);
  return seen;
}
