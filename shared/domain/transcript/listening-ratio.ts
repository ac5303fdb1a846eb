// How much of an interview the people heard say, and how much those who ask: the share of words of each.
import { countWords } from '#shared/lib/text';
import type { Speaker } from '#shared/model/records/source';
import type { Turn } from '#shared/model/transcript';

/** Shares of all words (0 to 1); they add up to 1. */
export interface ListeningRatio {
  participants: number;
  interviewers: number;
  /** Other roles, and turns in which nobody is named. */
  others: number;
}

/** Words by speaker label; null for turns in which nobody is named. */
export function wordsBySpeaker(turns: readonly Pick<Turn, 'speaker' | 'text'>[]): Map<string | null, number> {
  const words = new Map<string | null, number>();
  for (const { speaker, text } of turns) words.set(speaker, (words.get(speaker) ?? 0) + countWords(text));
  return words;
}

/** Null unless both somebody who asks and somebody who is heard are named: then there is nothing to compare. */
export function listeningRatio(
  words: ReadonlyMap<string | null, number>,
  speakers: readonly Pick<Speaker, 'label' | 'role'>[],
): ListeningRatio | null {
  const roles = new Map(speakers.map(({ label, role }) => [label, role]));
  const sums = { participant: 0, interviewer: 0, other: 0 };
  for (const [label, count] of words) sums[label === null ? 'other' : (roles.get(label) ?? 'other')] += count;
  const all = sums.participant + sums.interviewer + sums.other;
  if (sums.participant === 0 || sums.interviewer === 0) return null;
  return { participants: sums.participant / all, interviewers: sums.interviewer / all, others: sums.other / all };
}
