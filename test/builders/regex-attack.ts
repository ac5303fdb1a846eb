// Looks for texts on which a regular expression needs more than time in proportion to their length (trust.md C12).
import type { SourceRegex } from './regex-sources.ts';

/** Characters that many patterns know; those of the pattern itself come on top. */
const USUAL = [' ', '\t', '\n', 'a', 'A', '1', '.', ':', '-', '"', '<', '*', '/', '!'];
/** What stands around the repeated part: a pattern may match the beginning at once, or fail only at the end. */
const AROUND = [
  ['', ''],
  ['', '!'],
  ['', 'x\u0000'],
  ['z!', '!z'],
] as const;
const LENGTH = 8_000;
/** What a linear search of that length stays under (ms), also on a busy machine. */
const SLOW_MS = 6;
/** Doubled input may take this many times as long. */
const RATIO = 3;

export interface SlowRegex {
  place: string;
  pattern: string;
  pump: string;
  ratio: number;
  ms: number;
}

/** Least of a few runs (ms): searching the text, and replacing all that is found. */
function cost({ regex }: SourceRegex, text: string, runs: number): number {
  const all = new RegExp(regex.source, `${regex.flags}g`);
  let least = Infinity;
  for (let run = 0; run < runs; run += 1) {
    const begun = performance.now();
    regex.test(text);
    text.replace(all, '');
    least = Math.min(least, performance.now() - begun);
  }
  return least;
}

/** Single characters, pairs of the pattern's own, and its own words. */
function pumpsFor({ regex }: SourceRegex): string[] {
  const plain = regex.source.replace(/\\[a-zA-Z](?:\{[^}]*\})?/g, ' ');
  const own = [...new Set(plain.match(/[^\\^$?+()|{}[\]]/gu) ?? [])].slice(0, 8);
  const pairs = own.flatMap((first) => [...own, ' ', 'a', '1'].map((second) => first + second));
  const words = plain.match(/[^\\^$?*+()|{}[\]. ]{2,}/gu) ?? [];
  return [...new Set([...USUAL, ...own, ...pairs, ...words, ...words.map((word) => `${word} `)])];
}

/** Without a quantifier that has no upper bound the work at each place is bounded: only the size of the bounds is looked at. */
const unbounded = ({ regex }: SourceRegex): boolean => /[*+]|\{\d*,\}/.test(regex.source.replace(/\\.|\[[^\]]*\]/g, ''));

/** The worst text that was found; null when all of them take linear time. */
export function attackRegex(source: SourceRegex): SlowRegex | null {
  // Exponential patterns show on short texts, and would not come back from long ones.
  const lengths = unbounded(source) ? [24, 400, LENGTH] : [24, 400];
  for (const pump of pumpsFor(source)) {
    for (const [first, last] of AROUND) {
      for (const length of lengths) {
        const grown = (size: number): string => first + pump.repeat(Math.ceil(size / pump.length)) + last;
        if (cost(source, grown(length), 1) < SLOW_MS) continue;
        const whole = cost(source, grown(length), 3);
        const ratio = whole / cost(source, grown(length / 2), 3);
        if (whole >= SLOW_MS && ratio > RATIO) {
          return { place: source.place, pattern: String(source.regex), pump: JSON.stringify(first + pump + last), ratio, ms: whole };
        }
      }
    }
  }
  return null;
}
