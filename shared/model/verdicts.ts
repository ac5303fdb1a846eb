// The verdicts that evidence can give of an assumption, as they stand in records, files and code.

export const VERDICTS = ['supported', 'contradicted', 'mixed', 'thin', 'asked but nobody raised it', 'not tested'] as const;
export type Verdict = (typeof VERDICTS)[number];
