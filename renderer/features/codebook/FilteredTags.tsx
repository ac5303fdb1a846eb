// The tags with their filter, always visible: for the side bar and, wider, for the codebook's tab.
import { useMemo, useRef, useState } from 'react';

import { useRecords } from '#renderer/stores/record-hooks';
import { openTab } from '#renderer/stores/tabs';
import { showActivity } from '#renderer/stores/view-store';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterField } from '../../ui/FilterField.tsx';
import styles from './codebook.module.css';
import { newTag } from './tag-actions.ts';
import { buildTagTree } from './tag-tree.ts';
import { TagTree } from './TagTree.tsx';

export function FilteredTags({ wide }: { wide: boolean }) {
  const [filter, setFilter] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const tree = useRef<HTMLDivElement>(null);
  const tags = useRecords('tags');
  const nodes = useMemo(() => buildTagTree(tags, filter), [tags, filter]);
  return (
    <>
      <div className={styles.filter}>
        <FilterField ref={field} label="Filter the tags" value={filter} onChange={setFilter} onEnterList={() => tree.current?.focus()} />
      </div>
      {tags.length === 0 ? <NoTags /> : null}
      {tags.length > 0 && nodes.length === 0 ? (
        <EmptyState
          actions={<Button onClick={() => setFilter('')}>Clear filter</Button>}
        >{`None of the ${tags.length} tags fits “${filter.trim()}”.`}</EmptyState>
      ) : null}
      {nodes.length > 0 ? (
        <TagTree nodes={nodes} wide={wide} filtered={filter.trim() !== ''} treeRef={tree} focusFilter={() => field.current?.focus()} />
      ) : null}
    </>
  );
}

function NoTags() {
  const sources = useRecords('sources');
  const [first] = sources.toSorted((left, right) => left.title.localeCompare(right.title, 'en', { numeric: true }));
  const openInterview = (): void => {
    showActivity('interviews');
    if (!first) return;
    openTab({ kind: 'transcript', id: first.id });
    focusFrontSurface();
  };
  return (
    <EmptyState
      actions={
        <div className={styles.buttons}>
          <Button onClick={openInterview}>{first ? 'Open an interview' : 'Show interviews'}</Button>
          <Button onClick={() => void newTag().catch(() => undefined)}>New tag…</Button>
        </div>
      }
    >
      No tags yet. They appear as you read: select words, press T.
    </EmptyState>
  );
}
