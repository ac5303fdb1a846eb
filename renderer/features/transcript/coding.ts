// The snippets of one source with their tags, worked out once after each change for everything that shows them.
import { useSyncExternalStore } from 'react';

import { type Mark, marksOf } from '#shared/domain/coding/highlight-plan';
import { snippetsInOrder } from '#shared/domain/coding/snippet-order';
import type { Unsubscribe } from '#shared/lib/emitter';
import type { Snippet } from '#shared/model/records/snippet';
import type { Tag } from '#shared/model/records/tag';
import { collectionKey, referringKey } from '#renderer/stores/projection';
import { projection } from '#renderer/stores/vault-store';

export interface Coding {
  /** In the order of the text. */
  snippets: readonly Snippet[];
  /** One for each tag on each snippet. */
  marks: readonly Mark[];
}

/** Tags of a snippet, in no given order. */
export function tagsOfSnippet(snippetId: string): Tag[] {
  return projection.referring('snippets', snippetId, 'taggings').flatMap(({ tagId }) => projection.state.get('tags', tagId) ?? []);
}

/** Keeps its answer until a snippet of the source, a tagging or a tag changes; one edit that changes several is told once. */
class SourceCoding {
  readonly #sourceId: string;
  readonly #listeners = new Set<() => void>();
  #kept: Coding | null = null;
  #telling = false;

  /** From the first question on the records are watched for good: forgetting costs nothing, and nobody reads a stale answer. */
  constructor(sourceId: string) {
    this.#sourceId = sourceId;
    const keys = [referringKey('sources', sourceId, 'snippets'), collectionKey('taggings'), collectionKey('tags')];
    for (const key of keys) projection.watch(key, () => this.#forget());
  }

  #forget(): void {
    this.#kept = null;
    if (this.#telling || this.#listeners.size === 0) return;
    this.#telling = true;
    queueMicrotask(() => {
      this.#telling = false;
      for (const listener of [...this.#listeners]) listener();
    });
  }

  readonly read = (): Coding => (this.#kept ??= this.#compute());

  readonly subscribe = (listener: () => void): Unsubscribe => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  #compute(): Coding {
    // One that lost its place by a correction is marked nowhere until a person has decided.
    const placed = projection.referring('sources', this.#sourceId, 'snippets').filter(({ review }) => !review);
    const snippets = snippetsInOrder(placed);
    return { snippets, marks: marksOf(snippets, tagsOfSnippet) };
  }
}

const known = new Map<string, SourceCoding>();

function sourceCoding(sourceId: string): SourceCoding {
  let coding = known.get(sourceId);
  if (!coding) known.set(sourceId, (coding = new SourceCoding(sourceId)));
  return coding;
}

/** The coding of a source as it stands. */
export function codingOf(sourceId: string): Coding {
  return sourceCoding(sourceId).read();
}

/** The same for components: renders again when it changes. */
export function useCoding(sourceId: string): Coding {
  const { subscribe, read } = sourceCoding(sourceId);
  return useSyncExternalStore(subscribe, read);
}
