// Writes a defect of ours to standard error without a word of anybody's interview: kind and places in the code only (trust.md P12).

/** Engine messages quote their input, so the message is left out; of the stack only the places are kept. */
export function describeDefect(error: unknown): string {
  const kind = error instanceof Error ? error.name : typeof error;
  const stack = (error instanceof Error && error.stack) || '';
  const places = stack
    .split('\n')
    .map((line) => /^\s+at (?:.*[\\/(])?([^\\/()]+:\d+:\d+)\)?$/.exec(line)?.[1])
    .filter((place) => place !== undefined)
    .slice(0, 6);
  return `Plumbline: a defect (${kind})${places.length > 0 ? ` at ${places.join(' < ')}` : ''}`;
}

/** What hosts pass to createRpcServer. */
export function reportDefect(error: unknown): void {
  process.stderr.write(`${describeDefect(error)}\n`);
}
