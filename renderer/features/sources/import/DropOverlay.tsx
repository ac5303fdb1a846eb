// Files dropped anywhere on the window go into the import, and nowhere else.
import { FileDown } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';

import { notify } from '#renderer/stores/notification-store';
import { useRecord } from '#renderer/stores/record-hooks';
import { useVaultStore } from '#renderer/stores/vault-store';

import styles from './drop-overlay.module.css';
import { openImport, useImportStore } from './import-store.ts';

export function DropOverlay() {
  const over = useFileDrag();
  const study = useRecord('study', 'study');
  if (!over) return null;
  return (
    <div className={styles.overlay} aria-hidden="true">
      <div className={styles.overlayCard}>
        <FileDown size={28} strokeWidth={1.75} />
        <p>{study ? `Drop to import into “${study.name}”` : 'Open or create a study first, then drop your files.'}</p>
        <p className={styles.quiet}>Documents, plain text, Markdown, captions. They stay on this computer.</p>
      </div>
    </div>
  );
}

/** Listens to the whole window: also a missed drop must never make the page go to the file. */
function useFileDrag(): boolean {
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  useEffect(() => {
    const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const enter = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      depth.current += 1;
      setOver(useImportStore.getState().phase !== 'importing');
    };
    const move = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = useVaultStore.getState().status === null ? 'none' : 'copy';
    };
    const leave = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      depth.current = Math.max(0, depth.current - 1);
      if (depth.current === 0) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      depth.current = 0;
      setOver(false);
      takeDrop(event.dataTransfer);
    };
    const listeners = { dragenter: enter, dragover: move, dragleave: leave, drop } as const;
    for (const [name, listener] of Object.entries(listeners)) window.addEventListener(name, listener as EventListener, true);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) window.removeEventListener(name, listener as EventListener, true);
    };
  }, []);
  return over;
}

/** A folder is no file: its name comes with the drop, its contents do not. */
function takeDrop(data: DataTransfer | null): void {
  if (!data) return;
  const folders = [...data.items].filter((item) => item.webkitGetAsEntry?.()?.isDirectory).length;
  const files = [...data.files].filter((_file, at) => !data.items[at]?.webkitGetAsEntry?.()?.isDirectory);
  if (folders > 0) notify({ kind: 'info', message: 'Folders cannot be dropped. Open the folder and drop the files in it.' });
  if (useVaultStore.getState().status === null)
    notify({ kind: 'info', message: 'No study is open. Open or create one, then drop your files again.' });
  else if (files.length > 0) openImport(files);
}
