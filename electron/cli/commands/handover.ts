// What commands share that print documents to be handed over: whose words may be in them, and how they are printed.
import path from 'node:path';

import type { HeardQuote } from '#shared/domain/handover/heard-between';
import { withheldReport } from '#shared/domain/participants/withheld-report';
import { createReadoutScope, type ReadoutScope } from '#shared/domain/readout/readout-scope';
import { AppError } from '#shared/lib/app-error';
import { markdownDocx } from '#core/documents/markdown-docx';
import { loadTurnSpeakers } from '#core/services/turn-speakers';
import type { Vault } from '#core/vault/vault';

import type { CommandLine } from '../command-line.ts';
import { writeOut } from '../write-out.ts';
import { purposeOf, tellWithheld } from './consent-options.ts';

/** Readers of these are stakeholders unless --for says otherwise; what is withheld is said on standard error. */
export async function scopeFor(vault: Vault, line: CommandLine, today: string = line.now().slice(0, 10)): Promise<ReadoutScope> {
  const turnSpeakers = await loadTurnSpeakers(vault);
  const scope = createReadoutScope(vault.state, { names: 'pseudonyms', today, turnSpeakers, purpose: purposeOf(line) });
  tellWithheld(line, withheldReport(vault.state, scope.withheld));
  return scope;
}

/** Whether a document is asked for, and of which kind; null: lines or JSON. @throws AppError('bad-input') for another format. */
export function documentAsked({ options: { format } }: CommandLine): 'md' | 'docx' | null {
  if (format === undefined || format === 'md' || format === 'docx') return format ?? null;
  throw new AppError('bad-input', 'It is written as Markdown or as a Word document: --format md or --format docx --out <file>.');
}

/** Prints a document, or writes it into the file that `--out` names. @throws AppError('bad-input') for a Word document without one, 'disk'. */
export async function giveDocument(line: CommandLine, text: string): Promise<void> {
  const { out, format } = line.options;
  if (typeof out !== 'string') {
    if (format === 'docx') throw new AppError('bad-input', 'Say where the Word document goes: --out <file>.');
    return line.print({ text }, text.trimEnd());
  }
  const bytes = format === 'docx' ? await markdownDocx(text) : Buffer.from(text);
  await writeOut(out, bytes, 'The document');
  line.print({ ok: true, file: path.resolve(out), bytes: bytes.length }, `Wrote ${out}`);
}

/** A line with its quotes below it: words, whose, and when they were said. */
export function withQuotes(first: string, quotes: readonly HeardQuote[]): string {
  return [first, ...quotes.map(({ words, citation }) => `  “${words}” ${citation}`)].join('\n');
}
