// The short form of each kind of source that is no interview: what to ask for beside the customer's words.
import type { StoryKind } from '#shared/model/story';

export interface KindForm {
  /** What the form is for, in a sentence. */
  about: string;
  /** Label of the words. */
  words: string;
  /** Whose words they are, as the form asks for it. */
  who: string;
  /** Facts that are worth noting for this kind, in order. Others may be added by a table. */
  facts: readonly string[];
}

export const KIND_FORMS: { readonly [K in StoryKind]: KindForm } = {
  'frontline-story': {
    about: 'What somebody at the counter, on the phone or in the field heard from a customer, unsmoothed.',
    words: 'What happened, in the customer’s words where they are known',
    who: 'Customer',
    facts: ['Heard by', 'Where', 'About', 'What came of it'],
  },
  complaint: {
    about: 'A complaint or ticket as it came in.',
    words: 'The complaint, word for word',
    who: 'Customer',
    facts: ['Channel', 'Severity', 'Product', 'Taken by', 'What was done'],
  },
  'advisory-board': {
    about: 'What was said at an advisory board or roundtable. A line that begins with a name and a colon is that person’s.',
    words: 'What was said',
    who: 'Who spoke, if one person',
    facts: ['Host', 'Topic', 'Place', 'Notes by'],
  },
  'friction-log': {
    about: 'One’s own product, used as a customer would: step by step, what went well and what did not.',
    words: 'What was tried, and what happened at each step',
    who: 'Who used it',
    facts: ['Task', 'Device', 'Time it took', 'Gave up?', 'Severity'],
  },
  'win-loss': {
    about: 'Why a customer was won or lost, as the customer tells it.',
    words: 'Why, in the customer’s words',
    who: 'Customer',
    facts: ['Outcome', 'Instead of us', 'Value', 'Asked by'],
  },
  observation: {
    about: 'What somebody was seen doing: say and do often differ.',
    words: 'What was seen, in the order it happened',
    who: 'Who was watched',
    facts: ['Seen by', 'Place', 'Task'],
  },
  'second-hand': {
    about: 'What somebody in the company tells of a customer. It is kept apart and never outweighs what customers said themselves.',
    words: 'What is told',
    who: 'Customer it is about',
    facts: ['Told by', 'How they know', 'Where', 'Noted by', 'Overruled a decision?'],
  },
  'survey-answers': {
    about: 'What somebody wrote into the open fields of a survey.',
    words: 'The answers, word for word',
    who: 'Respondent',
    facts: ['Survey', 'Question', 'Score'],
  },
};
