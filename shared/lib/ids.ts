// Ids of records: short, random, safe in file names and in JSON.

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Length of a generated id in characters (5 bits each: 80 bits, no collision in any study a person can make). */
export const ID_LENGTH = 16;

/** What a record id may look like, generated or given by a script. */
export const ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/**
 * Makes an id from random bytes.
 * @param randomBytes gives `count` random bytes; passed in because shared code has no randomness of its own.
 */
export function makeId(randomBytes: (count: number) => Uint8Array): string {
  let id = '';
  for (const byte of randomBytes(ID_LENGTH)) id += ALPHABET[byte & 31];
  return id;
}
