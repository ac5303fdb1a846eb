// Consent in a few words, for tables and lists.
import type { Consent, Purpose } from '#shared/model/records/consent';

/** What was agreed to, as a choice names it. */
export const SCOPE_NAMES: { readonly [P in Purpose]: string } = {
  team: 'Inside the team',
  stakeholders: 'Quotes to stakeholders',
  outside: 'Quotes outside the company',
};

/** `Not recorded`, `Asked`, `Withdrawn`, or what was given: `Quotes to stakeholders, until 2026-12-31`. */
export function consentInWords(consent: Consent | undefined): string {
  if (!consent) return 'Not recorded';
  if (consent.status === 'asked') return 'Asked';
  if (consent.status === 'withdrawn') return 'Withdrawn';
  return `${SCOPE_NAMES[consent.scope]}${consent.expiresOn === null ? '' : `, until ${consent.expiresOn}`}`;
}
