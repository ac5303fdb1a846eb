// The rhythm in words, for the screen: kinds of conversations, who listened, how long ago, how many hours.
import type { ConversationKind, LISTENERS } from '#shared/model/records/conversation';

/** Kinds of conversations as they stand on screen. */
export const CONVERSATION_WORDS: { readonly [K in ConversationKind]: string } = {
  interview: 'Interview',
  visit: 'Visit',
  'support-line': 'Support line',
  'advisory-board': 'Advisory board',
  'product-use': 'Using the product together',
  roundtable: 'Round table',
  'sales-call': 'Sales call',
  survey: 'Survey',
  other: 'Other',
};

/** Who listens, as it stands on screen. */
export const LISTENER_WORDS: { readonly [L in (typeof LISTENERS)[number]]: string } = {
  leader: 'A leader',
  team: 'The team',
  outside: 'An outside firm',
};

/** `today`, `yesterday`, `12 days ago`; `none yet` for null. */
export function daysAgo(days: number | null): string {
  if (days === null) return 'none yet';
  if (days <= 0) return 'today';
  return days === 1 ? 'yesterday' : `${days} days ago`;
}

/** `1.5 h`, `45 min` under an hour. @param hours 0 or more. */
export function hoursInWords(hours: number): string {
  const minutes = Math.round(hours * 60);
  if (minutes < 60) return `${minutes} min`;
  return `${(Math.round(hours * 10) / 10).toLocaleString('en')} h`;
}

/** `18 %` of a share from 0 to 1; `–` for null. */
export function shareInWords(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)} %`;
}
