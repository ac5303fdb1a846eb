// A document that is handed over: read here as it leaves, copied as Markdown, saved for Word, or printed; from each quote it is one step to the transcript.
import { Copy, FileText, Printer } from 'lucide-react';
import { type ReactNode, useRef } from 'react';

import { type Cite, plainCitation } from '#shared/domain/handover/handover-markdown';
import { notify, notifyError } from '#renderer/stores/notification-store';
import { call } from '#renderer/stores/session';
import { printElement } from '#renderer/ui/print-element';

import { Button } from '../../ui/Button.tsx';
import { SafeMarkdown } from '../../ui/SafeMarkdown.tsx';
import { TabPage } from '../../ui/TabPage.tsx';
import { openSnippet } from '../evidence/index.ts';
import { downloadFile } from '../exchange/index.ts';
import styles from './handover.module.css';

interface HandoverPageProps {
  title: string;
  /** Markdown, with pseudonyms and without withheld words; asks for the line under each quote. */
  compose(cite: Cite): string;
  tools?: ReactNode;
}

export function HandoverPage({ title, compose, tools }: HandoverPageProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const text = compose(plainCitation);
  const { linked, snippetIds } = withLinkedQuotes(compose);
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
        <SafeMarkdown text={linked} onPlace={(anchor) => openSnippet(snippetIds[Number(anchor.replace(QUOTE, ''))] ?? '')} />
      </div>
    </TabPage>
  );
}

const QUOTE = 'quote-';

/** The page as the window shows it: whose words a quote is leads to its place in the transcript. */
function withLinkedQuotes(compose: HandoverPageProps['compose']): { linked: string; snippetIds: readonly string[] } {
  const snippetIds: string[] = [];
  const linked = compose((quote) => `[${plainCitation(quote)}](#${QUOTE}${snippetIds.push(quote.snippetId) - 1})`);
  return { linked, snippetIds };
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
