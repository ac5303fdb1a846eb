// The one place where rich text becomes part of the page: memos, and the preview of the readout.
import { type MouseEvent, useLayoutEffect, useRef } from 'react';

import styles from './markdown.module.css';
import { safeHtml } from './safe-html.ts';

interface SafeMarkdownProps {
  /** Markdown as a person or a file gave it: hostile until cleaned. */
  text: string;
  className?: string;
}

export function SafeMarkdown({ text, className }: SafeMarkdownProps) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (place.current) place.current.innerHTML = safeHtml(text) as unknown as string;
  }, [text]);
  return <div ref={place} className={[styles.markdown, className].filter(Boolean).join(' ')} onClick={openOutside} onAuxClick={openOutside} />;
}

/** A link never takes this window away; the desktop asks before it opens one. */
function openOutside(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link) return;
  event.preventDefault();
  if (event.type === 'click') window.open(link.href, '_blank', 'noopener,noreferrer');
}
