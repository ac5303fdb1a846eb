// The document itself: rendered from the Markdown that would be exported, with the way back to each quote's source.
import { type FocusEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';

import type { ReadoutContent } from '#shared/domain/readout/readout-content';

import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SafeMarkdown } from '../../ui/SafeMarkdown.tsx';
import { openSnippet } from '../evidence/index.ts';
import { setQuotesInPreview } from './placed-quotes.ts';
import { type PlacedQuote, placePreview } from './preview-places.ts';
import type { ReadoutPreview } from './readout-preview.ts';
import { useReadoutStore } from './readout-store.ts';
import { swapQuote } from './swap-quote.ts';
import styles from './readout.module.css';

/** The pane is there before the document is, so that the focus has a place from the beginning. */
export function PreviewPane({ preview: { markdown, content, state, message } }: { preview: ReadoutPreview }) {
  const pane = useRef<HTMLDivElement>(null);
  useGoTo(pane, content);
  return (
    <div
      ref={pane}
      className={styles.preview}
      data-surface="readout"
      data-focus-first=""
      tabIndex={0}
      role="region"
      aria-label="Preview of the readout"
      aria-busy={state === 'stale' || state === 'empty'}
      onFocus={noteQuote}
      onScroll={(event) => noteSection(event.currentTarget)}
    >
      {content ? <Sheet markdown={markdown} content={content} /> : null}
      {!content && state !== 'failed' ? <p className={styles.waiting}>Building the readout…</p> : null}
      {state === 'failed' ? (
        <EmptyState centred title={content ? 'This is the readout as it was before the last change' : 'The readout could not be built'}>
          {message}
        </EmptyState>
      ) : null}
    </div>
  );
}

function Sheet({ markdown, content }: { markdown: string; content: ReadoutContent }) {
  const [quotes, setQuotes] = useState<readonly HostedQuote[]>([]);
  const onShown = useCallback((root: HTMLElement) => setQuotes(placePreview(root, content).map(withHost)), [content]);
  useLayoutEffect(() => {
    setQuotesInPreview(quotes);
    returnFocus(quotes);
    return () => setQuotesInPreview([]);
  }, [quotes]);
  return (
    <article className={styles.sheet} data-readout-sheet="">
      <SafeMarkdown text={markdown} className={styles.document ?? ''} onShown={onShown} onPlace={goToPlace} />
      {quotes.map((quote) => createPortal(<QuoteTools quote={quote} />, quote.host, quote.key))}
    </article>
  );
}

const goToPlace = (anchor: string): void => useReadoutStore.setState({ goTo: anchor });

interface HostedQuote extends PlacedQuote {
  /** Where the tools of the quote are drawn, inside of it. */
  host: HTMLElement;
}

function withHost(quote: PlacedQuote): HostedQuote {
  const host = document.createElement('span');
  host.dataset.screenOnly = '';
  host.dataset.quoteTools = quote.key;
  quote.element.append(host);
  return { ...quote, host };
}

function QuoteTools({ quote: { snippetId, swap } }: { quote: HostedQuote }) {
  return (
    <span className={styles.tools}>
      <Button look="quiet" data-tool="open" title="Open in the transcript (U)" onClick={() => openSnippet(snippetId)}>
        Open in transcript
      </Button>
      {swap ? (
        <Button
          look="quiet"
          data-tool="swap"
          title="Choose another quote of this theme (Q)"
          onClick={() => void swapQuote(swap.themeId, swap.index).catch(() => undefined)}
        >
          Swap quote…
        </Button>
      ) : null}
    </span>
  );
}

/** A new document has new nodes: the focus goes back to the tools of the quote that had it. */
function returnFocus(quotes: readonly HostedQuote[]): void {
  const { quote, tool } = useReadoutStore.getState();
  if (quote === null || document.activeElement !== document.body) return;
  const host = quotes.find(({ key }) => key === quote)?.host;
  if (host) requestAnimationFrame(() => host.querySelector<HTMLElement>(`[data-tool="${tool ?? 'open'}"]`)?.focus({ preventScroll: true }));
}

function noteQuote({ target }: FocusEvent): void {
  const quote = target.closest<HTMLElement>('[data-quote-tools]')?.dataset.quoteTools ?? null;
  useReadoutStore.setState({ quote, tool: target.closest<HTMLElement>('[data-tool]')?.dataset.tool ?? null });
}

/** The last heading above the upper third is the section in sight. */
function noteSection(pane: HTMLElement): void {
  const limit = pane.getBoundingClientRect().top + pane.clientHeight / 3;
  let section: string | null = null;
  for (const heading of pane.querySelectorAll<HTMLElement>('[data-anchor]')) {
    if (heading.getBoundingClientRect().top > limit) break;
    section = heading.dataset.anchor ?? null;
  }
  if (useReadoutStore.getState().section !== section) useReadoutStore.setState({ section });
}

/** Shows the section that was asked for; its heading gets the focus, so that reading goes on from there. */
function useGoTo(pane: React.RefObject<HTMLDivElement | null>, content: ReadoutContent | null): void {
  const goTo = useReadoutStore((state) => state.goTo);
  useEffect(() => {
    if (goTo === null) return;
    const heading = pane.current?.querySelector<HTMLElement>(`[data-anchor="${CSS.escape(goTo)}"]`);
    if (!heading) return;
    useReadoutStore.setState({ goTo: null, section: goTo });
    heading.scrollIntoView({ block: 'start' });
    heading.focus({ preventScroll: true });
  }, [goTo, content, pane]);
}
