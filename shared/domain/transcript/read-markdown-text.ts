// Gives the text that Markdown stands for, as far as transcripts use it: escapes and character references.
import { decodeEntities } from './decode-entities.ts';

const ESCAPE = /\\([!"#$%&'()*+,\-./:;<=>?@[\]^_`{|}~\\])/gu;

/**
 * Resolves backslash escapes of punctuation (`\[laughter\]`) and character references (`&#39;`), as CommonMark does.
 * Emphasis, links and code stay as written: they are part of what the transcriber typed.
 */
export function readMarkdownText(text: string): string {
  const unescaped = text.includes('\\') ? text.replace(ESCAPE, '$1') : text;
  return decodeEntities(unescaped);
}

/** Text of a Markdown heading line (`## Title`), null for any other line. */
export function readMarkdownHeading(line: string): string | null {
  return /^#{1,6}[ \t]+(?=\S)/u.test(line) ? line.replace(/^#{1,6}[ \t]+/u, '') : null;
}
