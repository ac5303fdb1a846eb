// Keeps the best few of many scored numbers, without sorting all of them: a heap with the worst on top.

export class BestOf {
  readonly #most: number;
  readonly #items: number[] = [];
  readonly #scores: number[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** Offers a number. Of equal scores the one that was offered first stays. */
  offer(item: number, score: number): void {
    if (this.#items.length === this.#most) {
      if (score <= (this.#scores[0] ?? 0)) return;
      this.#place(0, item, score);
      this.#sink();
      return;
    }
    let at = this.#items.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#worse(item, score, parent)) break;
      this.#place(at, this.#items[parent] ?? 0, this.#scores[parent] ?? 0);
      at = parent;
    }
    this.#place(at, item, score);
  }

  /** Best first; equal ones by number. */
  list(): { item: number; score: number }[] {
    return this.#items
      .map((item, at) => ({ item, score: this.#scores[at] ?? 0 }))
      .sort((left, right) => right.score - left.score || left.item - right.item);
  }

  #place(at: number, item: number, score: number): void {
    this.#items[at] = item;
    this.#scores[at] = score;
  }

  #worse(item: number, score: number, than: number): boolean {
    const other = this.#scores[than] ?? 0;
    return score < other || (score === other && item > (this.#items[than] ?? 0));
  }

  #sink(): void {
    const item = this.#items[0] ?? 0;
    const score = this.#scores[0] ?? 0;
    const { length } = this.#items;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= length) break;
      if (child + 1 < length && this.#worse(this.#items[child + 1] ?? 0, this.#scores[child + 1] ?? 0, child)) child += 1;
      if (this.#worse(item, score, child)) break;
      this.#place(at, this.#items[child] ?? 0, this.#scores[child] ?? 0);
      at = child;
    }
    this.#place(at, item, score);
  }
}
