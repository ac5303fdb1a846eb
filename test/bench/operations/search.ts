// Searching everything at every key of two-word queries: through the thread as the window does, beside a plain scan and fuse.js over the same documents.
import path from 'node:path';

import Fuse from 'fuse.js';

import { IndexStore } from '#core/services/search/index-store';
import { recordDocument, SEARCHED_COLLECTIONS, turnDocuments } from '#core/services/search/search-documents';
import { SearchService } from '#core/services/search/search-service';
import type { Vault } from '#core/vault/vault';
import { findDocuments } from '#shared/domain/search/find-documents';
import { parseSearch } from '#shared/domain/search/parse-search';
import type { TextDocument, TextQuery } from '#shared/domain/search/text-document';
import { TextIndex } from '#shared/domain/search/text-index';
import { wordsOf } from '#shared/domain/search/words';
import { createSeededRandom } from '#shared/domain/themes/seeded-random';
import { kindNumber } from '#shared/model/search-kinds';
import { finishSteps } from '#shared/lib/steps';

import { type Bench, type Operation, OWN } from '../harness/bench.ts';
import { percentile } from '../harness/statistics.ts';

const QUERIES = 30;
/** Results of each kind, as the search box asks. */
const LIMIT = 20;
const KNOWN_ITEMS = 60;
const KNOWN_WITHIN = 20;
const TYPOS = 300;
const UPDATES = 300;
/** fuse.js takes seconds a query at L: a few say enough. */
const FUSE_QUERIES = 5;
const SNIPPET = kindNumber('snippet');
const WORKER = new URL('../../../electron/core/services/worker.ts', import.meta.url);

export const search: Operation = {
  about: 'search everything, a keystroke',
  async run(bench: Bench) {
    const vault = await bench.open();
    const store = new IndexStore(bench.services().disk, path.join(bench.folder, 'data'), 0);
    const service = new SearchService(WORKER, store);
    const built = performance.now();
    await bench.watch(() => service.prepare(vault).ready);
    bench.note('builtInWorkerMs', performance.now() - built);
    for (const key of ['t', 'th', 'the', 'the w', 'the wo']) await bench.watch(() => service.find(vault, key, LIMIT));
    // Before the study is closed: for a moment two threads would be there that never are together.
    bench.markPeak();
    service.clear();
    const opened = performance.now();
    await bench.watch(() => service.prepare(vault).ready);
    bench.note('openedStoredMs', performance.now() - opened);
    const documents = await documentsOf(vault);
    const keys = keystrokes(documents);
    await timeKeystrokes(bench, vault, service, documents, keys);
    service.clear();
    judgeQuality(bench, documents);
  },
};

async function timeKeystrokes(
  bench: Bench,
  vault: Vault,
  service: SearchService,
  documents: readonly TextDocument[],
  keys: readonly string[],
) {
  const lower = documents.map(({ text }) => text.toLowerCase());
  const fuse = new Fuse(documents, { keys: ['text'], ignoreLocation: true, includeScore: true });
  await bench.rounds({ least: 100, most: keys.length, budgetMs: 40_000 }, async (index) => {
    const key = keys[(index * 7) % keys.length] ?? '';
    await bench.time('scan', () => scan(lower, key));
    await bench.time(OWN, () => service.find(vault, key, LIMIT));
    if (index < FUSE_QUERIES) await bench.time('fuse', () => fuse.search(key, { limit: LIMIT }));
  });
  const own99 = percentile(bench.samples.times[OWN] ?? [], 0.99);
  bench.note('ownP99Ms', own99);
  bench.note('p99OfScan', own99 / percentile(bench.samples.times['scan'] ?? [], 0.99));
}

/** Quality and the cost of an update, on the index itself. */
function judgeQuality(bench: Bench, documents: readonly TextDocument[]): void {
  let index = new TextIndex();
  for (const document of documents) index.put(document);
  index = new TextIndex(finishSteps(index.compacted()));
  const random = createSeededRandom(11);
  bench.note('typoRecallAt10', typoRecall(index, documents, random));
  bench.note('twoWordRecallAt20', knownItems(index, documents, random));
  const snippets = documents.filter(({ kind }) => kind === SNIPPET);
  const times: number[] = [];
  for (let update = 0; update < UPDATES; update += 1) {
    const document = snippets[random.below(snippets.length)];
    const other = snippets[random.below(snippets.length)];
    if (!document || !other) break;
    const start = performance.now();
    index.put({ ...document, text: `${other.text} changed ${update}` });
    times.push(performance.now() - start);
  }
  bench.note('updateP99Ms', percentile(times, 0.99));
}

