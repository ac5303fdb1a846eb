// The recovery code: 140 random bits as letters and digits that are not mistaken for one another, to be printed and kept.
import { randomInt } from 'node:crypto';

/** Without I, L, O and U (Crockford's base 32): nothing to confuse with 1 and 0. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 28;

/** 28 signs of 5 bits each. */
export function newRecoveryCode(): string {
  return Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
}

/** In groups that a person can read aloud: `ABCD-EFGH-…`. */
export function formatRecoveryCode(code: string): string {
  return (code.match(/.{1,4}/g) ?? []).join('-');
}

/** The signs of a code as somebody typed it, with O for 0 and I or L for 1; null when it is none. */
export function parseRecoveryCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return code.length === LENGTH && [...code].every((sign) => SIGNS.includes(sign)) ? code : null;
}
