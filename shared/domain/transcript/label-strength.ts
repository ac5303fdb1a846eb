// Judges from its shape alone how likely a piece of text is a speaker's label.
import { isNeverLabel, isUtterance, roleWordOf } from './speaker-words.ts';

/** Longest label in UTF-16 units; longer stretches before a colon are sentences. */
export const MAX_LABEL_LENGTH = 60;

/** 0 no label; 1 possible (one word in lower case, or up to three of which the first has a capital); 2 like a name; 3 a role or an identifier ("Interviewer 1", "P07"). */
export type LabelStrength = 0 | 1 | 2 | 3;

const FORBIDDEN = /[?!;{}=|\\@^~*`"“”«»<>[\]…%]|\.\.|\/\/|--/u;
const IDENTIFIER = /^(?:\p{Lu}{1,3}[-_.]?\d{1,4}|[A-Za-z]{2,12}[-_]\d{1,4}|id ?\d{1,4})$/u;
const PARTICLES = new Set(
  'van von der den de del della di da do dos das du la le el al bin ibn ben bint ter ten of the and y et und e zu zur af av st'.split(' '),
);
const NAME_WORD = /^[('’‘]?(?:\p{Lu}|\p{Lt}|\p{Lo})/u;
const INNER_NAME_WORD = /^(?:[dl]['’]\p{Lu}|Mc|\d{1,4}\.?$|&$|\+$|\/$)/u;

/**
 * Strength of a label by its shape. A name has at most six words, each with a capital (or in a script without
 * capitals, or a number, or a particle such as "van"), at most one comma ("Doe, Jane", "Jane Doe, PhD"), and no
 * sentence punctuation. A remark in brackets at the end ("Jane (nurse)") does not count, unless it holds a year.
 */
export function labelStrength(text: string): LabelStrength {
  const label = text.trim();
  if (label === '' || label.length > MAX_LABEL_LENGTH || FORBIDDEN.test(label) || !/\p{L}/u.test(label)) return 0;
  if (isNeverLabel(label) || label.endsWith(',')) return 0;
  // "Right. 3" is the end of a sentence; "Dr. Ana" and "St. Martin" are names.
  const sentence = /^([^\s.]+)\./u.exec(label);
  if (sentence !== null && isUtterance(sentence[1] ?? '')) return 0;
  const bare = label.replace(/\s{0,3}\([^()]{0,40}\)$/u, '');
  if (bare === '' || isNeverLabel(bare) || /\((?:[^()]{0,20}\s)?(?:19|20)\d\d\)$/u.test(label)) return 0;
  if (bare.length <= 30 && roleWordOf(bare) !== null && bare.split(/\s+/u).length <= 3) return 3;
  if (IDENTIFIER.test(bare)) return 3;
  if (/^\d/u.test(bare) || (bare.match(/,/gu)?.length ?? 0) > 1) return 0;
  const parts = bare.split(/\s+/u);
  if (parts.length > 6) return 0;
  const [first = ''] = parts;
  if (NAME_WORD.test(first) && parts.slice(1).every(isNamePart)) return withoutCase(bare) && bare.length > 20 ? 0 : 2;
  if (bare !== label) return 0;
  if (parts.length === 1 && /^\p{Ll}[\p{L}\p{N}_'’-]{0,19}$/u.test(bare)) return 1;
  return NAME_WORD.test(first) && parts.length <= 3 && !bare.includes('.') ? 1 : 0;
}

function isNamePart(part: string): boolean {
  return NAME_WORD.test(part) || INNER_NAME_WORD.test(part) || PARTICLES.has(part);
}

/** Scripts without capitals give no sign of a name, so that only short labels are believed. */
function withoutCase(text: string): boolean {
  return !/\p{Lu}|\p{Lt}/u.test(text);
}
