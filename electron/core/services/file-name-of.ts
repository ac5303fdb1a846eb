// Names of things as names of files.
import { trimCharacters } from '#shared/lib/text';

/** A name as a file name that every system takes; up to 80 UTF-16 units. @param otherwise when nothing of it is left. */
export function fileNameOf(name: string, otherwise: string): string {
  const plain = name.replace(/[^\p{L}\p{N} ._-]+/gu, ' ').replace(/\s+/g, ' ');
  return trimCharacters(plain, /[. ]/).slice(0, 80) || otherwise;
}
