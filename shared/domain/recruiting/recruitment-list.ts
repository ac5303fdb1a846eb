// The recruitment list in the order in which to go down it, and who could be asked to introduce somebody.
import { peopleInSource } from '#shared/domain/evidence/participants-of';
import type { Participant } from '#shared/model/records/participant';
import { type Recruit, STRENGTHS } from '#shared/model/records/recruit';
import type { VaultReader } from '#shared/model/vault-state';

export interface RecruitRow {
  recruit: Recruit;
  participant: Participant;
  /** Of the segment that matters most; false when none is named. */
  inTarget: boolean;
  /** Heard in a source already. */
  heard: boolean;
}

export interface RecruitmentList {
  /** Those who are still to be heard first: advocates, then who was introduced, then who is to be; the better known first. */
  rows: RecruitRow[];
  /** Advocates and people we know well who were not asked to introduce anybody yet, in the order of their pseudonyms. */
  mayIntroduce: Participant[];
  /** People of the segment that matters most: on the list, and heard. Null when none is named. */
  target: { listed: number; heard: number } | null;
}

/** Everybody on the list with what decides their place in it; people who are gone from the study are left out. */
export function recruitmentList(reader: VaultReader): RecruitmentList {
  const heard = peopleHeardById(reader);
  const targetId = reader.get('study', 'study')?.targetSegmentId ?? null;
  const isTarget = (segmentId: string | null): boolean => targetId !== null && segmentId === targetId;
  const rows = [...reader.all('recruits').values()].flatMap((recruit): RecruitRow[] => {
    const participant = reader.get('participants', recruit.participantId);
    if (!participant) return [];
    return [{ recruit, participant, inTarget: isTarget(participant.segmentId), heard: heard.has(participant.id) }];
  });
  const inTarget = [...reader.all('participants').values()].filter(({ segmentId }) => isTarget(segmentId));
  const listedTarget = rows.filter((row) => row.inTarget && !row.heard).length;
  return {
    rows: rows.sort(byWay),
    mayIntroduce: introducers(reader, rows),
    target: targetId === null ? null : { listed: listedTarget, heard: inTarget.filter(({ id }) => heard.has(id)).length },
  };
}

function peopleHeardById(reader: VaultReader): Set<string> {
  const heard = new Set<string>();
  for (const source of reader.all('sources').values()) for (const person of peopleInSource(source)) heard.add(person);
  return heard;
}

function introducers(reader: VaultReader, rows: readonly RecruitRow[]): Participant[] {
  const asked = new Set(rows.flatMap(({ recruit }) => recruit.introducerId ?? []));
  const strong = new Set(rows.flatMap(({ recruit }) => (recruit.strength === 'strong' ? [recruit.participantId] : [])));
  return [...reader.all('participants').values()]
    .filter(({ id, reached }) => !asked.has(id) && (reached === 'advocate' || strong.has(id)))
    .sort((left, right) => left.pseudonym.localeCompare(right.pseudonym, 'en'));
}

/** Heard or declined last; then advocates, introductions given, introductions asked for, everybody else. */
function wayOf({ recruit, participant, heard }: RecruitRow): number {
  if (heard) return 5;
  if (recruit.stage === 'declined') return 6;
  if (participant.reached === 'advocate') return 0;
  if (recruit.introduction === 'given' || participant.reached === 'introduction') return 1;
  return recruit.introduction === 'asked' ? 2 : 3;
}

function byWay(left: RecruitRow, right: RecruitRow): number {
  return (
    wayOf(left) - wayOf(right) ||
    STRENGTHS.indexOf(left.recruit.strength) - STRENGTHS.indexOf(right.recruit.strength) ||
    Number(right.inTarget) - Number(left.inTarget) ||
    left.recruit.order - right.recruit.order
  );
}
