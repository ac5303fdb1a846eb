// The readout as data: its pages in order, people of people, the chain from claim to quote, and honesty about gaps.
import { describe, expect, it } from 'vitest';

import { buildReadout } from '#shared/domain/readout/build-readout';
import { quotesOf } from '#shared/domain/readout/quote-book';
import type { Block, ReadoutContent, ReadoutSection } from '#shared/domain/readout/readout-content';
import { sectionText } from '#shared/domain/readout/section-text';
import { plainText } from '#shared/domain/readout/sentences';
import { buildRenewalStudy } from '#test/builders/renewal-study';
import { buildStudy, type StudyBuilder } from '#test/builders/study-builder';

function readout(study: StudyBuilder, names: 'pseudonyms' | 'names' = 'pseudonyms'): ReadoutContent {
  return buildReadout(study.state, { names, today: '2026-06-30', turnSpeakers: study.turnSpeakers });
}

function section(content: ReadoutContent, anchor: string): ReadoutSection {
  const found = content.sections.find((each) => each.anchor === anchor);
  if (!found) throw new Error(`no section ${anchor}`);
  return found;
}

const headings = ({ blocks }: ReadoutSection): string[] =>
  blocks.filter((block): block is Extract<Block, { type: 'heading' }> => block.type === 'heading').map((block) => plainText(block.text));
const claims = ({ blocks }: ReadoutSection) => blocks.filter((block): block is Extract<Block, { type: 'claim' }> => block.type === 'claim');

describe('pages', () => {
  it('come in the order that stakeholders read', () => {
    expect(readout(buildRenewalStudy()).sections.map(({ kind, title }) => [kind, title])).toEqual([
      ['one-page', 'One page'],
      ['matrix', 'Where the company agrees and differs'],
      ['department', 'Sales'],
      ['department', 'Support'],
      ['department', 'Finance'],
      ['customer', 'The customer, as heard'],
      ['finding', 'Finding 1'],
      ['finding', 'Finding 2'],
      ['finding', 'Finding 3'],
      ['appendix', 'Appendix: method and sample'],
      ['appendix', 'Appendix: codebook'],
    ]);
  });

  it('begin with what is most uncomfortable: importance times people against', () => {
    const page = section(readout(buildRenewalStudy()), 'one-page');
    expect(claims(page).map((claim) => [plainText(claim.text), plainText(claim.people)])).toEqual([
      ['Buyers need a number before they can call a meeting.', '6 of 8 people · Finding 1'],
      ['Help means a person, not a page.', '8 of 8 people · Finding 2'],
      ['Two people want to talk before they see a price.', '2 of 8 people · Finding 3'],
    ]);
    expect(claims(page)[0]?.quote?.citation).toMatch(/^P0\d · (?:sales-led|trial) · May 2026$/);
    expect(sectionText(page)).toContain('8 people (4 sales-led, 4 trial) in 8 interviews, May 2026.');
    expect(sectionText(page)).toContain('Not compared with the interviews yet: Procurement joins late (Sales)');
  });

  it('take the headlines chosen by hand, in their order and no others', () => {
    const study = buildRenewalStudy();
    study.edit('updateReadout', { headlineThemeIds: [study.ids.human] });
    const page = section(readout(study), 'one-page');
    expect(claims(page).map((claim) => plainText(claim.text))).toEqual(['Help means a person, not a page.']);
    expect(headings(section(readout(study), 'finding-1'))[0]).toBe('Help means a person, not a page.');
  });

  it('of a department follow the order of what it protects, holds, differs, was not compared, acknowledges', () => {
    const page = section(readout(buildRenewalStudy()), 'department-1');
    expect(headings(page)).toEqual([
      'What you are protecting',
      'The customer you plan for',
      'What holds',
      'What differs',
      'The plan says: Buyers do not ask for a price before a call',
      'Not compared with the interviews yet',
      'What leaders acknowledge',
    ]);
    const text = sectionText(page);
    expect(text).toContain('Differs from what we heard');
    expect(text).toContain('8 of 8 people spoke to this: 6 said otherwise, 2 said so.');
    expect(quotesOf(page).map((quote) => quote.side)).toEqual(['for', 'against']);
    expect(text).not.toContain('Omar Vance');
  });

  it('name departments of which nothing was judged in one line, and do not say that nobody asked', () => {
    const study = buildRenewalStudy();
    const marketing = study.department('Marketing');
    for (const statement of ['They read the site first', 'They come by search', 'They know the name']) {
      study.assumption(marketing, statement, { importance: 5 });
    }
    const folded = 'Not compared yet: Marketing (3 assumptions).';
    const onPage = (anchor: string): string => sectionText(section(readout(study), anchor));
    expect(onPage('one-page')).toContain(folded);
    expect(onPage('agree-differ')).toContain(folded);
    for (const anchor of ['one-page', 'agree-differ']) expect(onPage(anchor)).not.toContain('They come by search');
    expect(onPage('department-4')).toContain('They come by search');
    expect(headings(section(readout(study), 'department-4'))).not.toContain('What holds');
    expect(JSON.stringify(readout(study))).not.toContain('did not ask');
  });

  it('say in the matrix what each finding does to each department, in words and people', () => {
    const matrix = section(readout(buildRenewalStudy()), 'agree-differ').blocks.find((block) => block.type === 'matrix');
    expect(matrix?.departments.map(({ name }) => name)).toEqual(['Sales', 'Support', 'Finance']);
    const first = matrix?.rows.find((row) => plainText(row.claim).startsWith('Buyers need'));
    expect(first?.cells).toEqual([[{ relation: 'contradicts', word: 'Differs', code: 'Sa1', people: '0 for, 6 against' }], [], []]);
  });
});

