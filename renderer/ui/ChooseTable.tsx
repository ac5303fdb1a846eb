// The row of a dialog in which a table is chosen: the button, and the file's name or what the table should hold.
import { FileDown } from 'lucide-react';
import { useRef } from 'react';

import { Button } from './Button.tsx';
import styles from './choose-table.module.css';

interface ChooseTableProps {
  /** What the table is, for who cannot see the button beside it. */
  label: string;
  /** What the table should hold; said until one is chosen. */
  help: string;
  /** Null until a file is chosen. */
  fileName: string | null;
  busy: boolean;
  onChoose(file: File): void;
}

export function ChooseTable({ label, help, fileName, busy, onChoose }: ChooseTableProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.choose}>
      <Button autoFocus disabled={busy} icon={<FileDown size={14} aria-hidden="true" />} onClick={() => input.current?.click()}>
        {fileName === null ? 'Choose a file…' : 'Choose another file…'}
      </Button>
      <span className={styles.told} role="status">
        {busy ? 'Reading…' : (fileName ?? help)}
      </span>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept=".csv,.tsv,.tab,.txt,.xlsx"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) onChoose(file);
        }}
      />
    </div>
  );
}
