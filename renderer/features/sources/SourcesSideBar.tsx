// The interviews of the study: filter, tree by segment, memos under it.
import { ClipboardPaste, FileDown, MessageSquarePlus, Users } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';

import { useRecords } from '#renderer/stores/record-hooks';
import { useShownText } from '#renderer/stores/shown-names';
import { openTab } from '#renderer/stores/tabs';
import { useVaultStore } from '#renderer/stores/vault-store';

import { Button, IconButton } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterField } from '../../ui/FilterField.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import list from '../../ui/list.module.css';
import { MemoList } from '../memos/index.ts';
import { openImport, openPaste } from './import/import-store.ts';
import { openStories } from './stories/stories-store.ts';
import { buildSourceTree } from './source-tree.ts';
import { SourceTree } from './SourceTree.tsx';
import styles from './sources.module.css';

export function SourcesSideBar() {
  const sources = useRecords('sources');
  return (
    <div className={list.sideBar} data-surface="sources">
      <SectionTitle count={sources.length} actions={<Actions />}>
        Interviews
      </SectionTitle>
      {sources.length === 0 ? <NoInterviews /> : <FilteredTree />}
      <MemoList />
    </div>
  );
}

function Actions() {
  return (
    <span className={styles.actions}>
      <IconButton label="Import transcripts…" keys="Ctrl+I" onClick={() => openImport()}>
        <FileDown size={16} strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
      <IconButton label="Write down a story, complaint or observation…" onClick={() => openStories('writing')}>
        <MessageSquarePlus size={16} strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
      <IconButton label="Participants" onClick={() => openTab({ kind: 'participants' })}>
        <Users size={16} strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
    </span>
  );
}

function NoInterviews() {
  const readOnly = useVaultStore(({ status }) => (status?.readOnlyReason ?? status?.lookingBack ?? null) !== null);
  return (
    <EmptyState
      actions={
        <div className={styles.buttons}>
          <Button look="primary" disabled={readOnly} icon={<FileDown size={14} aria-hidden="true" />} onClick={() => openImport()}>
            Import…
          </Button>
          <Button disabled={readOnly} icon={<ClipboardPaste size={14} aria-hidden="true" />} onClick={openPaste}>
            Paste text
          </Button>
        </div>
      }
    >
      Transcripts go here. Drop files, or paste text. Word, OpenDocument, rich text, PDF, web pages, plain text, Markdown and captions are
      read. They stay on this computer.
    </EmptyState>
  );
}

function FilteredTree() {
  const [filter, setFilter] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const tree = useRef<HTMLDivElement>(null);
  const sources = useRecords('sources');
  const participants = useRecords('participants');
  const segments = useRecords('segments');
  const shown = useShownText();
  const nodes = useMemo(
    () => buildSourceTree({ sources, participants: new Map(participants.map((person) => [person.id, person])), segments, filter, shown }),
    [sources, participants, segments, filter, shown],
  );
  return (
    <>
      <div className={styles.filter}>
        <FilterField
          ref={field}
          label="Filter the interviews"
          value={filter}
          onChange={setFilter}
          onEnterList={() => tree.current?.focus()}
        />
      </div>
      {nodes.length === 0 ? (
        <EmptyState actions={<Button onClick={() => setFilter('')}>Clear filter</Button>}>
          {`None of the ${sources.length} interviews fits “${filter.trim()}”.`}
        </EmptyState>
      ) : (
        <SourceTree nodes={nodes} treeRef={tree} focusFilter={() => field.current?.focus()} />
      )}
    </>
  );
}