describe('quotes', () => {
  it('have one home each, and every reference leads to an anchor that exists', () => {
    const content = readout(buildRenewalStudy());
    const homes = content.sections.flatMap(quotesOf).flatMap((quote) => quote.anchor ?? []);
    expect(new Set(homes).size).toBe(homes.length);
    expect(homes).toHaveLength(content.quotes);
    const anchors = new Set([...homes, ...content.sections.map(({ anchor }) => anchor)]);
    const targets = JSON.stringify(content).match(/(?<="to":")[^"]+/g) ?? [];
    expect(targets.length).toBeGreaterThan(5);
    expect(targets.filter((target) => !anchors.has(target))).toEqual([]);
  });

  it('are chosen by hand first, then starred, then of different people; at most three a finding', () => {
    const study = buildStudy();
    const said = ['a', 'b', 'c', 'd', 'e'].map((id, index) => {
      const participantId = study.participant({ id: `person-${index % 2}-${id}` });
      return study.snippet(
        study.source({ participantId, turns: [[null, `This is what person ${id} had to say about it all.`]] }),
        `person ${id} had`,
        { id: `quote-${id}` },
      );
    });
    const theme = study.theme({ name: 'Many', snippets: said });
    const shown = () => quotesOf(section(readout(study), 'finding-1')).map((quote) => quote.snippetId);
    expect(shown()).toEqual(['quote-a', 'quote-b', 'quote-c']);
    study.edit('starSnippets', { snippetIds: ['quote-e'], starred: true });
    expect(shown()).toEqual(['quote-e', 'quote-a', 'quote-b']);
    study.edit('chooseQuotes', { themeId: theme, snippetIds: ['quote-d'] });
    expect(shown()).toEqual(['quote-d', 'quote-e', 'quote-a']);
  });

  it('of one talkative person do not crowd out the others', () => {
    const study = buildStudy();
    const loud = study.source({
      participantId: study.participant(),
      turns: [[null, 'One thing. Two things. Three things. Four things.']],
    });
    const quiet = study.source({ participantId: study.participant(), turns: [[null, 'My own thing.']] });
    const snippets = ['One thing', 'Two things', 'Three things', 'Four things'].map((words) => study.snippet(loud, words));
    study.theme({ name: 'Things', snippets: [...snippets, study.snippet(quiet, 'My own thing')] });
    const page = section(readout(study), 'finding-1');
    expect(quotesOf(page).map((quote) => quote.citation.slice(0, 3))).toEqual(['P01', 'P02', 'P01']);
    expect(sectionText(page)).toContain('2 of 2 people, 5 quotes. 4 of 5 quotes are from P01.');
  });

  it('with several voices say whose each line is, and are cut with […] on page 1', () => {
    const study = buildStudy();
    const participantId = study.participant({ name: 'Sarah Connolly' });
    const answer = Array.from({ length: 40 }, (_, index) => `word${index}`).join(' ');
    const source = study.source({
      speakers: { Robin: 'interviewer', Sarah: { participantId } },
      turns: [
        ['Robin', 'Why is that?'],
        ['Sarah', `${answer}.`],
      ],
    });
    study.theme({ name: 'Why', snippets: [study.snippet(source, `Why is that?\n${answer}.`)] });
    const content = readout(study);
    expect(quotesOf(section(content, 'finding-1'))[0]?.lines).toEqual([
      { speaker: 'Interviewer', text: 'Why is that?' },
      { speaker: 'P01', text: `${answer}.` },
    ]);
    const cut = quotesOf(section(content, 'one-page'))[0]?.lines ?? [];
    expect(cut.at(-1)?.text).toMatch(/^word0 .* word20 \[…\]$/);
  });

  it('show the other side: a dissenting quote, or that it was looked for, or that nobody has looked', () => {
    const study = buildRenewalStudy();
    const otherSide = (anchor: string): string => sectionText(section(readout(study), anchor)).split('The other side')[1] ?? '';
    expect(quotesOf(section(readout(study), 'finding-2')).at(-1)).toMatchObject({ side: 'against' });
    const lonely = buildStudy();
    const participantId = lonely.participant();
    const snippet = lonely.snippet(lonely.source({ participantId, turns: [[null, 'It was slow.']] }), 'slow');
    const theme = lonely.theme({ name: 'Slow', snippets: [snippet] });
    expect(sectionText(section(readout(lonely), 'finding-1'))).toContain('Not filled in yet: a search for the opposite');
    lonely.evidence(lonely.assumption(lonely.department('Sales'), 'It is fast'), { theme }, 'contradicts');
    expect(sectionText(section(readout(lonely), 'finding-1'))).toContain(
      'We looked for the opposite and found none, among all quotes linked to the same statement.',
    );
    expect(otherSide('finding-1')).not.toBe('');
  });
});

