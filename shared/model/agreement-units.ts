// What two coders are compared by.

/** What is decided about: each character (code point), each sentence, each turn. */
export const AGREEMENT_UNITS = ['character', 'sentence', 'turn'] as const;
export type AgreementUnit = (typeof AGREEMENT_UNITS)[number];
