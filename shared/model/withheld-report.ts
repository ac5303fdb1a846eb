// What was kept back of what leaves the study, in words and numbers.

/** What was kept back, for people and programs. */
export interface WithheldReport {
  people: number;
  quotes: number;
  /** Finished sentences: how much, why of each person, and that other texts repeat it. None when there is nothing to say. */
  sentences: string[];
}
