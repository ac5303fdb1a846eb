// Cuts rich text (.rtf) into its tokens, as the RTF specification 1.9.1 describes them ("Basic entities").

export type RtfToken =
  | { kind: 'open' }
  | { kind: 'close' }
  /** `\word` or `\word123`. */
  | { kind: 'word'; word: string; value: number | null }
  /** `\~`, `\*` and the like. */
  | { kind: 'symbol'; symbol: string }
  /** One byte of text, written `\'e9`. */
  | { kind: 'byte'; byte: number }
  /** Bytes of text as they stand in the file, without line ends. */
  | { kind: 'text'; start: number; end: number };

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const LONGEST_WORD = 40;

/** Reads the tokens one after the other; a file that is cut off ends where it ends. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken, void> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte === OPEN || byte === CLOSE) {
      at += 1;
      yield { kind: byte === OPEN ? 'open' : 'close' };
    } else if (byte === BACKSLASH) {
      const { token, next } = readControl(bytes, at + 1);
      at = next;
      if (token !== null) yield token;
    } else if (byte === 0x0a || byte === 0x0d || byte === 0) at += 1;
    else {
      const start = at;
      while (at < bytes.length && !endsText(bytes[at] ?? 0)) at += 1;
      yield { kind: 'text', start, end: at };
    }
  }
}

function endsText(byte: number): boolean {
  return byte === OPEN || byte === CLOSE || byte === BACKSLASH || byte === 0x0a || byte === 0x0d || byte === 0;
}

function readControl(bytes: Uint8Array, at: number): { token: RtfToken | null; next: number } {
  const first = bytes[at];
  if (first === undefined) return { token: null, next: at };
  if (first === 0x27) {
    const byte = Number.parseInt(String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0), 16);
    return Number.isNaN(byte) ? { token: null, next: at + 1 } : { token: { kind: 'byte', byte }, next: at + 3 };
  }
  if (!isLetter(first)) {
    // A backslash at the end of a line ends the paragraph.
    const lineEnd = first === 0x0a || first === 0x0d;
    return {
      token: lineEnd ? { kind: 'word', word: 'par', value: null } : { kind: 'symbol', symbol: String.fromCharCode(first) },
      next: at + 1,
    };
  }
  let end = at;
  while (end - at < LONGEST_WORD && isLetter(bytes[end] ?? 0)) end += 1;
  const word = String.fromCharCode(...bytes.subarray(at, end));
  let digits = end;
  if (bytes[digits] === 0x2d) digits += 1;
  while (digits - end < 11 && isDigit(bytes[digits] ?? 0)) digits += 1;
  const value = Number.parseInt(String.fromCharCode(...bytes.subarray(end, digits)), 10);
  const known = Number.isNaN(value) ? null : value;
  let next = known === null ? end : digits;
  if (bytes[next] === 0x20) next += 1;
  // Bytes that are no text at all, and whose number stands before them.
  if (word === 'bin' && known !== null && known > 0) return { token: null, next: next + known };
  return { token: { kind: 'word', word, value: known }, next };
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
