// The codebook as a page: each tag with its definition, people and snippets; beside it the versions that were kept.
import { BookMarked, Plus } from 'lucide-react';

import { countNoun } from '#shared/lib/text';
import { useRecords } from '#renderer/stores/record-hooks';
import { useShowStatus } from '#renderer/stores/status-items';

import { Button } from '../../ui/Button.tsx';
import type { TabView } from '../room.ts';
import { showPart, startSaving, useVersions, VersionsPage } from '../versions/index.ts';
import styles from './codebook.module.css';
import { FilteredTags } from './FilteredTags.tsx';
import { newTag } from './tag-actions.ts';

export const CodebookTab: TabView<'codebook'> = ({ active }) => {
  const tags = useRecords('tags');
  const versions = useRecords('codebookVersions');
  const part = useVersions((state) => state.part);
  useShowStatus(active, [countNoun(tags.length, 'tag', 'tags')]);
  return (
    // Keys of tags do nothing among the versions.
    <div className={styles.page} data-surface={part === 'tags' ? 'codebook' : 'other'}>
      <header className={styles.head}>
        <h2>Codebook</h2>
        <Button aria-pressed={part === 'tags'} onClick={() => showPart('tags')}>
          Tags
        </Button>
        <Button aria-pressed={part === 'versions'} onClick={() => showPart('versions')}>
          {versions.length === 0 ? 'Versions' : `Versions (${versions.length})`}
        </Button>
        <span className={styles.space} />
        <Button icon={<BookMarked size={14} aria-hidden="true" />} onClick={startSaving}>
          Save version…
        </Button>
        <Button icon={<Plus size={14} aria-hidden="true" />} onClick={() => void newTag().catch(() => undefined)}>
          New tag…
        </Button>
      </header>
      {part === 'tags' ? <Tags any={tags.length > 0} /> : <VersionsPage />}
    </div>
  );
};

function Tags({ any }: { any: boolean }) {
  return (
    <>
      {any ? (
        <div className={styles.columnHeads} aria-hidden="true">
          <span>Tag</span>
          <span>People</span>
          <span>Snippets</span>
        </div>
      ) : null}
      <FilteredTags wide />
    </>
  );
}
