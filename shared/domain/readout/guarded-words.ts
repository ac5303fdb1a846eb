// Wording that a stakeholder's page must not hold (ux.md 4.4): found in texts that people write, never in quotes.

export interface GuardedWording {
  /** The words as they stand in the text. */
  found: string;
  /** What to write, or why not. */
  advice: string;
}

const ABOUT_STATEMENT = 'Say what differs from what was heard, about the statement and not about the department.';
const ABOUT_PEOPLE = 'Say what people said or did, without judging it.';
const HOW_MANY = 'Say how many people of how many.';

/** Words and their advice; matched as whole words, without regard to case. */
const WORDS: readonly (readonly [pattern: RegExp, advice: string])[] = [
  [/\b(?:wrong|wrongly|disproved?|disproven|myths?|busted|debunked)\b/giu, ABOUT_STATEMENT],
  [/\b(?:fail|fails|failed|failing) to\b/giu, ABOUT_PEOPLE],
  [/\b(?:ignore|ignores|ignored|ignoring|refuse|refuses|refused|refusing|refusal)\b/giu, ABOUT_PEOPLE],
  [/\b(?:obvious|obviously)\b/giu, 'Leave it out: the reader decides what is obvious.'],
  [/\b(?:proven|proved|proves|validated|validates)\b/giu, 'Say that it matches what was heard: a few people do not prove anything.'],
  [/\b(?:inconclusive)\b/giu, 'Say for whom it is true and for whom not.'],
  [/\bno evidence\b/giu, 'Say that nobody was asked, or that nobody brought it up: these are two different things.'],
  [/\b(?:not an issue|non-issue)\b/giu, 'Say how many people were asked and that nobody brought it up.'],
  [/\b(?:bias|biased|biases)\b/giu, 'Say “the customer you plan for”.'],
  [/\b(?:beliefs?|believes)\b/giu, 'Say “what you are working on today”.'],
];

/** Begins at the first digit of a number only: a pattern that may begin at each of them takes long on long numbers. */
const PERCENTAGE = /(?<!\d)(?:\d{1,9}[.,])?\d{1,9}\s?(?:%|per ?cent\b)/giu;
const MOST = /\b(?:most|the majority|nearly all|almost all|almost everyone)\b/giu;
const NUMBER =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)\b/iu;

/** Below this many people a share in per cent pretends to a precision that is not there. */
const FEWEST_PEOPLE_FOR_PERCENT = 20;

/** Every guarded wording in a text. @param heard people heard in the study. */
export function guardedWordings(text: string, heard: number): GuardedWording[] {
  const found = WORDS.flatMap(([pattern, advice]) => [...text.matchAll(pattern)].map((match) => ({ found: match[0], advice })));
  if (heard < FEWEST_PEOPLE_FOR_PERCENT) {
    for (const [percentage] of text.matchAll(PERCENTAGE)) {
      found.push({
        found: percentage,
        advice: `${HOW_MANY} Percentages need at least ${FEWEST_PEOPLE_FOR_PERCENT} people.`,
      });
    }
  }
  for (const sentence of text.split(/[.!?\n](?:\s|$)/u)) {
    if (NUMBER.test(sentence)) continue;
    for (const [most] of sentence.matchAll(MOST)) found.push({ found: most, advice: HOW_MANY });
  }
  return found;
}
