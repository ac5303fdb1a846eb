// The codebook as a page: each tag with its definition, people and snippets.
import { Plus } from 'lucide-react';

import { countNoun } from '#shared/lib/text';
import { useRecords } from '#renderer/stores/record-hooks';
import { useShowStatus } from '#renderer/stores/status-items';

import { Button } from '../../ui/Button.tsx';
import type { TabView } from '../room.ts';
import styles from './codebook.module.css';
import { FilteredTags } from './FilteredTags.tsx';
import { newTag } from './tag-actions.ts';

export const CodebookTab: TabView<'codebook'> = ({ active }) => {
  const tags = useRecords('tags');
  useShowStatus(active, [countNoun(tags.length, 'tag', 'tags')]);
  return (
    <div className={styles.page} data-surface="codebook">
      <header className={styles.head}>
        <h2>Codebook</h2>
        <Button icon={<Plus size={14} aria-hidden="true" />} onClick={() => void newTag().catch(() => undefined)}>
          New tag…
        </Button>
      </header>
      {tags.length > 0 ? (
        <div className={styles.columnHeads} aria-hidden="true">
          <span>Tag</span>
          <span>People</span>
          <span>Snippets</span>
        </div>
      ) : null}
      <FilteredTags wide />
    </div>
  );
};
