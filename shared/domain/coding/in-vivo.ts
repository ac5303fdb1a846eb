// A tag in a person's own words.
import { trimCharacters } from '#shared/lib/text';

/** Words that such a name may have; longer ones are cut. */
export const IN_VIVO_WORDS = 6;

/** `“we never open them”`: lower case, quoted, without punctuation at its edges, at most six words. Null without a word. */
export function inVivoName(quote: string): string | null {
  const words = quote
    .split(/\s+/u)
    .map((word) => trimCharacters(word, /[^\p{L}\p{N}]/u))
    .filter((word) => word !== '');
  if (words.length === 0) return null;
  return `“${words.slice(0, IN_VIVO_WORDS).join(' ').toLowerCase()}”`;
}
