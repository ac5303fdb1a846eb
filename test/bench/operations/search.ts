// Full-text search at every key of two-word queries; beside a plain scan over lower-case texts that are at hand.
import { SearchService } from '#core/services/search';
import type { Vault } from '#core/vault/vault';
import { createSeededRandom } from '#shared/domain/themes/seeded-random';

import { type Bench, type Operation, OWN } from '../harness/bench.ts';

const QUERIES = 30;
/** As the search side bar asks at first. */
const LIMIT = 200;

export const search: Operation = {
  about: 'search transcripts, a keystroke',
  async run(bench: Bench) {
    const vault = await bench.open();
    const service = new SearchService();
    const start = performance.now();
    await bench.watch(() => service.find(vault, 'the', LIMIT));
    bench.note('firstKeyMs', performance.now() - start);
    const keys = await keystrokes(vault);
    for (const key of keys.slice(0, 20)) await bench.watch(() => service.find(vault, key, LIMIT));
    bench.markPeak();
    const texts = await lowerTexts(vault);
    await bench.rounds({ least: 40, most: keys.length, budgetMs: 20_000 }, async (index) => {
      const key = keys[(index * 7) % keys.length] ?? '';
      await bench.time('scan', () => scan(texts, key));
      await bench.time(OWN, () => service.find(vault, key, LIMIT));
    });
  },
};

/** Everything that is typed on the way to two words that stand side by side somewhere in the study. */
async function keystrokes(vault: Vault): Promise<string[]> {
  const random = createSeededRandom(7);
  const sourceIds = [...vault.state.all('sources').keys()];
  const keys: string[] = [];
  for (let query = 0; query < QUERIES; query += 1) {
    const turns = await vault.turns(sourceIds[random.below(sourceIds.length)] ?? '');
    const words = (turns[1 + 2 * random.below(Math.floor(turns.length / 2))]?.text ?? '').toLowerCase().split(/[^a-z]+/);
    const at = random.below(Math.max(1, words.length - 2));
    const typed = `${words[at] ?? ''} ${words[at + 1] ?? ''}`;
    for (let length = 1; length <= typed.length; length += 1) keys.push(typed.slice(0, length));
  }
  return keys;
}

async function lowerTexts(vault: Vault): Promise<string[]> {
  const texts: string[] = [];
  for (const id of vault.state.all('sources').keys()) {
    for (const turn of await vault.turns(id)) texts.push(turn.text.toLowerCase());
  }
  return texts;
}

function scan(texts: readonly string[], key: string): number {
  let found = 0;
  for (const text of texts) if (text.includes(key)) found += 1;
  return found;
}
