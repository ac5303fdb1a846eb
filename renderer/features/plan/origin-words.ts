// Where an assumption comes from, in words.
import type { Assumption } from '#shared/model/records/assumption';

export const ORIGIN_WORDS: { readonly [O in Assumption['origin']]: string } = {
  persona: 'Persona',
  anecdote: 'Anecdote',
  ticket: 'Tickets',
  'founder-story': 'Founder story',
  data: 'Data',
  other: 'Not noted',
};

/** `Persona · Mar 2024 · Dana`; what is not noted is left out. */
export function originLine({ origin, dated, owner }: Pick<Assumption, 'origin' | 'dated' | 'owner'>): string {
  const parts = [origin === 'other' ? '' : ORIGIN_WORDS[origin], dated === null ? '' : monthAndYear(dated), owner.trim()];
  return parts.filter((part) => part !== '').join(' · ');
}

function monthAndYear(day: string): string {
  return new Date(`${day}T12:00:00Z`).toLocaleDateString('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
}
