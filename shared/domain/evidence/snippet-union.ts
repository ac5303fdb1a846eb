// The snippets on one side of an assumption, as the lists of themes they come from: put together only when somebody asks for them.

/** Looked at by verdicts and cells: how many there are, and which. */
export interface SnippetUnion {
  /** Different snippets. */
  readonly size: number;
  /** The snippets, each once, sorted by id; the same array every time. */
  sorted(): string[];
  /** Adds up what is said of whole lists and of single snippets, each snippet counting once. Both must agree on a snippet. */
  count(inList: (snippetIds: readonly string[]) => number, isOne: (snippetId: string) => boolean): number;
}

/**
 * A union that grows by whole lists. Where no snippet lies in two themes (nearly every study), its size is a sum, and tens of thousands
 * of ids are neither copied nor sorted for a count of people.
 */
export class GrowingUnion implements SnippetUnion {
  readonly #lists = new Set<readonly string[]>();
  readonly #singles = new Set<string>();
  readonly #disjoint: () => boolean;
  #sorted: string[] | null = null;

  /** @param disjoint whether lists never share a snippet; asked only when several lists are there. */
  constructor(disjoint: () => boolean) {
    this.#disjoint = disjoint;
  }

  /** Adds snippets of a theme, without those added one by one. The list must not change afterwards. */
  addList(snippetIds: readonly string[]): void {
    this.#lists.add(snippetIds);
    this.#sorted = null;
  }

  addOne(snippetId: string): void {
    this.#singles.add(snippetId);
    this.#sorted = null;
  }

  get size(): number {
    if (!this.#simple) return this.sorted().length;
    let size = this.#singles.size;
    for (const list of this.#lists) size += list.length;
    return size;
  }

  sorted(): string[] {
    if (this.#sorted) return this.#sorted;
    const [only] = this.#lists;
    // A theme's own list is sorted already.
    if (only && this.#lists.size === 1 && this.#singles.size === 0) return (this.#sorted = [...only]);
    const all = new Set(this.#singles);
    for (const list of this.#lists) for (const snippetId of list) all.add(snippetId);
    return (this.#sorted = [...all].sort());
  }

  count(inList: (snippetIds: readonly string[]) => number, isOne: (snippetId: string) => boolean): number {
    let count = 0;
    if (this.#simple) {
      for (const list of this.#lists) count += inList(list);
      for (const snippetId of this.#singles) count += Number(isOne(snippetId));
    } else for (const snippetId of this.sorted()) count += Number(isOne(snippetId));
    return count;
  }

  /** True when the parts are known to share nothing. */
  get #simple(): boolean {
    return this.#lists.size + Number(this.#singles.size > 0) <= 1 || this.#disjoint();
  }
}

/** The sides of an answer, each put together and sorted when it is first looked at. */
export function sidesInOrder(sides: Record<'supports' | 'contradicts' | 'refines', SnippetUnion>): {
  supporting: string[];
  contradicting: string[];
  refining: string[];
} {
  return {
    get supporting() {
      return sides.supports.sorted();
    },
    get contradicting() {
      return sides.contradicts.sorted();
    },
    get refining() {
      return sides.refines.sorted();
    },
  };
}