type Random = ReturnType<typeof createSeededRandom>;

/** Share of words, mistyped at a place that may be any, whose first ten results of snippets hold the true word. */
function typoRecall(index: TextIndex, documents: readonly TextDocument[], random: Random): number {
  const vocabulary = [...new Set(documents.filter(({ kind }) => kind === SNIPPET).flatMap(({ text }) => wordsOf(text)))].filter((word) =>
    /^[a-z]{4,}$/.test(word),
  );
  let found = 0;
  for (let typo = 0; typo < TYPOS; typo += 1) {
    const word = vocabulary[random.below(vocabulary.length)] ?? '';
    const hits = snippetsFor(index, mistyped(word, random), 10);
    if (hits.some(({ text }) => wordsOf(text).includes(word))) found += 1;
  }
  return found / TYPOS;
}

/**
 * Share of snippets that are among the first twenty for two of their words. The words are drawn anew while more than twenty snippets hold
 * both, for such words do not say which one is meant.
 */
function knownItems(index: TextIndex, documents: readonly TextDocument[], random: Random): number {
  const snippets = documents.filter(({ kind }) => kind === SNIPPET);
  const held = snippets.map(({ text }) => new Set(wordsOf(text)));
  let asked = 0;
  let found = 0;
  for (let tries = 0; asked < KNOWN_ITEMS && tries < 100 * KNOWN_ITEMS; tries += 1) {
    const place = random.below(snippets.length);
    const words = [...(held[place] ?? [])].filter((word) => word.length >= 3);
    const [first, second] = [words[random.below(words.length)], words[random.below(words.length)]];
    if (first === undefined || second === undefined || first === second) continue;
    if (held.reduce((count, there) => count + (there.has(first) && there.has(second) ? 1 : 0), 0) > KNOWN_WITHIN) continue;
    asked += 1;
    if (snippetsFor(index, `${first} ${second}`, KNOWN_WITHIN).some(({ key }) => key === snippets[place]?.key)) found += 1;
  }
  return asked === 0 ? Number.NaN : found / asked;
}

function snippetsFor(index: TextIndex, typed: string, most: number) {
  const { terms, without } = parseSearch(typed);
  const query: TextQuery = { terms, without, labels: [], withoutLabels: [], kinds: null };
  return findDocuments(index, query, most).kinds.find(({ kind }) => kind === SNIPPET)?.documents ?? [];
}

/** One letter left out, doubled into another, changed, or swapped with the next; at any place, the first letter too. */
function mistyped(word: string, random: Random): string {
  const at = random.below(word.length);
  const letter = String.fromCharCode(97 + random.below(26));
  const kind = random.below(4);
  if (kind === 0) return word.slice(0, at) + word.slice(at + 1);
  if (kind === 1) return word.slice(0, at) + letter + word.slice(at);
  if (kind === 2) return word.slice(0, at) + letter + word.slice(at + 1);
  const place = Math.min(at, word.length - 2);
  return word.slice(0, place) + word.charAt(place + 1) + word.charAt(place) + word.slice(place + 2);
}

/** Everything that is typed on the way to two words that stand side by side somewhere in the study. */
function keystrokes(documents: readonly TextDocument[]): string[] {
  const random = createSeededRandom(7);
  const keys: string[] = [];
  for (let query = 0; query < QUERIES; query += 1) {
    const words = (documents[random.below(documents.length)]?.text ?? '').toLowerCase().split(/[^a-z]+/);
    const at = random.below(Math.max(1, words.length - 2));
    const typed = `${words[at] ?? ''} ${words[at + 1] ?? ''}`;
    for (let length = 1; length <= typed.length; length += 1) keys.push(typed.slice(0, length));
  }
  return keys;
}

async function documentsOf(vault: Vault): Promise<TextDocument[]> {
  const documents = SEARCHED_COLLECTIONS.flatMap((collection) =>
    [...vault.state.all(collection).keys()].flatMap((id) => recordDocument(vault.state, collection, id) ?? []),
  );
  for (const id of vault.state.all('sources').keys()) documents.push(...turnDocuments(id, await vault.turns(id)));
  return documents;
}

function scan(texts: readonly string[], key: string): number {
  let found = 0;
  for (const text of texts) if (text.includes(key)) found += 1;
  return found;
}
