// The memos of the study, latest first, under the interviews.
import { NotebookPen } from 'lucide-react';
import { type MouseEvent, useEffect, useRef, useState } from 'react';
import { GridList, GridListItem, type Selection } from 'react-aria-components';

import { listFocused, registerList } from '#renderer/stores/focused-list';
import { useRecords } from '#renderer/stores/record-hooks';
import { keepTab, openTab } from '#renderer/stores/tabs';
import { tryEdit } from '#renderer/stores/vault-actions';
import { tabKey } from '#renderer/stores/view-store';
import type { Memo } from '#shared/model/records/memo';

import { IconButton } from '../../ui/Button.tsx';
import { useContextMenu } from '../../ui/ContextMenu.tsx';
import { InlineRename } from '../../ui/InlineRename.tsx';
import list from '../../ui/list.module.css';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { addMemo, removeMemo } from './memo-actions.ts';
import styles from './memos.module.css';

export function MemoList() {
  const memos = useRecords('memos').toSorted((left, right) => (left.at < right.at ? 1 : -1));
  return (
    <section className={styles.list} aria-label="Memos">
      <SectionTitle
        {...(memos.length > 0 ? { count: memos.length } : {})}
        actions={
          <IconButton label="New memo" onClick={() => void addMemo().catch(() => undefined)}>
            <NotebookPen size={16} strokeWidth={1.75} aria-hidden="true" />
          </IconButton>
        }
      >
        Memos
      </SectionTitle>
      {memos.length > 0 ? <Rows memos={memos} /> : null}
    </section>
  );
}

function Rows({ memos }: { memos: readonly Memo[] }) {
  const [selected, setSelected] = useState<Selection>(new Set());
  const [renaming, setRenaming] = useState<string | null>(null);
  const { open, menu } = useContextMenu('What to do with this memo');
  const first = selected === 'all' ? memos[0]?.id : [...selected].map(String)[0];
  const now = useRef(first);
  useEffect(() => {
    now.current = first;
  });
  useEffect(
    () =>
      registerList('memos', {
        open: () => now.current && keep(now.current),
        rename: () => now.current && setRenaming(now.current),
        remove: () => now.current && remove(now.current),
        filter: () => undefined,
      }),
    [],
  );
  const menuOf = (id: string) => [
    { id: 'open', label: 'Open and keep', keys: 'Mod+Enter', run: () => keep(id) },
    { id: 'rename', label: 'Rename', keys: 'F2', run: () => setRenaming(id) },
    { id: 'remove', label: 'Remove', keys: 'Delete', detail: 'Undo brings it back.', run: () => remove(id) },
  ];
  return (
    <div onFocus={() => listFocused('memos')} className={styles.rows}>
      <GridList
        aria-label="Memos"
        className={styles.grid ?? ''}
        selectionMode="single"
        selectionBehavior="replace"
        keyboardNavigationBehavior="tab"
        selectedKeys={selected}
        onSelectionChange={setSelected}
        onAction={(key) => openTab({ kind: 'memo', id: String(key) }, { preview: true })}
      >
        {memos.map((memo) => (
          <MemoRow
            key={memo.id}
            memo={memo}
            renaming={renaming === memo.id}
            onRenamed={() => setRenaming(null)}
            onMenu={(event) => open(event, menuOf(memo.id))}
          />
        ))}
      </GridList>
      {menu}
    </div>
  );
}

interface MemoRowProps {
  memo: Memo;
  renaming: boolean;
  onRenamed(): void;
  onMenu(event: MouseEvent): void;
}

function MemoRow({ memo, renaming, onRenamed, onMenu }: MemoRowProps) {
  return (
    <GridListItem
      id={memo.id}
      textValue={memo.title}
      className={`${list.row} ${styles.row}`}
      onPress={(event) => event.pointerType === 'mouse' && openTab({ kind: 'memo', id: memo.id }, { preview: true })}
      onDoubleClick={() => keep(memo.id)}
      onContextMenu={onMenu}
    >
      {renaming ? (
        <InlineRename
          label={`New title of ${memo.title}`}
          name={memo.title}
          onDone={(title) => {
            onRenamed();
            if (title !== null) tryEdit('updateMemo', { memoId: memo.id, title });
          }}
        />
      ) : (
        <span className={list.rowName}>{memo.title}</span>
      )}
    </GridListItem>
  );
}

function keep(id: string): void {
  const content = { kind: 'memo', id } as const;
  openTab(content);
  keepTab(tabKey(content));
}

function remove(id: string): void {
  void removeMemo(id)
    .then(() =>
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>('[data-surface="sources"] [role="treegrid"], [data-surface="sources"] button')?.focus(),
      ),
    )
    .catch(() => undefined);
}
