// The door of “evidence”: what plan, departments, matrix and readout share when they show judgements, verdicts and quotes.
export { BestQuotes } from './BestQuotes.tsx';
export { AlwaysPseudonyms, currentEvidence, useEvidence } from './evidence-memo.ts';
export { countsInWords, RELATION_NAMES, VERDICT_NAMES } from './evidence-words.ts';
export { openSnippet } from './open-snippet.ts';
export { peopleOfVerdict } from './people-of-verdict.ts';
export { Quote } from './Quote.tsx';
export { today } from './today.ts';
export { ConfidenceSection } from './ConfidenceSection.tsx';
export { VerdictReasons, VerdictWork } from './VerdictWork.tsx';
export { logSearch, overrideByHand } from './weigh-actions.ts';
export { VerdictBadge } from './VerdictBadge.tsx';
