// Habits of listening to begin with, one or two for each cadence.
import type { Cadence } from '#shared/model/records/rhythm-item';

export interface UsualHabit {
  title: string;
  cadence: Cadence;
  /** Minutes kept free for it; null for none. */
  minutes: number | null;
}

export const USUAL_HABITS: readonly UsualHabit[] = [
  { title: 'Look at the signals together', cadence: 'weekly', minutes: 30 },
  { title: 'Listen in on the support line', cadence: 'weekly', minutes: 60 },
  { title: 'Read complaints and frontline stories aloud', cadence: 'monthly', minutes: 60 },
  { title: 'Two conversations with customers for everybody who decides', cadence: 'monthly', minutes: 90 },
  { title: 'A day at a customer’s work', cadence: 'quarterly', minutes: 240 },
  { title: 'Use our product as a customer does, from sign-up to the bill', cadence: 'quarterly', minutes: 120 },
  { title: 'A round of interviews with people who owe us nothing', cadence: 'annual', minutes: null },
];
