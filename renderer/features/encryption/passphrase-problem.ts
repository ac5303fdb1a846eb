// Why a new passphrase cannot be taken yet.

/** As in the core, which decides. */
const SHORTEST = 10;

/** A sentence, or null when it can be taken. Nothing is said about a second field that was not touched yet. */
export function passphraseProblem(passphrase: string, again: string): string | null {
  const length = [...passphrase.normalize('NFKC')].length;
  if (length < SHORTEST) return `${SHORTEST} characters at least; ${SHORTEST - length} to go.`;
  if (again !== passphrase) return again === '' ? 'Type it again below.' : 'The two are not the same yet.';
  return null;
}
