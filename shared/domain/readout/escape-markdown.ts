// Words of the study inside Markdown: whatever they hold, they come out as those words and never as markup.
import { trimCharacters } from '#shared/lib/text';

/** Line ends of every kind, as one line feed. */
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f]/g;
/** Signs with a meaning anywhere in CommonMark, in GitHub's additions, or in mathematics on GitHub. */
const SIGNS = /[\\`*_[\]<>&#|~@$]/g;
/** Addresses that some readers turn into links by themselves. */
const ADDRESSES = /:(?=\/\/)|(?<=\bwww)\./gi;
const BIDI_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/;

/**
 * Escapes a text for the middle of a Markdown line. Line feeds stay; whoever writes the block decides what they become.
 * Control characters and halves of characters become the replacement character; direction overrides are kept inside an isolate.
 */
export function escapeMarkdown(text: string): string {
  const plain = text.toWellFormed().replace(LINE_ENDS, '\n').replace(CONTROLS, '\uFFFD').replaceAll('\t', ' ');
  const escaped = plain.replace(SIGNS, '\\$&').replace(ADDRESSES, '\\$&');
  return BIDI_CONTROLS.test(escaped) ? isolateLines(escaped) : escaped;
}

/** Direction controls end with their line at the latest. */
function isolateLines(text: string): string {
  return text
    .split('\n')
    .map((line) => (BIDI_CONTROLS.test(line) ? `\u2068${line}\u2069` : line))
    .join('\n');
}

/** Escapes what has a meaning only at the beginning of a line: lists, rules, underlined headings. */
export function escapeLineStart(line: string): string {
  const trimmed = trimCharacters(line, / /);
  return trimmed.replace(/^[-+=:]/, '\\$&').replace(/^(\d{1,9})([.)])/, '$1\\$2');
}
