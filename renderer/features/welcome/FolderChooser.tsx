// Chooses a folder inside the app: a path to type, and a list to walk through. Studies are marked.
import { BookOpen, CornerLeftUp, Folder } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { GridList, GridListItem } from 'react-aria-components';

import { AppError } from '#shared/lib/app-error';
import type { FolderListing } from '#shared/rpc/answers';
import { call } from '#renderer/stores/session';

import { IconButton } from '../../ui/Button.tsx';
import { TextInput } from '../../ui/Field.tsx';
import list from '../../ui/list.module.css';
import { lastPart, parentFolder } from './folder-path.ts';
import styles from './welcome.module.css';

interface FolderChooserProps {
  label: string;
  /** The folder that is shown; empty for the usual one. */
  folder: string;
  onFolder(folder: string): void;
  /** A study was chosen with Enter or a double click; left out: studies can only be looked at. */
  onStudy?(folder: string): void;
  /** A study was merely selected. */
  onSelect?(folder: string | null): void;
  /** Said of a folder that cannot be listed, in place of the reason: for places where it may still be missing. */
  missing?: string;
  autoFocus?: boolean;
}

export function FolderChooser({ label, folder, onFolder, onStudy, onSelect, missing, autoFocus }: FolderChooserProps) {
  const [typed, setTyped] = useState(folder);
  const { listing, error } = useListing(folder);
  const rows = useRef<HTMLDivElement>(null);
  useEffect(() => setTyped(folder), [folder]);
  const change = (to: string): void => {
    if (to === '' || to === folder) return;
    onSelect?.(null);
    onFolder(to);
  };
  const go = (to: string): void => {
    change(to);
    rows.current?.focus();
  };
  const above = listing ? listing.parent : parentFolder(folder);
  const entries = listing?.entries ?? [];
  const act = (path: string): void => {
    const entry = entries.find((other) => other.folder === path);
    if (entry?.isVault) onStudy?.(path);
    else go(path);
  };
  return (
    <div className={styles.chooser}>
      <div className={styles.path}>
        <TextInput
          label={label}
          value={typed}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
          autoFocus={autoFocus}
          onBlur={() => change(typed.trim())}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || typed.trim() === folder) return;
            event.preventDefault();
            change(typed.trim());
          }}
        />
        <IconButton label="Folder above" disabled={above === null} onClick={() => above !== null && go(above)}>
          <CornerLeftUp size={16} aria-hidden="true" />
        </IconButton>
      </div>
      <GridList
        ref={rows}
        aria-label={`Folders in ${listing ? lastPart(listing.folder) : 'this folder'}`}
        className={styles.folders ?? ''}
        items={entries.map((entry) => ({ id: entry.folder, ...entry }))}
        selectionMode="single"
        selectionBehavior="replace"
        onSelectionChange={(keys) => {
          const path = keys === 'all' ? undefined : [...keys].map(String)[0];
          onSelect?.(entries.some((entry) => entry.folder === path && entry.isVault) ? (path ?? null) : null);
        }}
        onAction={(key) => act(String(key))}
        renderEmptyState={() => <p className={styles.noFolders}>{error ? (missing ?? error) : listing ? 'No folders in it.' : 'Looking…'}</p>}
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

/** Lists a folder; an older answer never replaces a newer one. */
function useListing(folder: string): { listing: FolderListing | null; error: string | null } {
  const [state, setState] = useState<{ listing: FolderListing | null; error: string | null }>({ listing: null, error: null });
  useEffect(() => {
    let current = true;
    call('folders.list', { folder: folder === '' ? null : folder })
      .then((listing) => current && setState({ listing, error: null }))
      .catch((error: unknown) => current && setState({ listing: null, error: error instanceof AppError ? error.message : 'The folder could not be read.' }));
    return () => {
      current = false;
    };
  }, [folder]);
  return state;
}
