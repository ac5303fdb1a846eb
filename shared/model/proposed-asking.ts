// What a transcript shows of a question of the guide: the turn in which it seems to have been asked. A proposal, until a person confirms it.

export interface ProposedAsking {
  questionId: string;
  sourceId: string;
  turn: number;
  /** The turn's words, shortened. */
  said: string;
  /** Words of the question that the turn says, those that tell most first. */
  words: string[];
  /** Share of the question's telling words that the turn says, each weighed by how rare it is among what interviewers say; 0 to 1. */
  score: number;
}
