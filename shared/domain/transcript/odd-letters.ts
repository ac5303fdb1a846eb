// Words with letters beyond the plain alphabet: by them a person sees whether a file was read in the right encoding.
import type { TextEncoding } from '#shared/model/transcript';

/** The first few such words of the texts, each once, as they stand. @param most words. */
export function oddLetters(texts: Iterable<string>, most = 6): string[] {
  const found = new Set<string>();
  for (const text of texts) {
    for (const word of text.split(/\s/)) {
      // oxlint-disable-next-line no-control-regex -- what is not plain ASCII is looked for
      if (/[^\u0000-\u007f]/.test(word)) found.add(word.slice(0, 40));
      if (found.size >= most) return [...found];
    }
  }
  return [...found];
}

/** True when a file read so may have been meant otherwise: UTF-8 that leaves nothing unread is sure, what the rest was is guessed or told by its mark. */
export function isUnsure(encoding: TextEncoding, texts: readonly string[]): boolean {
  if (encoding !== 'utf-8' && encoding !== 'utf-8-bom') return true;
  return texts.some((text) => text.includes('\uFFFD'));
}
