// The search itself, as it runs in its thread: holds the index, takes changes, answers, and lets answers through while it tidies up.
import { excerptOf } from '#shared/domain/search/excerpt';
import { findDocuments } from '#shared/domain/search/find-documents';
import type { SearchTerm, TextQuery } from '#shared/domain/search/text-document';
import { TextIndex, type TextIndexData } from '#shared/domain/search/text-index';

import { turnKey } from './search-documents.ts';
import type { FoundTexts, SearchedText, SearchRequest, SearchRequests } from './search-messages.ts';
import { type IndexPiece, packIndex, unpackIndex } from './stored-index.ts';

/** Changed documents after which the index is made compact again. */
const MOST_LOOSE = 5000;
/** The same while it is being built, and as a share of what is compact: a document that is loose takes several times the memory. */
const MOST_LOOSE_BUILDING = 20_000;
const MOST_LOOSE_SHARE = 0.5;
/** Time of one stretch of tidying (ms). */
const STRETCH_MS = 8;

export class SearchDesk {
  #index = new TextIndex();
  #studyId = '';
  /** Turns of each transcript that is in the index. */
  #texts = new Map<string, { sha256: string; turns: number }>();
  /** Records that were given since the stored index was opened; null when that is over. */
  #given: Set<string> | null = null;
  #changed = false;
  #tidying: Promise<void> | null = null;
  /** The pieces of the index that are asked for one after the other; null as soon as it changes. */
  #pieces: Iterator<IndexPiece, void, void> | null = null;

  /** Does what is asked. Changes wait while the index is made compact; answers do not. */
  async handle(request: SearchRequest): Promise<unknown> {
    if (request.name === 'find') return this.#find(request.query, request.limit);
    while (this.#tidying) await this.#tidying;
    if (request.name === 'storePiece') return this.#nextPiece();
    this.#pieces = null;
    switch (request.name) {
      case 'open':
        return { missing: this.#open(request.stored, request.studyId, request.texts) };
      case 'put':
        for (const document of request.documents) {
          this.#given?.add(document.key);
          if (this.#index.put(document)) this.#changed = true;
        }
        return this.#tidyWhenLoose();
      case 'remove':
        for (const key of request.keys) if (this.#index.remove(key)) this.#changed = true;
        return this.#tidyWhenLoose();
      case 'putText':
        this.#removeText(request.sourceId);
        for (const document of request.documents) this.#index.put(document);
        this.#texts.set(request.sourceId, { sha256: request.sha256, turns: request.documents.length });
        this.#changed = true;
        return this.#tidyWhenLoose();
      case 'removeText':
        this.#removeText(request.sourceId);
        return this.#tidyWhenLoose();
      case 'settle':
        return this.#settle();
      case 'store':
        return this.#tidy((data) => {
          this.#pieces = packIndex(this.#studyId, [...this.#texts], data);
          return null;
        });
    }
  }

  #nextPiece(): SearchRequests['storePiece']['answer'] {
    const next = this.#pieces?.next();
    return { piece: next?.value ?? null, whole: next?.done === true };
  }

  #open(stored: Uint8Array | null, studyId: string, texts: readonly SearchedText[]): string[] {
    const unpacked = stored && unpackIndex(stored, studyId);
    this.#studyId = studyId;
    this.#index = new TextIndex(unpacked?.data);
    this.#texts = new Map(unpacked?.texts);
    this.#changed = unpacked === null;
    this.#given = new Set();
    const wanted = new Map(texts.map(({ sourceId, sha256 }) => [sourceId, sha256]));
    for (const [sourceId, { sha256 }] of this.#texts) if (wanted.get(sourceId) !== sha256) this.#removeText(sourceId);
    return [...wanted.keys()].filter((sourceId) => !this.#texts.has(sourceId));
  }

  #removeText(sourceId: string): void {
    const text = this.#texts.get(sourceId);
    if (!text) return;
    for (let turn = 0; turn < text.turns; turn += 1) this.#index.remove(turnKey(sourceId, turn));
    this.#texts.delete(sourceId);
    this.#changed = true;
  }

  async #settle(): Promise<{ changed: boolean; documents: number }> {
    const given = this.#given;
    this.#given = null;
    for (const key of [...this.#index.keys()]) {
      if (!given || given.has(key) || key.startsWith('turn/')) continue;
      this.#index.remove(key);
      this.#changed = true;
    }
    if (this.#index.loose > 0) await this.#tidy(() => null);
    const changed = this.#changed;
    this.#changed = false;
    return { changed, documents: this.#index.size };
  }

  #tidyWhenLoose(): null {
    const { loose, size } = this.#index;
    const most = this.#given === null ? MOST_LOOSE : Math.max(MOST_LOOSE_BUILDING, MOST_LOOSE_SHARE * (size - loose));
    if (loose > most) void this.#tidy(() => null);
    return null;
  }

  /** Makes the index compact; nothing changes it meanwhile. @param then is given the data before anything can change it again. */
  async #tidy<T>(then: (data: TextIndexData) => T): Promise<T> {
    const isCompact = this.#index.loose === 0;
    const done = this.#compacted().then((data) => {
      if (!isCompact) this.#index = new TextIndex(data);
      return then(data);
    });
    this.#tidying = done.then(
      () => void (this.#tidying = null),
      () => void (this.#tidying = null),
    );
    return done;
  }

  async #compacted(): Promise<TextIndexData> {
    const steps = this.#index.compacted();
    for (let pause = performance.now() + STRETCH_MS; ;) {
      const step = steps.next();
      if (step.done) return step.value;
      if (performance.now() < pause) continue;
      await new Promise((resolve) => setImmediate(resolve));
      pause = performance.now() + STRETCH_MS;
    }
  }

  #find(query: TextQuery, limit: number): FoundTexts {
    const { kinds, corrections } = findDocuments(this.#index, query, limit);
    const meant: SearchTerm[] = corrections.flatMap(({ words }) => words.map((word) => ({ words: [word], open: false })));
    const terms = [...query.terms, ...meant];
    return {
      corrections,
      kinds: kinds.map(({ kind, total, more, documents }) => ({
        kind,
        total,
        more,
        found: documents.map(({ key, text, extra }) => ({ key, kind, extra, ...excerptOf(text, terms) })),
      })),
    };
  }
}
