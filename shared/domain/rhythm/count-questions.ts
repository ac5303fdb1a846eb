// Open and closed questions in what an interviewer said. English only; what cannot be told is counted apart.
import { flagQuestion } from '#shared/domain/guide/flag-question';
import type { QuestionCounts } from '#shared/model/interview-listening';

/** Fewest words of a question whose form can be told: “Really?” is none. */
const FEWEST_WORDS = 3;

/** Counts the sentences that end with a question mark. */
export function countQuestions(text: string): QuestionCounts {
  const counts: QuestionCounts = { open: 0, closed: 0, unclear: 0 };
  for (const sentence of questionsIn(text)) {
    const { checked, flags } = flagQuestion(sentence);
    const told = checked && sentence.trim().split(/\s/).length >= FEWEST_WORDS;
    if (!told) counts.unclear += 1;
    else if (flags.some(({ flag }) => flag !== 'double')) counts.closed += 1;
    else counts.open += 1;
  }
  return counts;
}

/** What stands before each question mark, from the end of the sentence before it. */
function questionsIn(text: string): string[] {
  const questions: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '?' && text.slice(from, at).trim() !== '') questions.push(text.slice(from, at + 1));
    if (letter === '?' || letter === '!' || letter === '.' || letter === '\n') from = at + 1;
  }
  return questions;
}
