// The folders in a folder, to walk by keyboard: Enter goes in, Backspace goes up. Studies are marked.
import { BookOpen, Folder } from 'lucide-react';
import type { RefObject } from 'react';
import { GridList, GridListItem } from 'react-aria-components';

import type { FolderListing } from '#shared/rpc/answers';

import list from '../../ui/list.module.css';
import { lastPart } from './folder-path.ts';
import styles from './welcome.module.css';

export type FolderEntry = FolderListing['entries'][number];

interface FolderListProps {
  label: string;
  entries: readonly FolderEntry[];
  /** Path of the selected row. */
  selected: string | null;
  onSelect(path: string | null): void;
  /** Enter or a double click. */
  onOpen(path: string): void;
  onUp(): void;
  /** What is said while there are no rows. */
  empty: string;
  listRef: RefObject<HTMLDivElement | null>;
}

export function FolderList({ label, entries, selected, onSelect, onOpen, onUp, empty, listRef }: FolderListProps) {
  return (
    // Backspace bubbles here from the list, which has no use for it.
    <div
      role="presentation"
      onKeyDown={(event) => {
        if (event.key !== 'Backspace') return;
        event.preventDefault();
        onUp();
      }}
    >
      <GridList
        ref={listRef}
        aria-label={label}
        className={styles.folders ?? ''}
        items={entries.map((entry) => ({ id: entry.folder, ...entry }))}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={selected === null ? [] : [selected]}
        onSelectionChange={(keys) => onSelect(keys === 'all' ? null : ([...keys].map(String)[0] ?? null))}
        onAction={(key) => onOpen(String(key))}
        renderEmptyState={() => <p className={styles.noFolders}>{empty}</p>}
      >
        {(entry) => (
          <GridListItem id={entry.id} textValue={entry.name} className={`${list.row} ${styles.folderRow}`}>
            {entry.isVault ? <BookOpen size={14} aria-hidden="true" /> : <Folder size={14} aria-hidden="true" />}
            <span className={list.rowName}>{entry.isVault ? lastPart(entry.name) : entry.name}</span>
            {entry.isVault ? <span className={list.rowCount}>study</span> : null}
          </GridListItem>
        )}
      </GridList>
    </div>
  );
}
