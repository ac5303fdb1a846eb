// Cells that count: how many snippets, and which people, by the numbers of row and column.
import { distinctPeople, type PersonKey } from '#shared/domain/evidence/participants-of';
import type { Steps } from '#shared/lib/steps';
import type { Count } from '#shared/model/count-table';

/** Counts of a table whose rows and columns are known before. Snippets share few lists of people, so that a cell stays small. */
export class CountGrid {
  readonly #rows: number;
  readonly #columns: number;
  readonly #snippets: Uint32Array;
  readonly #people = new Map<number, Set<readonly PersonKey[]>>();

  constructor(rows: number, columns: number) {
    this.#rows = rows;
    this.#columns = columns;
    this.#snippets = new Uint32Array(rows * columns);
  }

  /** Adds one snippet to a cell; each snippet at most once. @param people its people, the same list for the same people wherever it can be. */
  add(row: number, column: number, people: readonly PersonKey[]): void {
    const cell = row * this.#columns + column;
    this.#snippets[cell] = (this.#snippets[cell] ?? 0) + 1;
    const known = this.#people.get(cell);
    if (known) known.add(people);
    else this.#people.set(cell, new Set([people]));
  }

  /** All cells, row by row; halts after each row. */
  *counts(): Steps<Count[][]> {
    const rows: Count[][] = [];
    for (let row = 0; row < this.#rows; row += 1) {
      const cells: Count[] = [];
      for (let column = 0; column < this.#columns; column += 1) {
        const cell = row * this.#columns + column;
        const people = this.#people.get(cell);
        cells.push(people ? { people: distinctPeople(people).length, snippets: this.#snippets[cell] ?? 0 } : { people: 0, snippets: 0 });
      }
      rows.push(cells);
      yield;
    }
    return rows;
  }
}
