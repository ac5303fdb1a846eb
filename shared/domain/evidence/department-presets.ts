// The five departments to begin with: the customer each typically plans for, where that picture comes from, and what research gives it.
import type { Assumption } from '#shared/model/records/assumption';
import type { Department } from '#shared/model/records/department';

/** Input of the edit addDepartment: a preset comes in whole and is edited freely afterwards. */
export interface DepartmentPreset extends Pick<Department, 'name' | 'protects' | 'says' | 'researchGives' | 'acknowledge' | 'assumedCustomer'> {
  preset: NonNullable<Department['preset']>;
  assumptions: readonly Pick<Assumption, 'statement' | 'origin' | 'importance'>[];
}

const MARKETING: DepartmentPreset = {
  preset: 'marketing',
  name: 'Marketing',
  protects: 'The story the market knows us by, and the enquiries that come of it.',
  says: 'We have personas. They were researched, and every campaign speaks to them.',
  researchGives: 'The words customers use themselves, and pages and campaigns that sound like them.',
  acknowledge: 'The personas were made with care, and they were right when they were made. Nobody has given this team time with customers since.',
  assumedCustomer: 'The persona of a year and a half ago: one role, reading before buying, moved by the benefits we name.',
  assumptions: [
    { statement: 'The person in our persona is the one who decides to buy', origin: 'persona', importance: 4 },
    { statement: 'Customers describe their problem in the words we use for it', origin: 'persona', importance: 4 },
    { statement: 'Customers compare suppliers before they talk to one', origin: 'persona', importance: 3 },
  ],
};

const SALES: DepartmentPreset = {
  preset: 'sales',
  name: 'Sales',
  protects: 'The forecast, and the room to shape an offer for the customer at the table.',
  says: 'We talk with customers every day. We know what they want.',
  researchGives: 'Calls with people who are ready to talk, and stories that carry further than a discount.',
  acknowledge: 'Nobody hears more customers than this team, and nobody is asked for forecasts more often and for stories less.',
  assumedCustomer: 'The three loudest prospects of this quarter: large, in a hurry, and missing one function.',
  assumptions: [
    { statement: 'Deals are lost because a function is missing', origin: 'anecdote', importance: 5 },
    { statement: 'Buyers want to talk to us before they see a price', origin: 'anecdote', importance: 4 },
    { statement: 'What the largest prospects ask for is what the others will need', origin: 'anecdote', importance: 4 },
  ],
};

const PRODUCT: DepartmentPreset = {
  preset: 'product',
  name: 'Product',
  protects: 'The roadmap, and the promises that were made on it.',
  says: 'Our backlog is full of what customers ask for.',
  researchGives: 'The problem behind the request, and a reason to leave things out.',
  acknowledge: 'This team answers to everybody at once, and its priorities have been changed from above in the middle of the work.',
  assumedCustomer: 'The sum of the tickets, put in order by whoever came by last.',
  assumptions: [
    { statement: 'The most requested functions are the most needed ones', origin: 'ticket', importance: 5 },
    { statement: 'Customers who write tickets stand for those who do not', origin: 'ticket', importance: 4 },
    { statement: 'Customers who leave do so because of what the product lacks', origin: 'ticket', importance: 4 },
  ],
};

const CEO: DepartmentPreset = {
  preset: 'ceo',
  name: 'CEO',
  protects: 'The company’s direction, and the belief of those who pay for it.',
  says: 'I built this for customers I knew by name.',
  researchGives: 'Early notice that the market has moved, before the figures say so.',
  acknowledge: 'Without this person’s ear for the first customers there would be no company to do research for.',
  assumedCustomer: 'The first ten customers, as they were when they bought.',
  assumptions: [
    { statement: 'Customers today buy for the reason the first ten bought', origin: 'founder-story', importance: 5 },
    { statement: 'Customers stay because of what makes us different', origin: 'founder-story', importance: 4 },
    { statement: 'The customers we want next resemble those we have', origin: 'founder-story', importance: 4 },
  ],
};

const ENGINEERING: DepartmentPreset = {
  preset: 'engineering',
  name: 'Engineering',
  protects: 'A system that holds, and time to build it properly.',
  says: 'We know how it is used: we built it.',
  researchGives: 'Work on what is used, and fewer reversals halfway through.',
  acknowledge: 'This team has carried decisions it was not asked about, and has been told the what far more often than the why.',
  assumedCustomer: 'Somebody who uses what was built, in the way it was built to be used.',
  assumptions: [
    { statement: 'Customers use the product the way it was designed', origin: 'data', importance: 4 },
    { statement: 'What breaks most often is what troubles customers most', origin: 'ticket', importance: 4 },
    { statement: 'Customers would rather have it fast and dependable than have more of it', origin: 'other', importance: 3 },
  ],
};

/** In the order in which they are offered. */
export const DEPARTMENT_PRESETS: readonly DepartmentPreset[] = [MARKETING, SALES, PRODUCT, CEO, ENGINEERING];