describe('gaps', () => {
  it('are said on every page of an empty study, which still builds', () => {
    const content = readout(buildStudy());
    const text = content.sections.map(sectionText).join('\n');
    for (const what of [
      'the decision on the table',
      'who decides',
      'by when',
      'what is at stake',
      'the answer to the decision in one sentence',
      'findings; no theme has quotes behind it',
      'what we still do not know',
      'who was heard',
      'how the interviews were held, and by whom',
      'the departments whose picture of the customer is compared',
      'the codebook',
    ]) {
      expect(text).toContain(`Not filled in yet: ${what}.`);
    }
  });

  it('are said for a department without assumptions and for a theme without an insight', () => {
    const study = buildRenewalStudy();
    study.edit('updateTheme', { themeId: study.ids.opaque, insight: '' });
    const content = readout(study);
    expect(sectionText(section(content, 'department-3'))).toContain('Not filled in yet: what this department is working on today.');
    expect(sectionText(section(content, 'finding-1'))).toContain('Not filled in yet: what these people are telling us, in one sentence.');
  });

  it('never print a percentage, and no “most” without a number', () => {
    const text = readout(buildRenewalStudy()).sections.map(sectionText).join('\n');
    expect(text).not.toMatch(/\d\s?%|per cent/);
    expect(text.replaceAll('differ most come first', '').replaceAll('At most', '')).not.toMatch(/\bmost\b/i);
  });
});

it('counts in words who is for and who against where a statement is true for some', () => {
  const study = buildStudy();
  const [small, large] = [study.segment('small'), study.segment('large')];
  const assumption = study.assumption(study.department('Sales'), 'They talk first');
  for (const [index, segmentId] of [small, small, large, large, large].entries()) {
    const source = study.source({
      participantId: study.participant({ segmentId }),
      turns: [[null, 'As I see it, yes or no.']],
    });
    study.evidence(assumption, { snippet: study.snippet(source, 'As I see it') }, index < 2 ? 'supports' : 'contradicts');
  }
  const text = sectionText(section(readout(study), 'department-1'));
  expect(text).toContain('True for some');
  expect(text).toContain('5 of 5 people spoke to this: 3 said otherwise (3 large), 2 said so (2 small).');
});

it('builds the same document twice, and in a large study quickly', () => {
  const study = buildStudy();
  const department = study.department('Sales');
  const assumptions = Array.from({ length: 12 }, (_, index) => study.assumption(department, `Statement ${index}`));
  const words = Array.from({ length: 100 }, (_, index) => `This is point number ${index} that was made.`);
  const snippets = Array.from({ length: 50 }, () => {
    const source = study.source({
      participantId: study.participant({ name: 'Sarah Connolly' }),
      turns: words.map((text) => [null, text]),
    });
    return words.map((text) => study.snippet(source, text));
  }).flat();
  for (let index = 0; index < 25; index += 1) {
    const theme = study.theme({ name: `Theme ${index}`, snippets: snippets.filter((_, at) => at % 25 === index) });
    study.evidence(assumptions[index % 12] ?? '', { theme }, index % 3 === 0 ? 'supports' : 'contradicts');
  }
  const started = performance.now();
  const content = readout(study);
  const took = performance.now() - started;
  console.info(`readout of 5,000 snippets, 25 themes, 50 people: ${took.toFixed(0)} ms`);
  expect(took).toBeLessThan(3000);
  expect(readout(study)).toEqual(content);
});
