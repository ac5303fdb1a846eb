// Commands of the readout: export, print, check, write, quotes.
import type { IdsOf } from '#shared/commands/catalog';
import type { READOUT } from '#shared/commands/catalog/readout';
import { countNoun } from '#shared/lib/text';
import { READOUT_FORMATS, type ReadoutFormat } from '#shared/rpc/answers';
import { notifyError } from '#renderer/stores/notification-store';
import { quickPick } from '#renderer/stores/quick-pick-store';
import { openTab } from '#renderer/stores/tabs';
import { showActivity } from '#renderer/stores/view-store';
import { announce } from '#renderer/ui/announce';

import { openSnippet } from '../evidence/index.ts';
import { exportReadout } from './export-readout.ts';
import { type PlacedQuote, quotesInPreview } from './placed-quotes.ts';
import { readoutPreviewNow } from './readout-preview.ts';
import { useReadoutStore } from './readout-store.ts';
import { swapQuote } from './swap-quote.ts';

function show(): void {
  showActivity('readout');
  openTab({ kind: 'readout' });
}

async function exportAs(format: ReadoutFormat): Promise<void> {
  await exportReadout(format, 'pseudonyms').catch((error: unknown) => notifyError(error));
}

async function exportNames(): Promise<void> {
  const answer = await quickPick({
    title: 'Export with real names',
    placeholder: 'As which kind of file?',
    items: [
      { id: 'html', label: 'Web page', detail: 'one file that needs no network' },
      { id: 'docx', label: 'Word document', detail: 'to be edited further' },
      { id: 'md', label: 'Markdown', detail: 'plain text' },
    ],
  });
  if (!answer || !('id' in answer)) return;
  show();
  useReadoutStore.setState({ confirming: READOUT_FORMATS.find((format) => format === answer.id) ?? 'html' });
}

function print(): void {
  show();
  useReadoutStore.setState({ printing: true });
}

/** Says how the checks stand and puts the focus on them. */
function check(): void {
  show();
  const { checks, state } = readoutPreviewNow();
  const missing = checks.filter(({ severity }) => severity === 'missing').length;
  if (state === 'ready')
    announce(
      checks.length === 0
        ? 'All checks pass.'
        : `${countNoun(checks.length, 'check', 'checks')}, ${missing} of them missing before this is fit to share.`,
    );
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-readout-checks] button')?.focus());
}

/** The quote of the preview that has the focus, or had it last; otherwise the first one. */
function quoteAtHand(): PlacedQuote | null {
  const { quote } = useReadoutStore.getState();
  const quotes = quotesInPreview();
  return quotes.find(({ key }) => key === quote) ?? quotes[0] ?? null;
}

async function swapAtHand(): Promise<void> {
  const quote = quoteAtHand();
  if (!quote) return;
  const swap = quote.swap ?? quotesInPreview().find((other) => other.snippetId === quote.snippetId && other.swap)?.swap;
  if (swap) await swapQuote(swap.themeId, swap.index).catch(() => undefined);
  else announce('The rules choose this quote: it is the best one on its side.');
}

export const readoutHandlers: Record<IdsOf<typeof READOUT>, () => void | Promise<void>> = {
  'readout.exportMarkdown': () => exportAs('md'),
  'readout.exportHtml': () => exportAs('html'),
  'readout.exportWord': () => exportAs('docx'),
  'readout.exportNames': exportNames,
  'readout.print': print,
  'readout.check': check,
  'readout.write': () => useReadoutStore.setState(({ writing }) => ({ writing: !writing, focusField: writing ? null : 'answer' })),
  'readout.replaceQuote': swapAtHand,
  'readout.openSource': () => {
    const quote = quoteAtHand();
    if (quote) openSnippet(quote.snippetId);
  },
};
