// How far a passage that was found reaches around the words that made it fit.

/** The words alone, the sentences that they touch, or the whole turn. */
export const PASSAGE_UNITS = ['words', 'sentence', 'turn'] as const;
export type PassageUnit = (typeof PASSAGE_UNITS)[number];
