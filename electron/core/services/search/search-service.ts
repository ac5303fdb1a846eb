// Searching the open study: reads what was typed, asks the index, and gives the answer as the window shows it.
import { parseSearch } from '#shared/domain/search/parse-search';
import { SEARCH_KINDS, type SearchKind } from '#shared/model/search-kinds';
import type { FoundPlace, SearchEverythingAnswer } from '#shared/rpc/search-answers';

import type { Vault } from '../../vault/vault.ts';
import type { StudyView } from '../study-view.ts';
import { IndexKeeper } from './index-keeper.ts';
import type { IndexKeeping } from './index-store.ts';
import { PlainSearch } from './plain-search.ts';
import { queryOf } from './search-filters.ts';
import type { FoundText } from './search-messages.ts';
import { SearchThread } from './search-thread.ts';

/** The first answers wait so long for the index (ms): a small study is read by then. */
const FIRST_WAIT_MS = 400;
/** Memory of an index (MB), and what it takes besides for a million words: two to three times the least that studies of 100,000 to 5 million words were read with. */
const HEAP_MB = 128;
const HEAP_MB_A_MILLION_WORDS = 40;

export class SearchService {
  readonly #workerUrl: URL;
  readonly #store: IndexKeeping;
  readonly #heapFor: (vault: Vault) => number;
  readonly #plain = new PlainSearch();
  #keeper: { vault: Vault; keeper: IndexKeeper } | null = null;
  /** Doubled whenever an index did not fit. */
  #roomier = 1;

  /** @param heapMBFor memory that the index of a study may take (MB); twice that once it was not enough. */
  constructor(workerUrl: URL, store: IndexKeeping, heapMBFor = heapFor) {
    this.#workerUrl = workerUrl;
    this.#store = store;
    this.#heapFor = heapMBFor;
  }

  /** Drops everything kept of a study that was closed. */
  clear(): void {
    this.#plain.clear();
    this.#keeper?.keeper.close();
    this.#keeper = null;
  }

  /** Another study is open now, or none: what was kept of the earlier one goes. */
  follow(vault: Vault | null): void {
    this.#plain.clear();
    if (this.#keeper && this.#keeper.vault !== vault) this.clear();
  }

  /** Reads the stored index of a study that has one, so that the first search finds it ready and a stale one is mended soon. */
  async prepareStored(vault: Vault): Promise<void> {
    if (await this.#store.has(vault)) this.prepare(vault);
  }

  /** Also removes what is stored of it. To be called before anything is deleted from a study for good. */
  async forget(studyFolder: string): Promise<void> {
    this.clear();
    await this.#store.forget(studyFolder);
  }

  /** Begins to build or read the index of a study. */
  prepare(vault: Vault): IndexKeeper {
    if (this.#keeper?.vault === vault && this.#keeper.keeper.usable) return this.#keeper.keeper;
    if (this.#keeper?.keeper.outOfMemory) this.#roomier *= 2;
    this.clear();
    const keeper = new IndexKeeper(vault, new SearchThread(this.#workerUrl, this.#heapFor(vault) * this.#roomier), this.#store);
    this.#keeper = { vault, keeper };
    return keeper;
  }

  /** Every place in the transcripts where the query stands word for word; also of a study as it was. */
  places(view: StudyView, query: string, limit: number): ReturnType<PlainSearch['find']> {
    return this.#plain.find(view, query, limit);
  }

  /** A study as it was has no index: the words of its transcripts are found as they were typed. */
  async findInPast(view: StudyView, typed: string, limit: number): Promise<SearchEverythingAnswer> {
    const { matches, total } = await this.#plain.find(view, typed, limit);
    const places = matches.map(({ sourceId, context, contextStart, speaker, startMs, turn, startOffset, endOffset }): FoundPlace => {
      const marks: FoundPlace['marks'] = [[contextStart, contextStart + endOffset - startOffset]];
      return { kind: 'turn', id: sourceId, context, marks, turn: { turn, speaker, startMs, startOffset, endOffset } };
    });
    const groups = places.length > 0 ? [{ kind: 'turn' as const, total, more: false, places }] : [];
    return { groups, corrections: [], unknown: [], progress: 1 };
  }

  /** @param limit results of each kind. */
  async find(vault: Vault, typed: string, limit: number): Promise<SearchEverythingAnswer> {
    const keeper = this.prepare(vault);
    const parsed = parseSearch(typed);
    const { query, unknown } = queryOf(vault.state, parsed);
    const asks = parsed.terms.length > 0 || query.labels.length > 0 || query.kinds !== null;
    if (keeper.progress < 1) await Promise.race([keeper.ready.catch(() => undefined), pause(FIRST_WAIT_MS)]);
    const answer = { groups: [], corrections: [], unknown, progress: keeper.progress };
    if (!asks) return answer;
    let found = await keeper.find({ query, limit });
    const mayBeAny = parsed.terms.length > 1 && parsed.terms.every(({ words }) => words.length === 1);
    const anyWord = mayBeAny && found.kinds.length === 0 && keeper.progress === 1;
    if (anyWord) found = await keeper.find({ query: { ...query, any: true }, limit });
    const { kinds, corrections } = found;
    const groups = kinds
      .sort((left, right) => left.kind - right.kind)
      .map(({ kind, total, more, found: texts }) => {
        const name = SEARCH_KINDS[kind] ?? 'turn';
        return { kind: name, total, more, places: texts.map((text) => placeOf(name, text)) };
      });
    return { ...answer, groups, corrections, ...(anyWord && groups.length > 0 ? { anyWord } : {}) };
  }
}

/** Memory that the index of a study may take (MB). */
function heapFor(vault: Vault): number {
  let words = 0;
  for (const { transcript } of vault.state.all('sources').values()) words += transcript.words;
  return Math.ceil(HEAP_MB + (HEAP_MB_A_MILLION_WORDS * words) / 1e6);
}

function placeOf(kind: SearchKind, { key, extra, context, marks, place }: FoundText): FoundPlace {
  const [, id = '', turn] = key.split('/');
  const base = { kind, id, context, marks };
  if (kind !== 'turn') return { ...base, turn: null };
  const [speaker, startMs] = JSON.parse(extra) as [string | null, number | null];
  return { ...base, turn: { turn: Number(turn), speaker, startMs, ...(place ?? { startOffset: 0, endOffset: 0 }) } };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
