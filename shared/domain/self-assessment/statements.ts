// What the self-assessment asks: ten statements about how a company hears its customers, in our own words.
import type { StatementKey } from '#shared/model/records/assessment';

/** The statements in the order in which they are asked; 1 is “not at all”, 5 is “fully”. */
export const STATEMENTS: Readonly<Record<StatementKey, string>> = {
  'leaders-listen': 'Whoever decides here has talked with a customer in the last month.',
  'first-hand': 'What we say about customers, somebody among us heard from them.',
  'news-travels': 'What one department hears from customers reaches the others within a week.',
  'bad-news-welcome': 'Bad news from customers is welcome, and whoever brings it is thanked.',
  'one-customer': 'Marketing, sales, product and engineering describe the same customer.',
  'decisions-cite': 'Larger decisions name the people whose words they rest on.',
  'changed-our-mind': 'In the last half year something customers said changed a decision.',
  'frontline-heard': 'The people who talk with customers every day are asked what they hear.',
  'time-is-kept': 'Time for customers stands in the calendar and is not given away.',
  'promises-checked': 'What we promise in advertising and sales is compared with what customers got.',
};

/** What the numbers mean, from 1 to 5. */
export const ANSWER_WORDS = ['not at all', 'seldom', 'partly', 'mostly', 'fully'] as const;
