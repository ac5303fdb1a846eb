// The five departments with their typical version of the customer, to begin from and to change.
import type { Assumption } from '#shared/model/records/assumption';
import type { DEPARTMENT_PRESET_KEYS } from '#shared/model/records/department';

/** A typical assumption of a department: a statement that conversations with customers can support or contradict. */
export interface AssumptionPreset {
  readonly statement: string;
  /** Where such a statement usually comes from. */
  readonly origin: Assumption['origin'];
  /** How much usually rides on it, 1 to 5. */
  readonly importance: number;
}

/** A department as it comes in; every text is a proposal to be put into the company's own words. */
export interface DepartmentPreset {
  readonly preset: (typeof DEPARTMENT_PRESET_KEYS)[number];
  readonly name: string;
  /** What it has good reason to defend, as its own people would say it. */
  readonly protects: string;
  /** The sentence it is known for. */
  readonly says: string;
  /** What it gains from research, in its own terms. */
  readonly researchGives: string;
  /** What leaders acknowledge before they ask anything of it. */
  readonly acknowledge: string;
  /** The customer it plans for, in one line. */
  readonly assumedCustomer: string;
  readonly assumptions: readonly AssumptionPreset[];
}

/**
 * The five presets, in the order in which they are offered. Each version of the customer is right in part; its origin says what it can
 * know and what not: Marketing has personas from 18 months ago, Sales three loud prospects, Product tickets and remarks of
 * executives in passing, the CEO the first ten customers, Engineering what it built. The statements are general on purpose.
 */
export const DEPARTMENT_PRESETS: readonly DepartmentPreset[] = [
  {
    preset: 'marketing',
    name: 'Marketing',
    protects: 'A clear story that the market recognises, and the good name of the enquiries it passes on.',
    says: 'We know who we are talking to: it is all in the persona.',
    researchGives: 'The words customers use themselves, true stories to tell, and a persona with a date on it.',
    acknowledge:
      'The persona was made with care from what could be known at the time. Since then we have asked for campaigns and left no hour for conversations.',
    assumedCustomer: 'The person in the persona, drawn about 18 months ago: a job title, a list of goals, and a careful way of choosing.',
    assumptions: [
      { statement: 'Our buyer has the role that our persona describes', origin: 'persona', importance: 4 },
      { statement: 'What mattered to buyers when the persona was drawn still matters to them', origin: 'persona', importance: 5 },
      { statement: 'Buyers compare suppliers step by step before they get in touch', origin: 'persona', importance: 3 },
      { statement: 'The words on our pages are the words that customers use', origin: 'persona', importance: 4 },
      { statement: 'Somebody who downloads something from us is on the way to buying', origin: 'data', importance: 3 },
    ],
  },
  {
    preset: 'sales',
    name: 'Sales',
    protects: 'The number it has promised for this quarter, and the trust of the people it is talking with right now.',
    says: 'I hear it on every call.',
    researchGives: 'Reasons behind a yes and a no, objections before they come up, and fewer calls that lead nowhere.',
    acknowledge:
      'Sales speaks with more customers than anybody else here, and is paid to win them, not to question them. We have asked for forecasts and seldom for what was heard.',
    assumedCustomer: 'The three prospects who spoke up loudest in the last few weeks, and what they said would make them sign.',
    assumptions: [
      { statement: 'What our loudest prospects ask for is what the market wants', origin: 'anecdote', importance: 5 },
      { statement: 'Buyers want to talk with us before they make up their minds', origin: 'anecdote', importance: 4 },
      { statement: 'When we lose a deal, it is over the price or a missing function', origin: 'anecdote', importance: 4 },
      { statement: 'The person in our meetings is the person who decides', origin: 'anecdote', importance: 4 },
      { statement: 'Customers get what they hoped for when they signed', origin: 'other', importance: 3 },
    ],
  },
  {
    preset: 'product',
    name: 'Product',
    protects: 'A plan that holds long enough to finish something worth having.',
    says: 'It is in the backlog, and it comes up again and again.',
    researchGives: 'The reason behind a request, and an answer to a remark in passing that does not depend on who made it.',
    acknowledge:
      'Requests reach this team as tickets and as remarks of executives in passing, each one urgent. We have not protected the time to find out what stands behind them.',
    assumedCustomer: 'The customer in the tickets, and the one whom an executive met last week: each wants the next function.',
    assumptions: [
      { statement: 'What is requested again and again is what matters to customers', origin: 'ticket', importance: 4 },
      { statement: 'Customers who write tickets speak for those who never do', origin: 'ticket', importance: 4 },
      { statement: 'A wish that an executive brings home is shared by other customers', origin: 'anecdote', importance: 4 },
      { statement: 'Customers leave because something is missing', origin: 'ticket', importance: 3 },
      { statement: 'Customers use the product for what our figures suggest', origin: 'data', importance: 3 },
      { statement: 'New customers find their way in without one of us', origin: 'data', importance: 3 },
    ],
  },
  {
    preset: 'ceo',
    name: 'CEO',
    protects: 'The promise on which the company was founded, and the confidence of those who back it.',
    says: 'I know our customers. I sold to the first ten myself.',
    researchGives: 'A view of customers whom nobody in the building has met, and decisions that need defending only once.',
    acknowledge:
      'Without the first ten customers there would be no company, and what they taught us carried it this far. They were chosen by us as much as we by them.',
    assumedCustomer: 'One of the first ten: knew us personally, forgave the rough edges, and bought for the reason we began.',
    assumptions: [
      { statement: 'Today’s customers are like our first ten', origin: 'founder-story', importance: 5 },
      { statement: 'Customers buy for the reason the company was founded', origin: 'founder-story', importance: 5 },
      { statement: 'Customers stay because of who we are', origin: 'founder-story', importance: 4 },
      { statement: 'We know why customers leave us', origin: 'anecdote', importance: 4 },
      { statement: 'What customers tell a chief executive is what they tell each other', origin: 'anecdote', importance: 3 },
    ],
  },
  {
    preset: 'engineering',
    name: 'Engineering',
    protects: 'A system that can be relied on, and the time to keep it sound.',
    says: 'It does what was asked for.',
    researchGives: 'What happens with the work once it is out there, so that care goes where it is felt.',
    acknowledge:
      'What customers rely on every day was built and kept running by this team, often against the clock. We have shown it specifications and faults, and seldom the people.',
    assumedCustomer: 'The customer whom the system describes: works as it models the work, has tidy data, and uses what was built.',
    assumptions: [
      { statement: 'Customers work in the way that our system models their work', origin: 'other', importance: 4 },
      { statement: 'Customers would use more of what we built if they knew of it', origin: 'other', importance: 3 },
      { statement: 'If something is slow or broken, customers tell us', origin: 'ticket', importance: 4 },
      { statement: 'Being able to rely on it matters more to customers than new functions', origin: 'other', importance: 4 },
      { statement: 'What was hard to build is what customers value', origin: 'other', importance: 3 },
    ],
  },
];
