// Before and after, and the brief “before you ask”, as Markdown.
import { dayInWords, people } from '#shared/domain/readout/sentences';
import type { ReadoutScope } from '#shared/domain/readout/readout-scope';
import { VERDICT_WORDS } from '#shared/domain/readout/stakeholder-words';
import { countNoun } from '#shared/lib/text';
import type { Assumption } from '#shared/model/records/assumption';

import type { DepartmentBeforeAfter, StatementBeforeAfter } from './before-and-after.ts';
import type { DepartmentBrief } from './department-brief.ts';
import { bullets, inline, lines, orNone, page } from './markdown-blocks.ts';

const ORIGINS: { readonly [O in Assumption['origin']]: string } = {
  persona: 'a persona',
  anecdote: 'an anecdote',
  ticket: 'tickets',
  'founder-story': 'the founders’ story',
  data: 'data',
  other: 'another source',
};

/** One table for each department. */
export function beforeAndAfterMarkdown(scope: ReadoutScope, departments: readonly DepartmentBeforeAfter[]): string {
  return page([
    `# ${inline(scope.shown(scope.study.name))}: before and after`,
    `What we believed, how sure we were, and what ${people(scope.heard.length)} told us. Every version of the customer was held for a reason; the table compares statements, not people.`,
    ...orNone(departments.flatMap(departmentBlocks), 'There are no departments yet: add them to the plan.'),
  ]);
}

function departmentBlocks({ name, assumedCustomer, statements, matches, differs, forSome }: DepartmentBeforeAfter): string[] {
  const told = `${countNoun(statements.length, 'statement', 'statements')}: ${matches} ${matches === 1 ? 'matches' : 'match'} what we heard, ${differs} ${differs === 1 ? 'differs' : 'differ'}, ${forSome} true for some.`;
  const rows = statements.map((each) => `| ${inline(each.statement)} | ${before(each)} | ${sure(each)} | ${after(each)} |`);
  return [
    `## ${inline(name)}`,
    assumedCustomer === '' ? '' : lines(assumedCustomer).join('  \n'),
    statements.length === 0 ? 'No statement yet.' : told,
    statements.length === 0
      ? ''
      : ['| What we believed | Where it came from | How sure, before | What we heard |', '| --- | --- | --- | --- |', ...rows].join('\n'),
  ];
}

const before = ({ origin, dated, importance }: Pick<StatementBeforeAfter, 'origin' | 'dated' | 'importance'>): string =>
  `From ${ORIGINS[origin]}${dated === null ? '' : ` of ${dayInWords(dated)}`}; ${importance} of 5 rides on it`;

function sure(statement: StatementBeforeAfter): string {
  const own = statement.sure === null ? '' : `The department: ${statement.sure} %`;
  const others = forecastInWords(statement);
  if (own === '') return others ?? 'Nobody said';
  return others === null ? own : `${own}; forecasts: ${others}`;
}

/** Null without a forecast. */
function forecastInWords({ forecast, keptBack }: StatementBeforeAfter): string | null {
  if (!forecast) return keptBack > 0 ? `${countNoun(keptBack, 'forecast', 'forecasts')} kept back` : null;
  const { mean, least, most, people: count } = forecast;
  const spread = least === most ? '' : `, ${least} to ${most} %`;
  return `${Math.round(mean)} % (${people(count)}${spread})`;
}

const after = ({ verdict, heard }: StatementBeforeAfter): string => `${VERDICT_WORDS[verdict]}${heard === '' ? '' : `. ${inline(heard)}`}`;

/** The briefs of the departments given, each on its own. */
export function briefsMarkdown(scope: ReadoutScope, briefs: readonly DepartmentBrief[]): string {
  return page([
    `# ${inline(scope.shown(scope.study.name))}: before you ask`,
    'Read this before you ask a department to open its version of the customer. Acknowledge first, aloud and in your own words; ask afterwards.',
    ...orNone(briefs.flatMap(briefBlocks), 'There are no departments yet: add them to the plan.'),
  ]);
}

function briefBlocks(brief: DepartmentBrief): string[] {
  const { name, statements } = brief;
  const part = (title: string, text: string): string[] =>
    text === '' ? [`### ${title}`, 'Nobody has written this down yet.'] : [`### ${title}`, lines(text).join('  \n')];
  return [
    `## ${inline(name)}`,
    ...part('What it protects, with good reason', brief.protects),
    ...part('What it says', brief.says),
    ...part('What to acknowledge before you ask', brief.acknowledge),
    '### Acknowledged so far',
    brief.acknowledged.length === 0
      ? 'Nothing yet. Note who said it, when and in which words on the department’s page.'
      : bullets(brief.acknowledged.map(({ saidOn, saidBy, words }) => `${dayInWords(saidOn)}, ${inline(saidBy)}: ${inline(words)}`)),
    ...part('What research gives it', brief.researchGives),
    ...part('The customer it plans for', brief.assumedCustomer),
    '### What we would like to check together',
    statements.length === 0
      ? 'No statement yet. Ask for them: “What would have to be true of our customers for your plan to work?”'
      : bullets(statements.map((each) => `${inline(each.statement)} (${before(each).replace('From', 'from')})`)),
  ];
}
