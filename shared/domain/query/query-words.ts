// The short text form of queries in tokens: `tag:"Price fog" and not (segment:SMB or near:3turns(tag:Trust))`.
import { AppError } from '#shared/lib/app-error';

export interface QueryToken {
  /** `name:value`, a lone word or quoted words, or a bracket. */
  is: 'field' | 'word' | 'open' | 'close';
  name: string;
  value: string;
  /** Quoted words are never `and`, `or` or `not`. */
  quoted: boolean;
}

/** @throws AppError('bad-input') for a quotation mark that is not closed. */
export function queryWords(text: string): QueryToken[] {
  const tokens: QueryToken[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text[at] ?? '';
    if (character.trim() === '') {
      at += 1;
    } else if (character === '(' || character === ')') {
      tokens.push({ is: character === '(' ? 'open' : 'close', name: '', value: character, quoted: false });
      at += 1;
    } else {
      const { token, next } = readWord(text, at);
      tokens.push(token);
      at = next;
    }
  }
  return tokens;
}

function readWord(text: string, start: number): { token: QueryToken; next: number } {
  let at = start;
  let name: string | null = null;
  let value = '';
  let quoted = false;
  for (; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character.trim() === '' || character === '(' || character === ')') break;
    if (character === ':' && name === null && !quoted) {
      name = value;
      value = '';
    } else if (character === '"') {
      const read = readQuoted(text, at + 1);
      value += read.value;
      quoted = true;
      at = read.end;
    } else value += character;
  }
  return { token: { is: name === null ? 'word' : 'field', name: (name ?? '').toLowerCase(), value, quoted }, next: at };
}

/** Between quotation marks a backslash takes the next character as it is. */
function readQuoted(text: string, start: number): { value: string; end: number } {
  const parts: string[] = [];
  for (let at = start; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '"') return { value: parts.join(''), end: at };
    if (character === '\\') at += 1;
    parts.push(text[at] ?? '');
  }
  throw new AppError('bad-input', 'A quotation mark of the query is not closed. Close it and ask again.');
}

/** A value as it must be written to be read as one word. */
export function quotedWord(value: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(value) && !['and', 'or', 'not'].includes(value.toLowerCase())
    ? value
    : `"${value.replace(/["\\]/g, String.raw`\$&`)}"`;
}
