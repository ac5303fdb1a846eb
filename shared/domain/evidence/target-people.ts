// How many people of the segment that matters most speak to an assumption: n of N.
import type { VaultReader } from '#shared/model/vault-state';

import type { PersonKey } from './participants-of.ts';

export interface TargetPeople {
  segmentId: string;
  name: string;
  /** Participants of the segment on each side. */
  supporting: number;
  contradicting: number;
  refining: number;
  /** Those of them on any side, each once. */
  spoke: number;
  /** All participants of the segment. */
  of: number;
}

/** Null when the study names no such segment. */
export function targetPeople(
  reader: VaultReader,
  people: { supporting: readonly PersonKey[]; contradicting: readonly PersonKey[]; refining: readonly PersonKey[] },
): TargetPeople | null {
  const segmentId = reader.get('study', 'study')?.targetSegmentId ?? null;
  const segment = segmentId === null ? undefined : reader.get('segments', segmentId);
  if (!segment) return null;
  const inside = (list: readonly PersonKey[]): PersonKey[] =>
    list.filter((person) => reader.get('participants', person)?.segmentId === segment.id);
  const [supporting, contradicting, refining] = [inside(people.supporting), inside(people.contradicting), inside(people.refining)];
  return {
    segmentId: segment.id,
    name: segment.name,
    supporting: supporting.length,
    contradicting: contradicting.length,
    refining: refining.length,
    spoke: new Set([...supporting, ...contradicting, ...refining]).size,
    of: reader.referring('segments', segment.id, 'participants').length,
  };
}
