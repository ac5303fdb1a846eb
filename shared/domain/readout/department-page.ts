// One page for a department, in the order that keeps people reading: what it protects, what holds, what differs.
import type { MatrixGroup } from '#shared/domain/evidence/matrix';
import type { Verdict } from '#shared/domain/evidence/decide-verdict';
import type { Assumption } from '#shared/model/records/assumption';

import { pickQuotes, type Voices } from './choose-quotes.ts';
import { isNotCompared, NOT_COMPARED } from './not-compared.ts';
import type { QuoteBook } from './quote-book.ts';
import type { Finding } from './rank-findings.ts';
import { type Block, departmentAnchor, type ReadoutQuote, type ReadoutSection, type Sentence } from './readout-content.ts';
import type { ReadoutScope } from './readout-scope.ts';
import { heading, leadsTo, missing, note, paragraphOr, sentence } from './sentences.ts';
import { IMPORTANCE_WORDS } from './stakeholder-words.ts';
import { verdictBlock } from './verdict-block.ts';
import { withheldNote } from './withheld-notes.ts';

interface Page {
  scope: ReadoutScope;
  book: QuoteBook;
  findings: readonly Finding[];
  assumptions: readonly Assumption[];
  /** Nothing of this department was judged. */
  notCompared: boolean;
  /** Who has been quoted on this page. */
  voices: Voices;
}

/** The page of the department at this place, counted from 0. */
export function departmentPage(
  scope: ReadoutScope,
  book: QuoteBook,
  findings: readonly Finding[],
  group: MatrixGroup,
  index: number,
): ReadoutSection {
  const { department, assumptions } = group;
  const page: Page = { scope, book, findings, assumptions, notCompared: isNotCompared(scope, group), voices: new Map() };
  const text = (words: string, what: string): Block => paragraphOr(scope.shown(words), what);
  return {
    kind: 'department',
    anchor: departmentAnchor(index),
    title: scope.shown(department.name),
    recordId: department.id,
    blocks: [
      heading(2, 'What you are protecting'),
      text(department.protects, 'what this department protects'),
      heading(2, 'The customer you plan for'),
      text(department.assumedCustomer, 'the customer this department plans for'),
      ...comparison(page),
      heading(2, 'What leaders acknowledge'),
      text(department.acknowledge, 'what leaders acknowledge before asking'),
    ],
  };
}

function comparison(page: Page): Block[] {
  if (page.assumptions.length === 0) {
    return [heading(2, 'What holds, and what differs'), missing('what this department is working on today')];
  }
  // Where nothing was compared, nothing can be said to hold or to differ.
  if (page.notCompared) return [heading(2, NOT_COMPARED), ...notCompared(page)];
  return [
    heading(2, 'What holds'),
    ...holding(page),
    heading(2, 'What differs'),
    ...differing(page),
    ...thin(page),
    ...silent(page),
    heading(2, NOT_COMPARED),
    ...notCompared(page),
  ];
}

/** The department's assumptions with one of these verdicts: most important first, then most people against. */
function withVerdict({ scope, assumptions }: Page, ...verdicts: Verdict[]): Assumption[] {
  const against = (assumption: Assumption): number => scope.verdicts.get(assumption.id)?.participants.contradicting.length ?? 0;
  return assumptions
    .filter((assumption) => verdicts.includes(scope.verdicts.get(assumption.id)?.verdict ?? 'not tested'))
    .sort((left, right) => right.importance - left.importance || against(right) - against(left) || left.order - right.order);
}

function holding(page: Page): Block[] {
  const matching = withVerdict(page, 'supported');
  if (matching.length === 0) return [note('No statement of this department is matched by what enough people said.')];
  return matching.flatMap((assumption) => [
    verdictBlock(page.scope, assumption),
    ...bothSides(page, assumption, false),
    ...chain(page, assumption),
  ]);
}

function differing(page: Page): Block[] {
  const differs = withVerdict(page, 'contradicted', 'mixed');
  if (differs.length === 0) return [note('No statement of this department differs from what enough people said.')];
  return differs.flatMap((assumption) => [
    heading(3, 'The plan says: ', page.scope.said(assumption.statement)),
    verdictBlock(page.scope, assumption),
    ...bothSides(page, assumption, true),
    { type: 'paragraph', role: 'plain', text: restsOnIt(assumption) },
    ...chain(page, assumption),
  ]);
}

function thin(page: Page): Block[] {
  const few = withVerdict(page, 'thin');
  if (few.length === 0) return [];
  return [heading(2, 'Where too few people spoke'), ...few.map((assumption) => verdictBlock(page.scope, assumption))];
}

function silent(page: Page): Block[] {
  const asked = withVerdict(page, 'asked but nobody raised it');
  if (asked.length === 0) return [];
  return [heading(2, 'What we asked and nobody brought up'), ...asked.map((assumption) => verdictBlock(page.scope, assumption))];
}

function notCompared(page: Page): Block[] {
  const open = withVerdict(page, 'not tested');
  if (open.length === 0) return [note('Everything this department is working on was compared with what people said.')];
  return open.map((assumption) => verdictBlock(page.scope, assumption));
}

function restsOnIt({ importance }: Assumption): Sentence {
  return sentence(`What rests on it: ${IMPORTANCE_WORDS[importance] ?? ''} (${importance} of 5).`);
}

function bestQuote({ scope, book, voices }: Page, assumption: Assumption, side: 'supporting' | 'contradicting'): ReadoutQuote | null {
  const snippetIds = scope.verdicts.get(assumption.id)?.snippetIds[side] ?? [];
  const inFindings = snippetIds.filter((id) => book.plan.shown.has(id));
  const [best] = pickQuotes(scope, inFindings.length > 0 ? inFindings : snippetIds, 1, voices);
  return best === undefined ? null : book.quote(best, side === 'supporting' ? 'for' : 'against');
}

/** The best quote of each side, and what of either is withheld. */
function bothSides(page: Page, assumption: Assumption, beside: boolean): Block[] {
  const there = (['supporting', 'contradicting'] as const)
    .map((side) => bestQuote(page, assumption, side))
    .filter((quote) => quote !== null);
  const { supporting = [], contradicting = [] } = page.scope.verdicts.get(assumption.id)?.snippetIds ?? {};
  const held = withheldNote(page.scope, [...supporting, ...contradicting]);
  return there.length === 0 ? held : [{ type: 'quotes', beside: beside && there.length > 1, quotes: there }, ...held];
}

/** The findings behind a verdict: every claim leads to what it stands on. */
function chain({ findings }: Page, assumption: Assumption): Block[] {
  const behind = findings.filter(({ row }) => row.cells.some((cell) => cell.assumptionId === assumption.id && cell.relation !== 'open'));
  if (behind.length === 0) return [];
  const links = behind.flatMap(({ number, anchor }, index) => [...(index > 0 ? [', '] : []), leadsTo(`Finding ${number}`, anchor)]);
  return [note('Behind this: ', ...links)];
}
