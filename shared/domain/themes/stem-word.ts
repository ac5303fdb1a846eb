// Binds the forms of one English word ("price", "prices", "pricing") to one stem.

// Forms that the rules would tear apart or wrongly join.
const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ['analyses', 'analysis'],
  ['children', 'child'],
  ['data', 'data'],
  ['feet', 'foot'],
  ['lens', 'lens'],
  ['men', 'man'],
  ['news', 'news'],
  ['people', 'people'],
  ['series', 'series'],
  ['species', 'species'],
  ['women', 'woman'],
]);

const ENGLISH_LETTERS = /^[a-z]+$/;
const VOWEL = /[aeiouy]/;
// A short syllable (consonant, single vowel, consonant other than w, x, y) at the end: "pric", "hop", "plan".
const SHORT_END = /^[^aeiou]*[aeiouy][^aeiouwxy]$/;
// A doubled last letter that comes from the ending ("plann-ing"); l, s and z are as often doubled by themselves.
const DOUBLE_END = /([b-df-hj-kmnp-rtv-y])\1$/;
const TWO_SYLLABLES = /[aeiouy][^aeiouy]+[aeiouy]/;

/**
 * The stem of a lower-case word; a key for comparing, not a word to show.
 * A light stripper for plurals, -ing and -ed only: more would join words that people mean apart. The idea of repairing a
 * stem by its syllables is from Porter (1980), "An algorithm for suffix stripping". Words with other letters stay as they are.
 */
export function stemWord(word: string): string {
  if (word.length < 3 || !ENGLISH_LETTERS.test(word)) return word;
  const exception = EXCEPTIONS.get(word);
  if (exception !== undefined) return exception;
  return levelEnding(withoutParticiple(withoutPlural(word)));
}

function withoutPlural(word: string): string {
  if (!word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return word.length > 3 ? word.slice(0, -1) : word;
}

function withoutParticiple(word: string): string {
  if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (word.endsWith('eed')) return /[aeiouy][^aeiouy]+eed$/.test(word) ? word.slice(0, -1) : word;
  const ending = word.endsWith('ing') ? 3 : word.endsWith('ed') ? 2 : 0;
  const rest = word.slice(0, word.length - ending);
  if (ending === 0 || rest.length < 2 || !VOWEL.test(rest)) return word;
  if (rest.length > 3 && DOUBLE_END.test(rest)) return rest.slice(0, -1);
  return SHORT_END.test(rest) ? `${rest}e` : rest;
}

// "cancel" and "cancell(ed)", "manage" and "manag(ing)", "try" and "tri(es)", "movie" and "movy" must meet; "plane" and "plan" must not.
function levelEnding(word: string): string {
  if (word.endsWith('ll')) return TWO_SYLLABLES.test(word) ? word.slice(0, -1) : word;
  if (word.length < 4) return word.length === 3 && /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}i` : word;
  const rest = word.endsWith('ie') ? word.slice(0, -1) : /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}i` : word;
  if (!rest.endsWith('e')) return rest;
  const bare = rest.slice(0, -1);
  return SHORT_END.test(bare) || bare.endsWith('e') ? rest : bare;
}
