// How large and how deep a message from a window may be: one rule for HTTP and IPC.
import { AppError } from '#shared/lib/app-error';

/** Largest file that a person may import (bytes; trust.md C6). */
export const IMPORT_FILE_LIMIT = 50 * 1024 * 1024;

const MEGABYTE = 1024 * 1024;
const USUAL_LIMIT = 8 * MEGABYTE;
/** Base64 makes four characters of three bytes; one megabyte is left for the file's name and the JSON around it. */
const IMPORT_MESSAGE_LIMIT = Math.ceil(IMPORT_FILE_LIMIT / 3) * 4 + MEGABYTE;

const DEPTH_LIMIT = 64;
const VALUE_LIMIT = 1_000_000;

/** Largest message of a method: bytes of its JSON over HTTP, UTF-16 units of its strings over IPC. */
export function messageLimit(method: string): number {
  return readsFile(method) ? IMPORT_MESSAGE_LIMIT : USUAL_LIMIT;
}

const readsFile = (method: string): boolean => method === 'import.inspect' || method === 'exchange.inspect';

/** The sentence for a message that is over its limit. */
export function tooLargeError(method: string): AppError {
  const what = readsFile(method)
    ? 'This file is larger than 50 MB and was not read. Split it into smaller files.'
    : 'This is more than Plumbline takes in one step. Nothing was changed. Do it in smaller parts.';
  return new AppError('bad-input', what, { method });
}

/**
 * Refuses what plain JSON of a window never holds: endless nesting, millions of values, `__proto__` keys, other objects than
 * plain ones and lists, more text than allowed.
 * @param limit UTF-16 units of all strings and keys together.
 * @throws AppError('bad-input')
 */
export function checkMessage(method: string, input: unknown, limit: number = messageLimit(method)): void {
  const waiting: { value: unknown; depth: number }[] = [{ value: input, depth: 0 }];
  let units = 0;
  let values = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next;
    values += 1;
    if (depth > DEPTH_LIMIT || values > VALUE_LIMIT) throw tooLargeError(method);
    if (typeof value === 'string') units += value.length;
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of plainEntries(method, value)) {
        units += key.length;
        waiting.push({ value: inner, depth: depth + 1 });
      }
    }
    if (units > limit) throw tooLargeError(method);
  }
}

function plainEntries(method: string, value: object): [string, unknown][] {
  if (Array.isArray(value)) {
    // Looked at before the copy: a list may be long and empty.
    if (value.length > VALUE_LIMIT) throw tooLargeError(method);
    return value.map((inner: unknown) => ['', inner]);
  }
  const prototype = Object.getPrototypeOf(value) as object | null;
  const plain = prototype === null || Object.getPrototypeOf(prototype) === null;
  if (!plain || Object.hasOwn(value, '__proto__')) {
    throw new AppError('bad-input', 'The message is not plain data. Nothing was changed.', { method });
  }
  return Object.entries(value);
}
