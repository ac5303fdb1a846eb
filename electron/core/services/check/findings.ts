// What a check finds, with a bound on how much of one kind is listed.
import type { CheckReport } from '#shared/rpc/answers';

/** A damaged file can hold thousands of broken lines; a person needs the first ones and the number. */
const LISTED_PER_FILE = 50;

export class Findings {
  readonly problems: CheckReport['problems'] = [];
  readonly notes: string[] = [];
  readonly #perFile = new Map<string, number>();

  /** @param what a finished sentence without transcript text. @param file it is about, inside the vault. */
  problem(file: string, what: string): void {
    const count = (this.#perFile.get(file) ?? 0) + 1;
    this.#perFile.set(file, count);
    if (count <= LISTED_PER_FILE) this.problems.push({ file, what });
  }

  /** Something worth knowing that is no fault. */
  note(what: string): void {
    this.notes.push(what);
  }

  /** Says how much was not listed. Called once, at the end. */
  close(): void {
    for (const [file, count] of this.#perFile) {
      if (count > LISTED_PER_FILE) this.problems.push({ file, what: `${file}: ${count - LISTED_PER_FILE} more problems of this kind.` });
    }
  }
}
