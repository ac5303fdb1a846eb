// The one view of the customer that replaces the basket of versions: composed of themes, quotes and verdicts, with people counted.
import type { Verdict } from '#shared/domain/evidence/decide-verdict';
import type { Assumption } from '#shared/model/records/assumption';
import { CUSTOMER_PARTS, type CustomerPart, newCustomer } from '#shared/model/records/customer';
import type { Department } from '#shared/model/records/department';
import type { Theme } from '#shared/model/records/theme';

import type { ReadoutScope } from './readout-scope.ts';
import { type SpokenWord, spokenWords } from './spoken-words.ts';

/** Words listed under “Their words”. */
const WORDS = 12;

/** Headings of the parts. */
export const CUSTOMER_PART_TITLES: { readonly [P in CustomerPart]: string } = {
  who: 'Who they are',
  tries: 'What they try to do',
  obstacles: 'What gets in the way',
  words: 'Their words',
  experience: 'What was it actually like to be our customer?',
};

/** A theme that tells of a part. */
export interface CustomerTheme {
  theme: Theme;
  /** Its insight, else its name; without names of people unless they were asked for. */
  claim: string;
  /** Distinct people behind it. */
  people: number;
}

export interface CustomerPartHeard {
  part: CustomerPart;
  title: string;
  /** As the researcher wrote it; may be empty. Names are replaced. */
  text: string;
  themes: CustomerTheme[];
  /** Snippets chosen for it, those that are there; withheld ones among them, whose words are not to be shown. */
  snippetIds: string[];
}

/** Where one department's version of the customer is right, and where not. */
export interface DepartmentHeard {
  department: Department;
  right: Assumption[];
  different: Assumption[];
  /** True for some. */
  partly: Assumption[];
  /** Too few people spoke to them. */
  thin: Assumption[];
  /** Nobody has compared them yet, or nobody spoke to them. */
  open: Assumption[];
}

export interface CustomerAsHeard {
  parts: CustomerPartHeard[];
  words: SpokenWord[];
  departments: DepartmentHeard[];
  /** The definitive test is answered only by somebody's own words: with at least one quote. */
  answered: boolean;
}

/** Composes the page from what the records say now. */
export function customerAsHeard(scope: ReadoutScope): CustomerAsHeard {
  const customer = scope.reader.get('customer', 'customer') ?? newCustomer();
  const rows = new Map(scope.matrix.rows.map((row) => [row.theme.id, row]));
  const parts = CUSTOMER_PARTS.map((part) => ({
    part,
    title: CUSTOMER_PART_TITLES[part],
    text: scope.shown((customer.texts[part] ?? '').trim()),
    themes: (customer.themes[part] ?? []).flatMap((id) => {
      const theme = scope.reader.get('themes', id);
      if (!theme) return [];
      const claim = scope.shown(theme.insight.trim() || theme.name.trim());
      return [{ theme, claim, people: rows.get(id)?.people.length ?? 0 }];
    }),
    snippetIds: (customer.quotes[part] ?? []).filter((id) => scope.reader.get('snippets', id) !== undefined),
  }));
  return {
    parts,
    words: spokenWords(spokenSnippets(scope), WORDS),
    departments: scope.matrix.groups.map(({ department, assumptions }) => departmentHeard(scope, department, assumptions)),
    answered: parts.some(({ part, snippetIds }) => part === 'experience' && snippetIds.length > 0),
  };
}

function* spokenSnippets(scope: ReadoutScope) {
  for (const { id, quote } of scope.reader.all('snippets').values()) {
    if (scope.withheld.snippetIds.has(id)) continue;
    yield { id, quote: scope.shown(quote), people: scope.evidence.peopleOf(id) };
  }
}

function departmentHeard(scope: ReadoutScope, department: Department, assumptions: readonly Assumption[]): DepartmentHeard {
  const wanted = (fits: (verdict: Verdict) => boolean): Assumption[] =>
    assumptions
      .filter(({ id }) => fits(scope.verdicts.get(id)?.verdict ?? 'not tested'))
      .sort((left, right) => right.importance - left.importance || left.order - right.order);
  const told: readonly Verdict[] = ['supported', 'contradicted', 'mixed', 'thin'];
  return {
    department,
    right: wanted((verdict) => verdict === 'supported'),
    different: wanted((verdict) => verdict === 'contradicted'),
    partly: wanted((verdict) => verdict === 'mixed'),
    thin: wanted((verdict) => verdict === 'thin'),
    open: wanted((verdict) => !told.includes(verdict)),
  };
}
