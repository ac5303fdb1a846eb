// The rhythm in words, for the screen: kinds of conversations, who listened, how long ago, how many hours.
import { dayInWords } from '#shared/domain/readout/sentences';
import type { ConversationKind, LISTENERS } from '#shared/model/records/conversation';
import type { Cadence } from '#shared/model/records/rhythm-item';

import type { RhythmStanding } from './rhythm-board.ts';

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

/** Each cadence with what belongs to it. */
export const CADENCE_WORDS: { readonly [C in Cadence]: { name: string; belongs: string } } = {
  weekly: { name: 'Every week', belongs: 'Figures: look at what moved, before anybody explains it.' },
  monthly: { name: 'Every month', belongs: 'Feedback and stories: read and hear what customers say by themselves.' },
  quarterly: { name: 'Every quarter', belongs: 'Direct experience: be where customers do their work, or do it yourself.' },
  annual: { name: 'Every year', belongs: 'Deep listening: a round of interviews, with time to be surprised.' },
};

/** `Overdue since 12 May 2026`: where a habit stands, in a few words. */
export function standingInWords({ state, dueOn, nextDueOn, item }: RhythmStanding, today: string): string {
  switch (state) {
    case 'overdue':
      return `Overdue since ${dayInWords(dueOn)}`;
    case 'due':
      return dueOn === today ? 'Due today' : `Due on ${dayInWords(dueOn)}`;
    case 'snoozed':
      return `Snoozed until ${dayInWords(item.snoozedUntil ?? nextDueOn)}`;
    case 'done':
      return `Done; next on ${dayInWords(nextDueOn)}`;
    case 'to-come':
      return `First on ${dayInWords(dueOn)}`;
  }
}

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
