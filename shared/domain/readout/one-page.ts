// Page 1: the decision, the answer, three headline findings, what is not known, the sample in one line.
import type { Source } from '#shared/model/records/source';

import { pickQuotes, type Voices } from './choose-quotes.ts';
import { isNotCompared, NOT_COMPARED, notComparedSentence } from './not-compared.ts';
import { kindInWords, segmentsInWords } from './person-names.ts';
import { type QuoteBook, WORDS_ON_PAGE_ONE } from './quote-book.ts';
import { claimSentence, type Finding, HEADLINES } from './rank-findings.ts';
import type { Block, ReadoutSection, Sentence } from './readout-content.ts';
import type { ReadoutScope } from './readout-scope.ts';
import { dayInWords, heading, leadsTo, listed, missing, missingSentence, monthOf, people, peopleOfPeople, sentence } from './sentences.ts';
import { withheldInShort } from './withheld-notes.ts';

/** Assumptions from this importance on are named on page 1 while nothing was compared with them. */
export const IMPORTANT = 4;
/** Open questions found by rule on page 1; the department pages hold all of them. */
const OPEN_QUESTIONS = 2;

/** The page that must stand alone. */
export function onePage(scope: ReadoutScope, book: QuoteBook, findings: readonly Finding[]): ReadoutSection {
  const { answer } = scope.added;
  return {
    kind: 'one-page',
    anchor: 'one-page',
    title: 'One page',
    recordId: null,
    blocks: [
      decisionFacts(scope),
      heading(2, 'Answer'),
      answer.trim() === ''
        ? missing('the answer to the decision in one sentence')
        : { type: 'paragraph', role: 'answer', text: [scope.said(answer.trim())] },
      heading(2, 'What we heard'),
      ...headlines(scope, book, findings),
      heading(2, 'What we still do not know'),
      ...unknowns(scope),
      heading(2, 'Who we heard'),
      { type: 'paragraph', role: 'plain', text: sampleInOneLine(scope) },
      ...withheldInShort(scope),
    ],
  };
}

function decisionFacts(scope: ReadoutScope): Block {
  const { question, owner, dueOn, stakes, options } = scope.study.decision;
  const fact = (label: string, text: string, what: string) => {
    const words = text.trim();
    return { label, value: words === '' ? missingSentence(what) : [scope.said(words)], missing: words === '' };
  };
  return {
    type: 'facts',
    items: [
      fact('Decision', question, 'the decision on the table'),
      ...(options.length > 0 ? [{ label: 'Options', value: [scope.said(options.join(' · '))], missing: false }] : []),
      fact('Owner', owner, 'who decides'),
      fact('Decide by', dueOn === null ? '' : dayInWords(dueOn), 'by when'),
      fact('At stake', stakes, 'what is at stake'),
    ],
  };
}

function headlines(scope: ReadoutScope, book: QuoteBook, findings: readonly Finding[]): Block[] {
  if (findings.length === 0) return [missing('findings; no theme has quotes behind it')];
  const voices: Voices = new Map();
  return findings.slice(0, headlineCount(scope)).map((finding) => {
    const { row, number, anchor } = finding;
    const [best] = pickQuotes(scope, book.plan.ofTheme.get(row.theme.id) ?? [], 1, voices, scope.added.quotes[row.theme.id]);
    return {
      type: 'claim' as const,
      number,
      text: claimSentence(finding),
      people: sentence(`${peopleOfPeople(row.people.length, scope.heard.length)} · `, leadsTo(`Finding ${number}`, anchor)),
      quote: best === undefined ? null : book.quote(best, null, WORDS_ON_PAGE_ONE),
    };
  });
}

/** Those chosen by hand and no others; three by the rules when none is chosen. */
function headlineCount({ added }: ReadoutScope): number {
  return added.headlineThemeIds.length === 0 ? HEADLINES : Math.min(HEADLINES, added.headlineThemeIds.length);
}

function unknowns(scope: ReadoutScope): Block[] {
  const written = scope.added.unknowns
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const folded = notComparedSentence(scope);
  const open = scope.matrix.groups
    .filter((group) => !isNotCompared(scope, group))
    .flatMap(({ department, assumptions }) => assumptions.map((assumption) => ({ department, assumption })))
    .filter(({ assumption }) => assumption.importance >= IMPORTANT && scope.verdicts.get(assumption.id)?.verdict === 'not tested')
    .sort((left, right) => right.assumption.importance - left.assumption.importance)
    .slice(0, OPEN_QUESTIONS);
  const items = [
    ...written.map((line) => [scope.said(line)]),
    ...open.map(({ department, assumption }) =>
      sentence(`${NOT_COMPARED}: `, scope.said(assumption.statement), ' (', scope.said(department.name), ')'),
    ),
    ...(folded ? [folded] : []),
  ];
  return [
    ...(written.length === 0 ? [missing('what we still do not know')] : []),
    ...(items.length > 0 ? [{ type: 'bullets' as const, items }] : []),
  ];
}

/** `14 people (9 sales-led, 5 trial) in 15 interviews and 2 complaints, May 2026 to June 2026.` */
export function sampleInOneLine(scope: ReadoutScope): Sentence {
  const sources = [...scope.reader.all('sources').values()];
  if (sources.length === 0) return missingSentence('who was heard');
  const segments = segmentsInWords(scope, scope.heard);
  const kinds = new Map<Source['kind'], number>();
  for (const source of sources) kinds.set(source.kind, (kinds.get(source.kind) ?? 0) + 1);
  const inSources = listed([...kinds].sort((left, right) => right[1] - left[1]).map(([kind, count]) => kindInWords(kind, count)));
  const days = sources
    .map((source) => source.heldOn)
    .filter((day) => day !== null)
    .sort();
  const months = [...new Set([days[0], days.at(-1)].filter((day) => day !== undefined).map(monthOf))];
  const when = months.length === 0 ? 'dates not noted' : months.join(' to ');
  const who =
    segments === ''
      ? sentence(people(scope.heard.length))
      : sentence(people(scope.heard.length), ' (', { text: segments, said: true }, ')');
  return [...who, { text: ` in ${inSources}, ${when}.` }];
}
