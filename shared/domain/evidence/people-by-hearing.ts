// The people on the sides of an assumption, by how they were heard.
import { type EvidenceSides, heardFirstHand, type SideName } from './gather-evidence.ts';
import type { Hearing } from './hearing.ts';
import { distinctPeople, type PersonKey } from './participants-of.ts';

/** Distinct people on each side, sorted; a person on two sides is in both lists. */
export interface SidesOfPeople {
  supporting: PersonKey[];
  contradicting: PersonKey[];
  refining: PersonKey[];
}

export interface PeopleByHearing {
  /** People heard first-hand: those who count. */
  participants: SidesOfPeople;
  /** People of whom somebody else told: shown apart, never counted. Nobody who was heard first-hand on that side. */
  retold: SidesOfPeople;
  /** Of those who count: who said it, and who was seen doing it. */
  said: SidesOfPeople;
  done: SidesOfPeople;
}

/** Who stands on which side, and how that is known. */
export function peopleByHearing(sides: EvidenceSides): PeopleByHearing {
  const participants = onSides((side) => heardFirstHand(sides, side));
  const heard = (hearing: Hearing): SidesOfPeople => onSides((side) => distinctPeople(sides.voices[side][hearing]));
  const told = heard('retold');
  const without = (list: PersonKey[], first: readonly PersonKey[]): PersonKey[] => list.filter((person) => !first.includes(person));
  const retold = {
    supporting: without(told.supporting, participants.supporting),
    contradicting: without(told.contradicting, participants.contradicting),
    refining: without(told.refining, participants.refining),
  };
  return { participants, retold, said: heard('said'), done: heard('done') };
}

function onSides(give: (side: SideName) => PersonKey[]): SidesOfPeople {
  return { supporting: give('supports'), contradicting: give('contradicts'), refining: give('refines') };
}
