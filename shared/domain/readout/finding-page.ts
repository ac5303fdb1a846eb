// One finding: the claim, its people, what it means for the departments, quotes for it and the other side.
import type { MatrixCell } from '#shared/domain/evidence/matrix';

import { personName } from './person-names.ts';
import type { QuoteBook } from './quote-book.ts';
import { claimSentence, type Finding, withoutOpposite } from './rank-findings.ts';
import { type Block, departmentAnchor, type ReadoutSection, type Sentence, type Span } from './readout-content.ts';
import type { ReadoutScope } from './readout-scope.ts';
import { heading, leadsTo, missing, note, peopleOfPeople, sentence } from './sentences.ts';
import { OPPOSITE_WITHHELD, withheldNote } from './withheld-notes.ts';

/** Stands where a finding has no dissenting quote; the checks look for it. */
export const LOOKED_FOR_OPPOSITE = 'We looked for the opposite and found none';

/** The page of one finding. */
export function findingPage(scope: ReadoutScope, book: QuoteBook, finding: Finding): ReadoutSection {
  const { row, number, anchor } = finding;
  return {
    kind: 'finding',
    anchor,
    title: `Finding ${number}`,
    recordId: row.theme.id,
    blocks: [
      { type: 'heading', level: 2, text: claimSentence(finding) },
      ...(finding.hasInsight ? [] : [missing('what these people are telling us, in one sentence')]),
      { type: 'paragraph', role: 'plain', text: peopleSentence(scope, finding) },
      heading(3, 'What it means for the plans'),
      ...meanings(scope, finding),
      heading(3, 'In their words'),
      ...theirWords(scope, book, finding),
      heading(3, 'The other side'),
      ...otherSide(scope, book, finding),
    ],
  };
}

function peopleSentence(scope: ReadoutScope, { row }: Finding): Sentence {
  const counts = `${peopleOfPeople(row.people.length, scope.heard.length)}, ${row.quotes} ${row.quotes === 1 ? 'quote' : 'quotes'}.`;
  if (!row.dominant) return sentence(counts);
  const { person, quotes, total } = row.dominant;
  return sentence(`${counts} ${quotes} of ${total} quotes are from ${personName(scope, person)}.`);
}

const MEANINGS = {
  supports: ['Matches what ', ' is working on today: '],
  contradicts: ['Differs from what ', ' is working on today: '],
  mixed: ['True for some of what ', ' is working on today: '],
  refines: ['Adds to what ', ' is working on today: '],
} as const;

function meanings(scope: ReadoutScope, { row }: Finding): Block[] {
  const cells = new Map(row.cells.map((cell) => [cell.assumptionId, cell]));
  const items = scope.matrix.groups.flatMap(({ department, assumptions }, index) =>
    assumptions.flatMap((assumption) => {
      const cell = cells.get(assumption.id);
      if (!cell || cell.relation === 'open' || cell.relation === 'not-relevant') return [];
      const [before, after] = MEANINGS[cell.relation];
      const name = { ...leadsTo(scope.shown(department.name), departmentAnchor(index)), said: true as const };
      return [sentence(before, name, after, scope.said(assumption.statement), ...because(scope, cell))];
    }),
  );
  if (items.length === 0) return [note('Not compared with any department’s plans yet.')];
  return [{ type: 'bullets', items }];
}

function because(scope: ReadoutScope, { people, reason, relation }: MatrixCell): (string | Span)[] {
  const counts = relation === 'refines' ? '' : ` (${people.supporting} for, ${people.contradicting} against)`;
  return reason.trim() === '' ? [counts] : [counts, '. ', scope.said(reason.trim())];
}

function theirWords(scope: ReadoutScope, book: QuoteBook, finding: Finding): Block[] {
  const ids = book.plan.ofTheme.get(finding.row.theme.id) ?? [];
  const quotes = ids.map((id) => book.quote(id)).filter((quote) => quote !== null);
  const held = withheldNote(scope, withoutOpposite(scope, finding));
  if (quotes.length === 0) return held.length > 0 ? held : [missing('quotes for this finding')];
  return [{ type: 'quotes', beside: false, quotes }, ...held];
}

function otherSide(scope: ReadoutScope, book: QuoteBook, { comparable, row, opposite }: Finding): Block[] {
  const dissent = book.plan.againstTheme.get(row.theme.id);
  const quote = dissent === undefined ? null : book.quote(dissent, 'against');
  if (quote) return [{ type: 'quotes', beside: false, quotes: [quote] }, ...withheldNote(scope, opposite)];
  if (!comparable) return [missing('a search for the opposite; this finding is not linked to any statement it could differ from')];
  const held = withheldNote(scope, opposite, OPPOSITE_WITHHELD);
  if (held.length > 0) return held;
  const assumptions = row.cells.filter((cell) => cell.relation !== 'open').length;
  const among = assumptions === 1 ? 'the same statement' : `the same ${assumptions} statements`;
  return [note(`${LOOKED_FOR_OPPOSITE}, among all quotes linked to ${among}.`)];
}
