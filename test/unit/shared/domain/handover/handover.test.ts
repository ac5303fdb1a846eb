// Gates, digest and hand-off pack: what is drawn up from the records, people counted, names replaced, withheld words left out.
import { describe, expect, it, test } from 'vitest';

import { monthlyDigest } from '#shared/domain/handover/digest';
import { gateDraft } from '#shared/domain/handover/gate-draft';
import { gateStanding } from '#shared/domain/handover/gate-standing';
import { digestMarkdown, gateMarkdown, handoffMarkdown } from '#shared/domain/handover/handover-markdown';
import { handoffPack } from '#shared/domain/handover/handoff-pack';
import { createReadoutScope } from '#shared/domain/readout/readout-scope';
import { conversationLog } from '#shared/domain/rhythm/conversation-log';
import { buildStudy } from '#test/builders/study-builder';

const TODAY = '2026-06-30';
const ANNA = 'We waited six weeks for an offer and nobody told us why';
const BEN = 'Nobody could say what it would cost us in the second year';
const OLD = 'The price list was missing already when we first came';

/** Two people in June, one of them in March too. */
function study() {
  const built = buildStudy('Renewals');
  const anna = built.participant({ pseudonym: 'P01', name: 'Anna Berg' });
  const ben = built.participant({ pseudonym: 'P02', name: 'Ben Ode' });
  const interview = (name: string, participantId: string, heldOn: string, words: string) =>
    built.source({
      heldOn,
      speakers: { [name]: { participantId }, Eva: 'interviewer' },
      turns: [
        ['Eva', 'How was it?'],
        [name, `${words}.`],
      ],
    });
  const first = built.snippet(interview('Anna Berg', anna, '2026-06-10', ANNA), ANNA, { starred: true });
  const second = built.snippet(interview('Ben Ode', ben, '2026-06-20', BEN), BEN);
  const old = built.snippet(interview('Anna Berg', anna, '2026-03-05', OLD), OLD);
  const waiting = built.theme({ name: 'Waiting', insight: 'Anna Berg and others wait for weeks', snippets: [first] });
  const prices = built.theme({ name: 'No price', snippets: [second, old] });
  const sales = built.department('Sales');
  const talk = built.assumption(sales, 'Buyers want to talk first');
  built.evidence(talk, { theme: prices }, 'contradicts');
  built.edit('logConversation', {
    heldOn: '2026-06-12',
    kind: 'visit',
    customer: 'Anna Berg',
    people: [{ name: 'Olga', listener: 'leader' }],
    learned: 'Anna Berg prints every offer.',
    influence: 'Offers carry a date now.',
  });
  built.edit('logConversation', { heldOn: '2026-06-13', kind: 'survey', people: [{ name: 'Olga' }] });
  const { gateId } = built.edit('addGate', { name: 'Concept freeze', dueOn: '2026-06-25' });
  return { built, anna, ben, waiting, prices, talk, gateId, first, second };
}

const scopeOf = ({ built }: ReturnType<typeof study>) =>
  createReadoutScope(built.state, { names: 'pseudonyms', today: TODAY, turnSpeakers: built.turnSpeakers });

describe('a gate', () => {
  it('cannot be passed without both texts, and says what it lacks', () => {
    const made = study();
    const { built, gateId } = made;
    const standing = () => gateStanding(built.state.require('gates', gateId), conversationLog(built.state, TODAY), TODAY);
    expect(standing()).toMatchObject({ state: 'open', recent: 3, daysOver: 5, remark: null });
    expect(standing().lacks).toHaveLength(2);
    const pass = () => built.edit('passGate', { gateId, on: TODAY });
    expect(pass).toThrow('summary of recent conversations');
    const draft = gateDraft(scopeOf(made), TODAY);
    built.edit('updateGate', { gateId, summary: draft.summary });
    expect(standing()).toMatchObject({ state: 'open', lacks: ['It does not say yet how conversations shaped the concept.'] });
    expect(pass).toThrow('shaped the concept');
    built.edit('updateGate', { gateId, shaped: draft.shaped });
    expect(standing().state).toBe('ready');
    pass();
    expect(standing()).toMatchObject({ state: 'passed', daysOver: 0, lacks: [] });
    expect(() => built.edit('updateGate', { gateId, summary: ' ' })).toThrow('summary');
  });

  it('has a draft with quotes and days, of the last 90 days only, without names', () => {
    const { summary, shaped, ...figures } = gateDraft(scopeOf(study()), TODAY);
    expect(figures).toEqual({ from: '2026-04-02', to: TODAY, conversations: 3, people: 2, quotes: 2 });
    expect(summary).toContain(`“${ANNA}” P01 · 10 June 2026`);
    expect(summary).toContain('12 June 2026, Olga: P01 prints every offer.');
    expect(summary).not.toContain(OLD);
    expect(summary).not.toMatch(/Anna|Berg|Ben/);
    expect(shaped).toContain('12 June 2026, Olga: Offers carry a date now.');
    expect(shaped).toContain('“Buyers want to talk first” (Sales): 2 people against, 0 for.');
  });

  it('has an empty draft when nothing was heard: nothing is made up', () => {
    const draft = gateDraft(scopeOf(study()), '2025-06-30');
    expect(draft).toMatchObject({ summary: '', shaped: '', conversations: 0, people: 0 });
  });

  test.each([
    ['2026-06-30', 3, null],
    ['2026-12-31', 0, 'Nobody talked with a customer in the 90 days before: a summary would rest on older conversations.'],
  ])('counts genuine conversations of 90 days before %s', (today, recent, remark) => {
    const { built, gateId } = study();
    const gate = built.state.require('gates', gateId);
    expect(gateStanding(gate, conversationLog(built.state, today), today)).toMatchObject({ recent, remark });
  });
});

