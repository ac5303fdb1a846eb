// What one interview tells of listening: words of those who ask and of those who are heard, and how it was asked.

export interface QuestionCounts {
  open: number;
  /** Answered with yes, no or a number, or hoping for one answer. */
  closed: number;
  /** In another language, or of so few words that nobody can tell. */
  unclear: number;
}

export interface InterviewListening {
  sourceId: string;
  participantWords: number;
  /** Shares of all words (0 to 1); null where nobody asks or nobody is heard by name. */
  ratio: { participants: number; interviewers: number; others: number } | null;
  /** One for each who asks, in the order of the speakers. */
  interviewers: { name: string; words: number; questions: QuestionCounts }[];
}
