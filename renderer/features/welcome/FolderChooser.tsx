// Chooses a folder inside the app: a path to type, and a list to walk through. Studies are marked.
import { CornerLeftUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';

import { IconButton } from '../../ui/Button.tsx';
import { TextInput } from '../../ui/Field.tsx';
import { folderAbove, lastPart } from './folder-path.ts';
import { type FolderEntry, FolderList } from './FolderList.tsx';
import { type FolderState, useFolderListing } from './use-folder-listing.ts';
import styles from './welcome.module.css';

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
  const goUp = (): void => {
    if (above !== null) goFromList(above);
  };
  const act = (path: string): void => {
    if (!entries.find((entry) => entry.folder === path)?.isVault) goFromList(path);
    else onStudy?.(path);
  };
  return (
    <div className={styles.chooser}>
      <div className={styles.path}>
        <PathField label={label} asked={folder} folder={here} onFolder={go} {...(onEnter ? { onEnter } : {})} />
        <IconButton label="Folder above" keys="Backspace in the list" disabled={above === null} onClick={goUp}>
          <CornerLeftUp size={16} aria-hidden="true" />
        </IconButton>
      </div>
      <FolderList
        label={`Folders in ${here === '' ? 'this folder' : lastPart(here)}`}
        entries={entries}
        selected={selected}
        onSelect={choose}
        onOpen={act}
        onUp={goUp}
        empty={emptyInWords(state, absent)}
        listRef={rows}
      />
    </div>
  );
}

function emptyInWords({ listing, error, absent: notThere }: FolderState, absent: string): string {
  if (notThere) return absent;
  return error ?? (listing ? 'No folders in it.' : 'Looking…');
}

/** What is typed is its own until Enter or leaving the field: a listing that comes late never writes over it. */
function PathField({
  label,
  asked,
  folder,
  onFolder,
  onEnter,
}: {
  label: string;
  /** The folder that was asked for; another one ends what was being typed. */
  asked: string;
  /** The folder that is shown. */
  folder: string;
  onFolder(folder: string): void;
  onEnter?(): void;
}) {
  const [draft, setDraft] = useState<string | null>(null);
  useEffect(() => setDraft(null), [asked]);
  const typed = draft ?? folder;
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
      onChange={(event) => setDraft(event.target.value)}
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
