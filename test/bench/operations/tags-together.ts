// The table of tags that meet, counted from scratch in people and snippets; beside one walk over the same snippets and taggings.
import { withPauses } from '#core/vault/pauses';
import { coOccurrence } from '#shared/domain/query/count-tables';
import type { VaultReader } from '#shared/model/vault-state';

import { type Bench, type Operation, OWN } from '../harness/bench.ts';

export const tagsTogether: Operation = {
  about: 'table of tags that meet',
  async run(bench: Bench) {
    const vault = await bench.open();
    const count = (): Promise<unknown> => withPauses(coOccurrence(vault.state));
    await bench.watch(count);
    bench.markPeak();
    await bench.rounds({ least: 3, most: 30, budgetMs: 5000 }, async () => {
      await bench.time('walk', () => walk(vault.state));
      await bench.time(OWN, () => bench.watch(count));
    });
    bench.note('cells', vault.state.all('tags').size ** 2);
  },
};

/** Looks every snippet's source and every tagging's tag up once: the least that an answer from scratch can do. */
function walk(reader: VaultReader): number {
  let seen = 0;
  for (const { id, sourceId } of reader.all('snippets').values()) {
    if (!reader.get('sources', sourceId)) continue;
    for (const { tagId } of reader.referring('snippets', id, 'taggings')) if (reader.get('tags', tagId)) seen += 1;
  }
  return seen;
}
