// A tag in a person's own words.

/** Words that such a name may have; longer ones are cut. */
export const IN_VIVO_WORDS = 6;

/** `“we never open them”`: lower case, quoted, without punctuation at its edges, at most six words. Null without a word. */
export function inVivoName(quote: string): string | null {
  const words = quote
    .split(/\s+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '');
  if (words.length === 0) return null;
  return `“${words.slice(0, IN_VIVO_WORDS).join(' ').toLowerCase()}”`;
}
