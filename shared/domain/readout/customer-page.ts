// The page “The customer, as heard”: one view in place of a version for each department, every part with the people and words behind it.
import { countNoun } from '#shared/lib/text';
import type { Assumption } from '#shared/model/records/assumption';

import { type CustomerAsHeard, customerAsHeard, type CustomerPartHeard, type DepartmentHeard } from './customer-as-heard.ts';
import { sampleInOneLine } from './one-page.ts';
import type { QuoteBook } from './quote-book.ts';
import type { Finding } from './rank-findings.ts';
import { type Block, departmentAnchor, type ReadoutSection, type Sentence } from './readout-content.ts';
import type { ReadoutScope } from './readout-scope.ts';
import { heading, leadsTo, missing, note, peopleOfPeople, said, sentence } from './sentences.ts';
import { withheldNote } from './withheld-notes.ts';

/** What belongs into a part that nobody has written. */
const MISSING: { readonly [P in CustomerPartHeard['part']]: string } = {
  who: 'who these customers are, in a sentence',
  tries: 'what they try to do',
  obstacles: 'what gets in the way',
  words: 'the words they use',
  experience: '',
};

export const UNANSWERED = 'Not answered yet: nobody’s own words have been chosen for it.';

/** The section of the readout. */
export function customerPage(scope: ReadoutScope, book: QuoteBook, findings: readonly Finding[]): ReadoutSection {
  const heard = customerAsHeard(scope);
  return {
    kind: 'customer',
    anchor: 'customer',
    title: 'The customer, as heard',
    recordId: null,
    blocks: [
      ...heard.parts.flatMap((part) => partBlocks(scope, book, findings, heard, part)),
      ...departmentBlocks(scope, heard.departments),
    ],
  };
}

function partBlocks(
  scope: ReadoutScope,
  book: QuoteBook,
  findings: readonly Finding[],
  heard: CustomerAsHeard,
  { part, title, text, themes, snippetIds }: CustomerPartHeard,
): Block[] {
  const quotes = snippetIds.map((id) => book.quote(id)).filter((quote) => quote !== null);
  const held = withheldNote(scope, snippetIds);
  const anchors = new Map(findings.map(({ row, anchor, number }) => [row.theme.id, { anchor, number }]));
  const items = themes.map(({ theme, claim, people }): Sentence => {
    const finding = anchors.get(theme.id);
    const lead = finding ? [' ', leadsTo(`Finding ${finding.number}`, finding.anchor)] : [];
    return sentence(said(claim || 'A theme without a name'), ` ${peopleOfPeople(people, scope.heard.length)}.`, ...lead);
  });
  const words = part === 'words' ? wordsLine(heard) : [];
  const sample: Block[] = part === 'who' ? [{ type: 'paragraph', role: 'note', text: sampleInOneLine(scope) }] : [];
  const bare = text === '' && items.length === 0 && quotes.length + held.length === 0 && words.length === 0;
  return [
    heading(2, title),
    ...(text === '' ? [] : [{ type: 'paragraph' as const, role: 'plain' as const, text: [said(text)] }]),
    ...(items.length === 0 ? [] : [{ type: 'bullets' as const, items }]),
    ...words,
    ...(quotes.length === 0 ? [] : [{ type: 'quotes' as const, beside: false, quotes }]),
    ...held,
    ...(part === 'experience' && !heard.answered ? [note(UNANSWERED)] : bare ? [missing(MISSING[part])] : []),
    ...sample,
  ];
}

function wordsLine({ words }: CustomerAsHeard): Block[] {
  if (words.length === 0) return [];
  const list = words.flatMap(({ word, people }, index) => [
    ...(index > 0 ? [', '] : []),
    said(word),
    ` (${countNoun(people, 'person', 'people')})`,
  ]);
  return [note('Words that at least three people use: ', ...list, '.')];
}

function departmentBlocks(scope: ReadoutScope, departments: readonly DepartmentHeard[]): Block[] {
  if (departments.length === 0) return [];
  const line = (assumptions: readonly Assumption[]): Sentence =>
    assumptions.length === 0
      ? sentence('None')
      : sentence(
          ...assumptions.flatMap(({ id, statement }, index) => [
            ...(index > 0 ? ['; '] : []),
            `${scope.codeOf(id)} `,
            scope.said(statement),
          ]),
        );
  return [
    heading(2, 'Where each department is right, and where customers said otherwise'),
    {
      type: 'table',
      caption: 'Statements of each department by what people said',
      head: ['Department', 'Matches', 'Differs', 'True for some', 'Still open'],
      rows: departments.map(({ department, right, different, partly, thin, open }, index) => [
        [{ ...leadsTo(scope.shown(department.name), departmentAnchor(index)), said: true as const }],
        line(right),
        line(different),
        line(partly),
        sentence(openLine(thin.length, open.length)),
      ]),
    },
  ];
}

function openLine(thin: number, open: number): string {
  const parts = [...(thin > 0 ? [`${thin} with too few people`] : []), ...(open > 0 ? [`${open} not compared`] : [])];
  return parts.length === 0 ? 'None' : parts.join(', ');
}
