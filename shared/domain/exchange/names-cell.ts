// Several names in one cell of a table, and read again.

/** Joined by `; `; one a line where a name has a semicolon itself. */
export function namesCell(names: readonly string[]): string {
  return names.some((name) => name.includes(';')) ? names.map((name) => `${name}\n`).join('') : names.join('; ');
}

/** The names of a cell, each once. @param cell as it stands in the file, untrimmed: a line feed at its end counts. */
export function namesOfCell(cell: string): string[] {
  const names = cell.split(cell.includes('\n') ? '\n' : ';').map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))];
}
