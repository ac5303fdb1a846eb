// The one place where rich text becomes part of the page: memos, and the preview of the readout.
import { type MouseEvent, useLayoutEffect, useRef } from 'react';

import styles from './markdown.module.css';
import { safeHtml } from './safe-html.ts';

interface SafeMarkdownProps {
  /** Markdown as a person or a file gave it: hostile until cleaned. */
  text: string;
  className?: string;
  /** Told after the nodes of a text stand in the page; keep it the same between renderings, a new one draws the text anew. */
  onShown?(element: HTMLElement): void;
  /** Follows a link to a place of the same document, by its anchor; without it such links are plain words. */
  onPlace?(anchor: string): void;
}

export function SafeMarkdown({ text, className, onShown, onPlace }: SafeMarkdownProps) {
  const place = useRef<HTMLDivElement>(null);
  const places = onPlace !== undefined;
  useLayoutEffect(() => {
    if (!place.current) return;
    place.current.innerHTML = safeHtml(text, places) as unknown as string;
    onShown?.(place.current);
  }, [text, places, onShown]);
  const follow = (event: MouseEvent): void => followLink(event, onPlace);
  return <div ref={place} className={[styles.markdown, className].filter(Boolean).join(' ')} onClick={follow} onAuxClick={follow} />;
}

/** A link never takes this window away; the desktop asks before it opens one. */
function followLink(event: MouseEvent, onPlace: SafeMarkdownProps['onPlace']): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const address = link?.getAttribute('href');
  if (!link || !address) return;
  event.preventDefault();
  if (event.type !== 'click') return;
  if (address.startsWith('#')) onPlace?.(address.slice(1));
  else window.open(link.href, '_blank', 'noopener,noreferrer');
}
