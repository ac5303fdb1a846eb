// Chooses a folder inside the app: a path to type, and a list to walk through. Studies are marked.
import { BookOpen, CornerLeftUp, Folder } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { GridList, GridListItem } from 'react-aria-components';

import type { FolderListing } from '#shared/rpc/answers';

import { IconButton } from '../../ui/Button.tsx';
import { TextInput } from '../../ui/Field.tsx';
import list from '../../ui/list.module.css';
import { folderAbove, lastPart } from './folder-path.ts';
import { type FolderState, useFolderListing } from './use-folder-listing.ts';
import styles from './welcome.module.css';

type FolderEntry = FolderListing['entries'][number];

interface FolderChooserProps {
  label: string;
  /** The folder that is shown; empty for the usual one. */
  folder: string;
  onFolder(folder: string): void;
  /** A study was chosen with Enter or a double click; left out: studies can only be looked at. */
  onStudy?(folder: string): void;
  /** A row was merely selected; null when none is any more. */
  onSelect?(entry: FolderEntry | null): void;
  /** Enter in the path, once the folder typed is the one that is shown. */
  onEnter?(): void;
  /** What is said of a folder that is not there. */
  absent: string;
}

export function FolderChooser(props: FolderChooserProps) {
  const { label, folder, onFolder, onStudy, onSelect, onEnter, absent } = props;
  const state = useFolderListing(folder);
  const [selected, setSelected] = useState<string | null>(null);
  const rows = useRef<HTMLDivElement>(null);
  const here = folder === '' ? (state.listing?.folder ?? '') : folder;
  const above = state.listing ? state.listing.parent : folderAbove(here);
  const entries = state.listing?.entries ?? [];
  const choose = (path: string | null): void => {
    setSelected(path);
    onSelect?.(entries.find((entry) => entry.folder === path) ?? null);
  };
  const go = (to: string): void => {
    choose(null);
    onFolder(to);
  };
  const goFromList = (to: string): void => {
    go(to);
    rows.current?.focus();
  };
  const act = (path: string): void => {
    if (!entries.find((entry) => entry.folder === path)?.isVault) goFromList(path);
    else onStudy?.(path);
  };
  return (
    <div className={styles.chooser}>
      <div className={styles.path}>
        <PathField label={label} folder={here} onFolder={go} {...(onEnter ? { onEnter } : {})} />
        <IconButton
          label="Folder above"
          keys="Backspace in the list"
          disabled={above === null}
          onClick={() => above !== null && goFromList(above)}
        >
          <CornerLeftUp size={16} aria-hidden="true" />
        </IconButton>
      </div>
      {/* Backspace bubbles here from the list, which has no use for it. */}
      <div
        role="presentation"
        onKeyDown={(event) => {
          if (event.key !== 'Backspace' || above === null) return;
          event.preventDefault();
          goFromList(above);
        }}
      >
        <GridList
          ref={rows}
          aria-label={`Folders in ${here === '' ? 'this folder' : lastPart(here)}`}
          className={styles.folders ?? ''}
          items={entries.map((entry) => ({ id: entry.folder, ...entry }))}
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={selected === null ? [] : [selected]}
          onSelectionChange={(keys) => choose(keys === 'all' ? null : ([...keys].map(String)[0] ?? null))}
          onAction={(key) => act(String(key))}
          renderEmptyState={() => <p className={styles.noFolders}>{emptyInWords(state, absent)}</p>}
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
    </div>
  );
}

function emptyInWords({ listing, error, absent: notThere }: FolderState, absent: string): string {
  if (notThere) return absent;
  return error ?? (listing ? 'No folders in it.' : 'Looking…');
}

/** What is typed is its own until Enter or leaving the field. */
function PathField({
  label,
  folder,
  onFolder,
  onEnter,
}: {
  label: string;
  folder: string;
  onFolder(folder: string): void;
  onEnter?(): void;
}) {
  const [typed, setTyped] = useState(folder);
  useEffect(() => setTyped(folder), [folder]);
  const wanted = typed.trim();
  const take = (): void => {
    if (wanted !== '' && wanted !== folder) onFolder(wanted);
  };
  return (
    <TextInput
      label={label}
      value={typed}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => setTyped(event.target.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        if (wanted === folder) onEnter?.();
        else take();
      }}
    />
  );
}
