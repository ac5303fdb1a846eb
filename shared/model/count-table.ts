// A table that counts people and snippets, as it is worked out, sent and shown.

export interface Count {
  /** Distinct people. */
  people: number;
  snippets: number;
}

export interface CountTable {
  /** Id and name of each row and column; an id of null stands for people in no segment. */
  rows: { id: string; name: string }[];
  columns: { id: string | null; name: string }[];
  /** By row and column; a cell that was never met is 0 and 0. */
  cells: Count[][];
}
