// Words with letters beyond the plain alphabet: by them a person sees whether a file was read in the right encoding.

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
