// How many typing errors lie between what was typed and a word: a letter too many, missing, wrong, or two swapped (Damerau 1964).

/**
 * True when `typed` becomes `word`, or with `open` the beginning of `word`, by at most `most` errors. Meant for `most` of 1 or 2: it tries
 * the four errors where the two first differ, so that nearly all words of a large vocabulary are dismissed within a few characters.
 */
export function withinErrors(typed: string, word: string, most: number, open: boolean): boolean {
  if (typed.length - word.length > most || (!open && word.length - typed.length > most)) return false;
  return fits(typed, 0, word, 0, most, open);
}

function fits(typed: string, fromTyped: number, word: string, fromWord: number, most: number, open: boolean): boolean {
  let left = fromTyped;
  let right = fromWord;
  while (left < typed.length && right < word.length && typed.charCodeAt(left) === word.charCodeAt(right)) {
    left += 1;
    right += 1;
  }
  if (left === typed.length) return open || word.length - right <= most;
  if (most === 0) return false;
  if (right === word.length) return typed.length - left <= most;
  if (fits(typed, left + 1, word, right + 1, most - 1, open)) return true;
  if (fits(typed, left + 1, word, right, most - 1, open)) return true;
  if (fits(typed, left, word, right + 1, most - 1, open)) return true;
  return (
    left + 1 < typed.length &&
    typed.charCodeAt(left) === word.charCodeAt(right + 1) &&
    typed.charCodeAt(left + 1) === word.charCodeAt(right) &&
    fits(typed, left + 2, word, right + 2, most - 1, open)
  );
}
