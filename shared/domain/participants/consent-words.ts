// Consent in a few words, for tables and lists.
import type { Consent, Purpose } from '#shared/model/records/consent';

/** What was agreed to, as a choice names it. */
export const SCOPE_NAMES: { readonly [P in Purpose]: string } = {
  team: 'Inside the team',
  stakeholders: 'Quotes to stakeholders',
  outside: 'Quotes outside the company',
};

/** Whom something is for, after the word “for”. */
export const AUDIENCE_NAMES: { readonly [P in Purpose]: string } = {
  team: 'the team',
  stakeholders: 'stakeholders',
  outside: 'anybody outside',
};

/** Statuses as a choice names them. */
export const STATUS_NAMES: { readonly [S in Consent['status']]: string } = {
  asked: 'Asked, no answer yet',
  given: 'Given',
  withdrawn: 'Withdrawn',
};

/**
 * `Not recorded`, `Asked`, `Withdrawn`, or what was given: `Quotes to stakeholders, until 2026-12-31`.
 * @param day when given, consent that ended before it is told as ended.
 */
export function consentInWords(consent: Consent | undefined, day?: string): string {
  if (!consent) return 'Not recorded';
  const { status, scope, expiresOn } = consent;
  if (status === 'asked') return 'Asked';
  if (status === 'withdrawn') return 'Withdrawn';
  if (expiresOn === null) return SCOPE_NAMES[scope];
  return day !== undefined && expiresOn < day ? `Ended on ${expiresOn}` : `${SCOPE_NAMES[scope]}, until ${expiresOn}`;
}
