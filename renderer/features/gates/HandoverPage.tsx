// A document that is handed over: read here as it leaves, copied as Markdown, or printed.
import { Copy, Printer } from 'lucide-react';
import { type ReactNode, useRef } from 'react';

import { notify } from '#renderer/stores/notification-store';
import { printElement } from '#renderer/ui/print-element';

import { Button } from '../../ui/Button.tsx';
import { SafeMarkdown } from '../../ui/SafeMarkdown.tsx';
import styles from './gates.module.css';

interface HandoverPageProps {
  title: string;
  /** Markdown, with pseudonyms and without withheld words. */
  text: string;
  tools?: ReactNode;
}

export function HandoverPage({ title, text, tools }: HandoverPageProps) {
  const sheet = useRef<HTMLDivElement>(null);
  return (
    <div className={styles.page} data-surface="other" tabIndex={0} role="region" aria-label={title}>
      <div className={styles.tools}>
        {tools}
        <Button icon={<Copy size={14} aria-hidden="true" />} onClick={() => void copy(text)}>
          Copy as Markdown
        </Button>
        <Button icon={<Printer size={14} aria-hidden="true" />} onClick={() => sheet.current && printElement(sheet.current, title)}>
          Print this page…
        </Button>
      </div>
      <div className={styles.sheet} ref={sheet}>
        <SafeMarkdown text={text} />
      </div>
    </div>
  );
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify({ kind: 'info', message: 'The page was copied as Markdown.' });
  } catch {
    notify({ kind: 'error', message: 'The page could not be copied, because this window may not use the clipboard. Print it instead.' });
  }
}
