// Builds the stakeholder readout from the vault: every sentence counted, every claim with its quotes.
import type { VaultReader } from '#shared/model/vault-state';

import { agreedPage } from './agreed-page.ts';
import { codebookPage, methodPage } from './appendix.ts';
import { planQuotes } from './choose-quotes.ts';
import { companyPage } from './company-page.ts';
import { customerPage } from './customer-page.ts';
import { departmentPage } from './department-page.ts';
import { findingPage } from './finding-page.ts';
import { onePage } from './one-page.ts';
import { createQuoteBook, quotesOf, settleQuotes } from './quote-book.ts';
import { rankFindings } from './rank-findings.ts';
import type { ReadoutContent } from './readout-content.ts';
import { createReadoutScope, READ_BY, type ReadoutOptions } from './readout-scope.ts';

/**
 * The readout as plain data. With `names: 'pseudonyms'` no participant's name and no speaker label of a participant stands in it.
 * Pass `turnSpeakers` when transcripts are at hand: with it, quotes over several turns say whose each line is.
 */
export function buildReadout(reader: VaultReader, options: ReadoutOptions): ReadoutContent {
  const scope = createReadoutScope(reader, options);
  const findings = rankFindings(scope);
  const book = createQuoteBook(scope, planQuotes(scope, findings));
  const agreed = agreedPage(scope);
  const sections = settleQuotes([
    onePage(scope, book, findings),
    companyPage(scope, findings),
    ...(agreed === null ? [] : [agreed]),
    ...scope.matrix.groups.map((group, index) => departmentPage(scope, book, findings, group, index)),
    customerPage(scope, book, findings),
    ...findings.map((finding) => findingPage(scope, book, finding)),
    methodPage(scope),
    codebookPage(scope),
  ]);
  return {
    title: scope.shown(scope.study.name),
    today: options.today,
    names: options.names,
    people: scope.heard.length,
    quotes: new Set(sections.flatMap(quotesOf).map((quote) => quote.number)).size,
    purpose: options.purpose ?? READ_BY,
    withheld: { people: scope.withheld.people, snippetIds: [...scope.withheld.snippetIds] },
    sections,
  };
}