describe('the digest', () => {
  it('tells what was heard in the month, by whom, and what is new', () => {
    const made = study();
    const digest = monthlyDigest(scopeOf(made), '2026-06');
    expect(digest).toMatchObject({ from: '2026-06-01', to: '2026-06-30', people: 2 });
    expect(digest.themes.map(({ themeId, people, isNew }) => [themeId, people, isNew])).toEqual(
      expect.arrayContaining([
        [made.waiting, 1, true],
        [made.prices, 1, false],
      ]),
    );
    expect(digest.listeners).toEqual([
      { name: 'Eva', conversations: 2 },
      { name: 'Olga', conversations: 1 },
    ]);
    expect(digest.assumptions).toMatchObject([{ assumptionId: made.talk, supporting: 0, contradicting: 1 }]);
    const text = digestMarkdown(scopeOf(made), digest);
    expect(text).toContain('# Renewals: what we learned in June 2026');
    expect(text).toContain(`> ${BEN}\n>\n> P02 · 20 June 2026\n`);
    const cited: string[] = [];
    const linked = digestMarkdown(scopeOf(made), digest, ({ snippetId }) => `[here](#quote-${cited.push(snippetId) - 1})`);
    expect(cited).toEqual(digest.themes.flatMap(({ quotes }) => quotes.map(({ snippetId }) => snippetId)));
    expect(linked.match(/#quote-\d+/g)).toHaveLength(text.match(/^> P0\d ·/gm)?.length ?? 0);
    expect(text).not.toContain('#quote');
    expect(text).not.toMatch(/Anna|Berg|Ode/);
    expect(monthlyDigest(scopeOf(made), '2026-02')).toMatchObject({ to: '2026-02-28', people: 0, themes: [], listeners: [] });
  });
});

describe('the hand-off pack', () => {
  it('holds stories, pains, and what people hold against our statements', () => {
    const made = study();
    made.built.edit('updateCustomer', { part: 'experience', snippetIds: [made.first] });
    const before = handoffPack(scopeOf(made));
    expect(before).toMatchObject({ heard: 2, painsChosen: false });
    expect(before.stories.map(({ words }) => words)).toEqual([ANNA]);
    made.built.edit('updateCustomer', { part: 'obstacles', themeIds: [made.prices] });
    const pack = handoffPack(scopeOf(made));
    expect(pack.painsChosen).toBe(true);
    expect(pack.pains.map(({ themeId, people }) => [themeId, people])).toEqual([[made.prices, 2]]);
    expect(pack.objections).toMatchObject([{ statement: 'Buyers want to talk first', people: 2 }]);
    expect(handoffMarkdown(scopeOf(made), pack)).toContain('### We say: Buyers want to talk first');
  });
});

test('whose consent does not reach so far is counted, and nowhere heard', () => {
  const made = study();
  const { built, gateId } = made;
  built.edit('updateGate', { gateId, summary: `She said: ${ANNA.toUpperCase()}.`, shaped: 'It did.' });
  built.edit('recordConsent', {
    participantId: made.anna,
    consent: { status: 'withdrawn', scope: 'team', givenOn: null, expiresOn: null, note: '' },
  });
  const scope = scopeOf(made);
  const digest = monthlyDigest(scope, '2026-06');
  expect(digest).toMatchObject({ people: 2, withheld: { quotes: 1, people: 1 } });
  const draft = gateDraft(scope, TODAY);
  const texts = [
    digestMarkdown(scope, digest),
    handoffMarkdown(scope, handoffPack(scope)),
    gateMarkdown(scope, built.state.require('gates', gateId)),
    draft.summary,
    draft.shaped,
  ].join('\n');
  expect(texts.toLowerCase()).not.toContain(ANNA.toLowerCase());
  expect(texts).not.toContain(OLD);
  expect(texts).toContain(BEN);
  expect(texts).toContain('1 quote of 1 person stay inside');
});
