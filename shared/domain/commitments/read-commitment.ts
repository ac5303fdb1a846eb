// Whether a commitment is triggered: distinct people heard first-hand, of those of its segment who were heard.
import type { EvidenceScope } from '#shared/domain/evidence/evidence-scope';
import { gatherEvidence, heardFirstHand } from '#shared/domain/evidence/gather-evidence';
import { HEARING_OF, isFirstHand } from '#shared/domain/evidence/hearing';
import { distinctPeople, peopleInSource, type PersonKey } from '#shared/domain/evidence/participants-of';
import type { Commitment } from '#shared/model/records/commitment';
import type { EvidenceLink } from '#shared/model/records/evidence-link';
import type { VaultReader } from '#shared/model/vault-state';

import { type SealState, sealState } from './seal.ts';

/** `not linked`: nothing says which evidence counts, so nothing is counted. `open`: neither reached nor ruled out. */
export type TriggerState = 'triggered' | 'not triggered' | 'open' | 'not linked';

export interface CommitmentReading {
  commitment: Commitment;
  seal: SealState;
  /** Distinct people who say it, of the segment where it names one; sorted. */
  people: PersonKey[];
  /** People heard first-hand, of the segment where it names one. */
  heard: number;
  /** How many have to say it, by what was agreed and how many were heard. */
  needed: number;
  /** By counting alone. */
  counted: TriggerState;
  /** What a person said of it goes before the count. */
  state: TriggerState;
  byHand: boolean;
}

/**
 * Reads one commitment. “At least n of m” is met by n people as long as no more than m were heard; when more were, the same share of
 * them is asked for (5 of 8 becomes 10 of 16), so that hearing more people does not make it easier.
 */
export function readCommitment(scope: EvidenceScope, commitment: Commitment): CommitmentReading {
  const { atLeast, of, segmentId, judged } = commitment;
  const people = peopleFor(scope, commitment).filter((person) => isInside(scope.reader, person, segmentId));
  const heard = heardIn(scope.reader, segmentId);
  const needed = of !== null && heard > of ? Math.ceil((atLeast * heard) / of) : atLeast;
  const linked = commitment.assumptionId !== null || commitment.themeIds.length > 0;
  const counted = linked ? decide(people.length, needed, heard, of) : 'not linked';
  const state = judged === null ? counted : judged.triggered ? 'triggered' : 'not triggered';
  return { commitment, seal: sealState(commitment), people, heard, needed, counted, state, byHand: judged !== null };
}

function decide(people: number, needed: number, heard: number, of: number | null): TriggerState {
  if (people >= needed) return 'triggered';
  return of !== null && heard >= of ? 'not triggered' : 'open';
}

function peopleFor(scope: EvidenceScope, { assumptionId, side, themeIds }: Commitment): PersonKey[] {
  const links = assumptionId === null ? [] : scope.linksOf(assumptionId);
  const ofThemes = gatherEvidence(scope, themeIds.map(linkOfTheme));
  return distinctPeople([heardFirstHand(gatherEvidence(scope, links), side), heardFirstHand(ofThemes, 'supports')]);
}

/** Themes are gathered as evidence is: with those nested in them, and told from what was only retold. */
function linkOfTheme(themeId: string): EvidenceLink {
  return { id: themeId, assumptionId: '', themeId, snippetId: null, relation: 'supports', reason: '', by: '', at: '' };
}

function isInside(reader: VaultReader, person: PersonKey, segmentId: string | null): boolean {
  return segmentId === null || reader.get('participants', person)?.segmentId === segmentId;
}

function heardIn(reader: VaultReader, segmentId: string | null): number {
  const people = new Set<PersonKey>();
  for (const source of reader.all('sources').values()) {
    if (!isFirstHand(HEARING_OF[source.kind])) continue;
    for (const person of peopleInSource(source)) if (isInside(reader, person, segmentId)) people.add(person);
  }
  return people.size;
}

/** The commitment in one sentence, as it is signed: “If at least 5 of 8 people of sales-led say: …, then Dana will … by 2026-07-15.” */
export function commitmentSentence(reader: VaultReader, commitment: Commitment): string {
  const { atLeast, of, segmentId, statement, owner, action, dueOn } = commitment;
  const segment = segmentId === null ? '' : ` of ${reader.get('segments', segmentId)?.name ?? 'a segment'}`;
  const number = of === null ? `${atLeast}` : `${atLeast} of ${of}`;
  const people = atLeast === 1 && of === null ? 'person' : 'people';
  const does = `then ${owner.trim() || 'somebody'} will ${action.trim() || '…'}`;
  return `If at least ${number} ${people}${segment} say: ${statement}, ${does}${dueOn === null ? '' : ` by ${dueOn}`}.`;
}

/** What is still missing before it can be sealed, in words; empty when nothing is. */
export function missingForSeal({ owner, action, dueOn, signatures }: Commitment): string[] {
  const named = owner.trim();
  return [
    ...(named === '' ? ['an owner'] : []),
    ...(action.trim() === '' ? ['what the owner will do'] : []),
    ...(dueOn === null ? ['a date'] : []),
    ...(named !== '' && !signatures.some(({ name }) => sameName(name, named)) ? [`${named}’s signature`] : []),
  ];
}

/** Names are the same without regard to case and outer spaces. */
export function sameName(left: string, right: string): boolean {
  return left.trim().toLowerCase() === right.trim().toLowerCase();
}
