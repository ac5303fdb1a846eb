// Whether a participant's words may be used for a purpose on a day, and in one sentence why not.
import type { Purpose } from '#shared/model/records/consent';
import type { Participant } from '#shared/model/records/participant';

export interface ConsentDecision {
  allowed: boolean;
  /** False when nothing is recorded: then words go out as they always did, and a check says so. */
  recorded: boolean;
  /** A finished sentence; empty when words may go out and something is recorded. */
  why: string;
}

/** Who reads the words, as the sentences say it. */
export const PURPOSE_WORDS: { readonly [P in Purpose]: string } = {
  team: 'the team',
  stakeholders: 'stakeholders',
  outside: 'people outside the company',
};

/** Consent that ends within so many days is told of while there is time to ask again. */
export const ENDS_SOON_DAYS = 30;

const WIDTH: { readonly [P in Purpose]: number } = { team: 0, stakeholders: 1, outside: 2 };

type Asked = Pick<Participant, 'pseudonym' | 'consent'>;

/**
 * Decides for one participant. Consent counts from its first day to its last, both included; asked and not answered is no consent.
 * @param day `2026-06-30`: the day on which the words go out.
 */
export function decideConsent({ pseudonym, consent }: Asked, purpose: Purpose, day: string): ConsentDecision {
  if (!consent) return { allowed: true, recorded: false, why: `Nothing is recorded of what ${pseudonym} agreed to.` };
  const no = (why: string): ConsentDecision => ({ allowed: false, recorded: true, why });
  const { status, scope, givenOn, expiresOn } = consent;
  if (status === 'withdrawn') return no(`${pseudonym} has withdrawn consent.`);
  if (status === 'asked') return no(`${pseudonym} was asked for consent and has not given it yet.`);
  if (givenOn !== null && givenOn > day) return no(`The consent of ${pseudonym} counts from ${givenOn} only.`);
  if (expiresOn !== null && expiresOn < day) return no(`The consent of ${pseudonym} ended on ${expiresOn}.`);
  if (WIDTH[scope] < WIDTH[purpose])
    return no(`${pseudonym} agreed that words are read by ${PURPOSE_WORDS[scope]}, not by ${PURPOSE_WORDS[purpose]}.`);
  return { allowed: true, recorded: true, why: '' };
}

/** Days from one day to another, negative when it is before. Both `2026-06-30`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
