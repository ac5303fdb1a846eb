// Group commit: entries of the same tick share one append and one fsync, and are answered only after it.

/** One step that is applied in memory and waits to be durable. */
export interface PendingEntry {
  /** Numbers of its entries: two only when it became several. */
  firstSeq: number;
  lastSeq: number;
  line: Buffer;
  /** Takes the entry back in memory; called newest first when the write failed. */
  revert(): void;
  committed(): void;
  failed(error: unknown): void;
}

export class EditQueue {
  readonly #append: (bytes: Buffer, lastSeq: number) => Promise<void>;
  #pending: PendingEntry[] = [];
  #flushing: Promise<void> | null = null;

  /** @param append writes whole lines, up to the entry of that number, durably, or throws having written nothing. */
  constructor(append: (bytes: Buffer, lastSeq: number) => Promise<void>) {
    this.#append = append;
  }

  /** Adds an entry; it is written together with all others that are added before the next write starts. */
  push(pending: PendingEntry): void {
    this.#pending.push(pending);
    this.#flushing ??= new Promise<void>((resolve) => process.nextTick(resolve)).then(() => this.#flush());
  }

  /** First entry of the batch that the next one will be written with; null when it will be the first itself. */
  get batch(): number | null {
    return this.#pending[0]?.firstSeq ?? null;
  }

  /** True when nothing is waiting to be written. */
  get idle(): boolean {
    return this.#flushing === null;
  }

  /** Resolves when nothing is waiting. Never rejects: failures go to the entries. */
  async settled(): Promise<void> {
    while (this.#flushing) await this.#flushing;
  }

  async #flush(): Promise<void> {
    try {
      while (this.#pending.length > 0) await this.#write(this.#pending);
    } finally {
      // In the same breath as the last look: whoever was answered may have the next entry by then.
      this.#flushing = null;
    }
  }

  async #write(batch: PendingEntry[]): Promise<void> {
    this.#pending = [];
    try {
      const lines = batch.map((pending) => pending.line);
      await this.#append(lines.length === 1 && lines[0] ? lines[0] : Buffer.concat(lines), batch.at(-1)?.lastSeq ?? 0);
    } catch (error) {
      return this.#failAll(batch, error);
    }
    for (const pending of batch) pending.committed();
  }

  /** What came in meanwhile was built on the failed batch and fails with it. */
  #failAll(batch: PendingEntry[], error: unknown): void {
    const failed = [...batch, ...this.#pending];
    this.#pending = [];
    for (const pending of failed.toReversed()) pending.revert();
    for (const pending of failed) pending.failed(error);
  }
}
