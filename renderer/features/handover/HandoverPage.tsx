// A document that is handed over: read here as it leaves, copied as Markdown, or printed.
import { Copy, FileText, Printer } from 'lucide-react';
import { type ReactNode, useRef } from 'react';

import { notify, notifyError } from '#renderer/stores/notification-store';
import { call } from '#renderer/stores/session';
import { printElement } from '#renderer/ui/print-element';

import { Button } from '../../ui/Button.tsx';
import { SafeMarkdown } from '../../ui/SafeMarkdown.tsx';
import { TabPage } from '../../ui/TabPage.tsx';
import { downloadFile } from '../exchange/index.ts';
import styles from './handover.module.css';

interface HandoverPageProps {
  title: string;
  /** Markdown, with pseudonyms and without withheld words. */
  text: string;
  tools?: ReactNode;
}

export function HandoverPage({ title, text, tools }: HandoverPageProps) {
  const sheet = useRef<HTMLDivElement>(null);
  return (
    <TabPage
      title={title}
      hideTitle
      gap={20}
      tools={
        <>
          {tools}
          <Button icon={<Copy size={14} aria-hidden="true" />} onClick={() => void copy(text)}>
            Copy as Markdown
          </Button>
          <Button icon={<FileText size={14} aria-hidden="true" />} onClick={() => void saveAsWord(title, text)}>
            Word document…
          </Button>
          <Button icon={<Printer size={14} aria-hidden="true" />} onClick={() => sheet.current && printElement(sheet.current, title)}>
            Print this page…
          </Button>
        </>
      }
    >
      <div className={styles.sheet} ref={sheet}>
        <SafeMarkdown text={text} />
      </div>
    </TabPage>
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

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function saveAsWord(title: string, text: string): Promise<void> {
  try {
    const { base64 } = await call('readout.word', { text });
    const fileName = `${title.replace(/[^\p{L}\p{N} ._-]+/gu, ' ').trim() || 'Document'}.docx`;
    downloadFile({ fileName, mediaType: WORD, base64 });
    notify({ kind: 'info', message: `${fileName} was made. People appear in it as they do here.` });
  } catch (error) {
    notifyError(error);
  }
}
