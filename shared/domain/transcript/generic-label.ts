// Speaker labels that are nobody's name: somebody else has them in another file.
import { roleWordOf } from './speaker-words.ts';

/** Codes such as P07 or A12 stand for one person throughout a study. */
const CODE = /^[A-Z]{1,3}-?\d{1,4}$/;

/**
 * "Participant", "Speaker 2", "Interviewee B": labels that somebody else has in another file. As a name such a label
 * would make one person of all of them.
 */
export function isGenericLabel(label: string): boolean {
  if (CODE.test(label.trim())) return false;
  const words = label.split(/[^\p{L}]+/u).filter((word) => word !== '');
  return words.some((word) => roleWordOf(word) !== null) && words.every((word) => word.length === 1 || roleWordOf(word) !== null);
}
