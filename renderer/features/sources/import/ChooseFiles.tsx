// Ways in for files: a button, dropping, pasting.
import { ClipboardPaste, FileDown } from 'lucide-react';
import { useRef } from 'react';

import { Button } from '../../../ui/Button.tsx';
import styles from './import.module.css';
import { addFiles, useImportStore } from './import-store.ts';

/** @param compact only the buttons: the table above says the rest. */
export function ChooseFiles({ compact }: { compact: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={compact ? styles.moreFiles : styles.chooseFiles}>
      {compact ? null : (
        <>
          <FileDown size={28} strokeWidth={1.75} aria-hidden="true" />
          <p>Drop transcripts here, anywhere on the window.</p>
          <p className={styles.quiet}>
            Word, OpenDocument, rich text and PDF documents, web pages, plain text, Markdown, captions, tables (CSV, Excel) and the JSON of
            speech-to-text services, up to 50 MB each. They stay on this computer.
          </p>
        </>
      )}
      <div className={styles.buttons}>
        <Button
          {...(compact ? {} : { look: 'primary' as const, autoFocus: true })}
          icon={<FileDown size={14} aria-hidden="true" />}
          onClick={() => input.current?.click()}
        >
          {compact ? 'Add files…' : 'Choose files…'}
        </Button>
        <Button icon={<ClipboardPaste size={14} aria-hidden="true" />} onClick={() => useImportStore.setState({ phase: 'pasting' })}>
          Paste text…
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        multiple
        className="visually-hidden"
        tabIndex={-1}
        aria-label="Transcript files"
        onChange={(event) => {
          addFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </div>
  );
}
