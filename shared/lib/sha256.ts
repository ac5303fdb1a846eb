// SHA-256 (FIPS 180-4) of a text, at once and without a platform: the window checks seals while it draws.

const WORD = 0x1_0000_0000;

/** Fractional parts of the roots of the first primes, as the standard derives its constants (section 4.2.2 and 5.3.3). */
function constants(): { first: number[]; rounds: number[] } {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < 64; candidate += 1) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  const fraction = (root: number): number => Math.floor((root - Math.floor(root)) * WORD);
  return {
    first: primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime))),
    rounds: primes.map((prime) => fraction(Math.cbrt(prime))),
  };
}

const { first: FIRST, rounds: ROUNDS } = constants();

/** UTF-8 bytes of a text; a lone surrogate becomes U+FFFD, as everywhere. */
function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const sign of text) {
    const point = sign.codePointAt(0) ?? 0;
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x1_0000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return bytes;
}

function padded(bytes: number[]): number[] {
  const bits = bytes.length * 8;
  const all = [...bytes, 0x80];
  while (all.length % 64 !== 56) all.push(0);
  for (let shift = 56; shift >= 0; shift -= 8) all.push(Math.floor(bits / 2 ** shift) & 255);
  return all;
}

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function schedule(bytes: readonly number[], start: number): number[] {
  const words: number[] = [];
  for (let at = 0; at < 16; at += 1) {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(start + at * 4, start + at * 4 + 4);
    words.push((a << 24) | (b << 16) | (c << 8) | d);
  }
  for (let at = 16; at < 64; at += 1) {
    const early = words[at - 15] ?? 0;
    const late = words[at - 2] ?? 0;
    const small = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const large = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    words.push(((words[at - 16] ?? 0) + small + (words[at - 7] ?? 0) + large) | 0);
  }
  return words;
}

function compress(state: readonly number[], words: readonly number[]): number[] {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let at = 0; at < 64; at += 1) {
    const large = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const chosen = (e & f) ^ (~e & g);
    const one = (h + large + chosen + (ROUNDS[at] ?? 0) + (words[at] ?? 0)) | 0;
    const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  return [a, b, c, d, e, f, g, h].map((word, at) => (word + (state[at] ?? 0)) | 0);
}

/** The SHA-256 of the text's UTF-8 bytes, as 64 hexadecimal digits. */
export function sha256Hex(text: string): string {
  const bytes = padded(utf8(text));
  let state: number[] = FIRST.map((word) => word | 0);
  for (let start = 0; start < bytes.length; start += 64) state = compress(state, schedule(bytes, start));
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
