// A small believable study, built through the edits: eight people, three departments, findings for and against.
import { buildStudy, type StudyBuilder } from './study-builder.ts';

/** Real names, as only the vault may hold them. */
export const REAL_NAMES = [
  'Sarah Connolly',
  'Karim Haddad',
  'Joanna Price',
  'Łukasz Żółć',
  'Bjørn O’Dell',
  '田中太郎',
  'Anne-Marie Dupont',
  'Will Frost',
];

export interface RenewalStudy extends StudyBuilder {
  ids: {
    people: string[];
    sources: string[];
    opaque: string;
    human: string;
    sales: string;
    support: string;
    talk: string;
    docs: string;
  };
}

const SAID: [price: string, support: string][] = [
  ['Finance does not approve a range, they want one number before any meeting.', 'I called support twice and a person answered.'],
  ['As Sarah told me, nobody could give us a price for weeks.', 'The account manager is the product for me.'],
  ['We dropped two vendors because there was no price on the page.', 'I never read the docs, I ask Karim.'],
  ['I had to invent a number for the board.', 'Sarah Connolly’s team and I read the docs every week.'],
  ['A call before a price is a wasted morning.', 'Chat answered in a minute.'],
  ['We compare on the number first, then we talk.', 'The docs were fine for setup.'],
  ['I like to talk first, the price comes later anyway.', 'The phone line saved our launch.'],
  ['Somebody has to explain the tiers, so we talk before.', 'Nobody told me that docs exist.'],
];

/** Builds the study; every person says one thing about price and one about support. */
export function buildRenewalStudy(): RenewalStudy {
  const study = buildStudy('Northwind renewal study');
  study.edit('updateStudy', {
    decision: {
      question: 'Do we publish prices by Q3?',
      options: ['publish all', 'keep talk-first'],
      owner: 'Dana Reyes',
      dueOn: '2026-06-30',
      stakes: 'Two quarters of the pricing team',
    },
  });
  const segments = [study.segment('sales-led'), study.segment('trial')];
  const people = REAL_NAMES.map((name, index) => study.participant({ name, segmentId: segments[index % 2] ?? null }));
  const sources = people.map((participantId, index) => {
    const name = REAL_NAMES[index] ?? '';
    const [price, support] = SAID[index] ?? ['', ''];
    return study.source({
      title: `Interview with ${name}`,
      heldOn: `2026-05-${String(10 + index)}`,
      minutes: 40 + index,
      speakers: { [name]: { participantId }, Robin: 'interviewer' },
      turns: [
        ['Robin', 'How did you come to a price?'],
        [name, `Well. ${price}`],
        ['Robin', 'And when you needed help?'],
        [name, support],
      ],
    });
  });
  const price = sources.map((source, index) => study.snippet(source, SAID[index]?.[0] ?? ''));
  const support = sources.map((source, index) => study.snippet(source, SAID[index]?.[1] ?? ''));
  const opaque = study.theme({
    name: 'A number first',
    insight: 'Buyers need a number before they can call a meeting.',
    snippets: price.slice(0, 6),
  });
  const talkers = study.theme({
    name: 'Talk first',
    insight: 'Two people want to talk before they see a price.',
    snippets: price.slice(6),
  });
  const human = study.theme({
    name: 'Support is the account',
    insight: 'Help means a person, not a page.',
    snippets: support,
  });
  const sales = study.department('Sales', {
    protects: 'The forecast',
    acknowledge: 'We have not met a buyer since January.',
    assumedCustomer: 'Wants to talk first.',
  });
  const supportTeam = study.department('Support', { protects: 'Answer times' });
  study.department('Finance');
  const talk = study.assumption(sales, 'Buyers do not ask for a price before a call', {
    importance: 5,
    owner: 'Omar Vance',
  });
  study.assumption(sales, 'Procurement joins late', { importance: 4 });
  const docs = study.assumption(supportTeam, 'Customers read the docs', { importance: 3 });
  study.evidence(talk, { theme: opaque }, 'contradicts', 'Six people asked for a number first.');
  study.evidence(talk, { theme: talkers }, 'supports');
  study.evidence(docs, { theme: human }, 'contradicts');
  for (const index of [3, 5]) study.evidence(docs, { snippet: support[index] ?? '' }, 'supports');
  study.edit('createTag', { name: 'Price opacity', definition: 'No number when a number is needed.' });
  study.edit('updateReadout', {
    answer: 'Publish ranges now: six of eight people need a number before they can meet.',
    unknowns: 'Whether trials behave alike.',
    method: 'Eight open interviews by two researchers.',
  });
  return { ...study, ids: { people, sources, opaque, human, sales, support: supportTeam, talk, docs } };
}
