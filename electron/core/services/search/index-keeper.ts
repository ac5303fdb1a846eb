// Keeps the search's index of one open study: built in its thread from what is stored, brought up to date with every edit, stored again.
import type { Change } from '#shared/model/changes';
import type { Source } from '#shared/model/records/source';

import type { Vault } from '../../vault/vault.ts';
import { isSearched, recordDocument, recordKey, SEARCHED_COLLECTIONS, type SearchedCollection, turnDocuments } from './search-documents.ts';
import type { FoundTexts, SearchRequests } from './search-messages.ts';
import type { SearchThread } from './search-thread.ts';
import type { IndexKeeping } from './index-store.ts';
import type { IndexPiece } from './stored-index.ts';

/** Time of one stretch of gathering documents (ms): the core answers others in between. */
const STRETCH_MS = 4;
const RECORDS_A_MESSAGE = 200;
/** Quiet time after the last change before the index is stored (ms). */
const STORE_AFTER_MS = 30_000;

type Dirty = { collection: SearchedCollection; id: string };

export class IndexKeeper {
  readonly #vault: Vault;
  readonly #thread: SearchThread;
  readonly #store: IndexKeeping;
  readonly #unsubscribe: () => void;
  /** Records and texts that the thread has not been told about, by key. */
  readonly #dirty = new Map<string, Dirty>();
  readonly #dirtyTexts = new Set<string>();
  #gathering: Promise<void> | null = null;
  #storeTimer: NodeJS.Timeout | null = null;
  #closed = false;
  /** Share of the study that is in the index; 1 when all is. */
  progress = 0;
  /** Resolves when everything there was at the beginning is in the index. */
  readonly ready: Promise<void>;

  constructor(vault: Vault, thread: SearchThread, store: IndexKeeping) {
    this.#vault = vault;
    this.#thread = thread;
    this.#store = store;
    this.#unsubscribe = vault.announcements.subscribe(({ entry }) => this.#note(entry.changes));
    this.ready = this.#build();
    this.ready.catch(() => undefined);
  }

  get usable(): boolean {
    return !this.#closed && !this.#thread.stopped;
  }

  /** True when its thread stopped for want of memory. */
  get outOfMemory(): boolean {
    return this.#thread.outOfMemory;
  }

  /** Answers with what is in the index; the edits so far are, once it is built. */
  async find(query: SearchRequests['find']['given']): Promise<FoundTexts> {
    // A few records go along at once; many are on their way.
    if (this.progress === 1 && this.#dirty.size > 0 && this.#dirty.size <= RECORDS_A_MESSAGE) this.#sendRecords();
    return this.#thread.ask('find', query);
  }

  close(): void {
    this.#closed = true;
    this.#unsubscribe();
    if (this.#storeTimer) clearTimeout(this.#storeTimer);
    this.#thread.stop();
  }

  async #build(): Promise<void> {
    await this.#vault.whole;
    const sources = [...this.#vault.state.all('sources').values()];
    const stored = await this.#store.read(this.#vault);
    const texts = sources.map(({ id, transcript }) => ({ sourceId: id, sha256: transcript.sha256 }));
    const given = { stored, studyId: this.#vault.id, texts };
    const { missing } = await this.#thread.ask('open', given, stored ? [stored.buffer] : []);
    for (const collection of SEARCHED_COLLECTIONS) {
      for (const id of this.#vault.state.all(collection).keys()) this.#dirty.set(recordKey(collection, id), { collection, id });
    }
    for (const sourceId of missing) this.#dirtyTexts.add(sourceId);
    await this.#gather(this.#dirty.size / 40 + missing.length);
    const { changed, documents } = await this.#thread.ask('settle', {});
    this.progress = 1;
    if (changed) await this.#store.write(this.#vault, documents, this.#pieces());
  }

  #note(changes: readonly Change[]): void {
    for (const { collection, id, before, after } of changes) {
      if (isSearched(collection)) this.#dirty.set(recordKey(collection, id), { collection, id });
      if (collection === 'taggings') {
        const snippetId = ((after ?? before) as Change<'taggings'>['after'])?.snippetId ?? '';
        this.#dirty.set(recordKey('snippets', snippetId), { collection: 'snippets', id: snippetId });
      }
      if (collection === 'sources' && textOf(before) !== textOf(after)) this.#dirtyTexts.add(id);
    }
    if (this.#dirty.size === 0 && this.#dirtyTexts.size === 0) return;
    if (this.progress === 1) void this.#gather(0).catch(() => undefined);
    if (this.#storeTimer) clearTimeout(this.#storeTimer);
    this.#storeTimer = setTimeout(() => void this.#storeNow(), STORE_AFTER_MS);
    this.#storeTimer.unref();
  }

  async #storeNow(): Promise<void> {
    await this.ready;
    await this.#gathering;
    const { documents } = await this.#thread.ask('settle', {});
    await this.#store.write(this.#vault, documents, this.#pieces());
  }

  /** A study that is closed halfway, or changed, is stored another time. */
  async *#pieces(): AsyncGenerator<IndexPiece, boolean, void> {
    await this.#thread.ask('store', {});
    while (!this.#closed) {
      const { piece, whole } = await this.#thread.ask('storePiece', {});
      if (!piece) return whole;
      yield piece;
    }
    return false;
  }

  /** Tells the thread about everything that is dirty, with room for others in between. @param work units of it, for the progress. */
  #gather(work: number): Promise<void> {
    this.#gathering ??= this.#gatherAll(work).finally(() => (this.#gathering = null));
    return this.#gathering;
  }

  async #gatherAll(work: number): Promise<void> {
    let done = 0;
    while ((this.#dirty.size > 0 || this.#dirtyTexts.size > 0) && !this.#closed) {
      const pause = performance.now() + STRETCH_MS;
      while (this.#dirty.size > 0 && performance.now() < pause) {
        this.#sendRecords();
        done += RECORDS_A_MESSAGE / 40;
      }
      const [sourceId] = this.#dirtyTexts;
      if (sourceId !== undefined && this.#dirty.size === 0) {
        this.#dirtyTexts.delete(sourceId);
        await this.#sendText(sourceId);
        done += 1;
      }
      if (work > 0) this.progress = Math.min(0.99, done / work);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  #sendRecords(): void {
    const documents = [];
    const keys = [];
    let count = 0;
    for (const [key, { collection, id }] of this.#dirty) {
      this.#dirty.delete(key);
      const document = recordDocument(this.#vault.state, collection, id);
      if (document) documents.push(document);
      else keys.push(key);
      if ((count += 1) === RECORDS_A_MESSAGE) break;
    }
    const fail = (): void => undefined;
    if (documents.length > 0) this.#thread.ask('put', { documents }).catch(fail);
    if (keys.length > 0) this.#thread.ask('remove', { keys }).catch(fail);
  }

  /** A text that cannot be read is found by nobody; the transcript itself says what is wrong with it. */
  async #sendText(sourceId: string): Promise<void> {
    const source = this.#vault.state.get('sources', sourceId);
    const turns = source && (await this.#vault.turns(sourceId).catch(() => null));
    if (!source || !turns) await this.#thread.ask('removeText', { sourceId });
    else await this.#thread.ask('putText', { sourceId, sha256: source.transcript.sha256, documents: turnDocuments(sourceId, turns) });
  }
}

const textOf = (source: unknown): string => (source as Source | null)?.transcript.sha256 ?? '';
