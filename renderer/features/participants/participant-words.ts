// Words about participants on screen.
import type { Consent, Purpose } from '#shared/model/records/consent';
import type { Participant } from '#shared/model/records/participant';

export const REACHED_NAMES: { readonly [R in Participant['reached']]: string } = {
  unknown: 'Not noted',
  advocate: 'Advocate',
  introduction: 'Introduction',
  cold: 'Cold',
};

/** `Role: buyer, Size: 200`; empty without attributes. */
export function attributesInWords(attributes: Participant['attributes']): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === '' ? name : `${name}: ${value}`))
    .join(', ');
}

const SCOPES: { readonly [P in Purpose]: string } = { team: 'Team only', stakeholders: 'Stakeholders', outside: 'Outside too' };

/** Consent in one or two words, for a narrow column. @param day `2026-06-30`, on which it may have ended. */
export function consentInShort(consent: Consent | undefined, day: string): string {
  if (!consent) return 'Not noted';
  if (consent.status === 'asked') return 'Asked';
  if (consent.status === 'withdrawn') return 'Withdrawn';
  return consent.expiresOn !== null && consent.expiresOn < day ? 'Ended' : SCOPES[consent.scope];
}
