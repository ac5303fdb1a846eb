// What commands share that print documents to be handed over: whose words may be in them, and how they are printed.
import type { HeardQuote } from '#shared/domain/handover/heard-between';
import { withheldReport } from '#shared/domain/participants/withheld-report';
import { createReadoutScope, type ReadoutScope } from '#shared/domain/readout/readout-scope';
import { AppError } from '#shared/lib/app-error';
import { loadTurnSpeakers } from '#core/services/turn-speakers';
import type { Vault } from '#core/vault/vault';

import type { CommandLine } from '../command-line.ts';
import { purposeOf, tellWithheld } from './consent-options.ts';

/** Readers of these are stakeholders unless --for says otherwise; what is withheld is said on standard error. */
export async function scopeFor(vault: Vault, line: CommandLine, today: string = line.now().slice(0, 10)): Promise<ReadoutScope> {
  const turnSpeakers = await loadTurnSpeakers(vault);
  const scope = createReadoutScope(vault.state, { names: 'pseudonyms', today, turnSpeakers, purpose: purposeOf(line) });
  tellWithheld(line, withheldReport(vault.state, scope.withheld));
  return scope;
}

/** True for `--format md`. @throws AppError('bad-input') for another format. */
export function asksMarkdown({ options }: CommandLine): boolean {
  if (options['format'] !== undefined && options['format'] !== 'md')
    throw new AppError('bad-input', 'It is written as Markdown only: --format md.');
  return options['format'] === 'md';
}

/** Prints a document. */
export function printText(line: CommandLine, text: string): void {
  line.print({ text }, text.trimEnd());
}

/** A line with its quotes below it: words, whose, and when they were said. */
export function withQuotes(first: string, quotes: readonly HeardQuote[]): string {
  return [first, ...quotes.map(({ words, citation }) => `  “${words}” ${citation}`)].join('\n');
}
