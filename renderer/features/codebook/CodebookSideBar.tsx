// The codebook in the side bar: names, colours, counts.
import { Plus } from 'lucide-react';

import { useRecords } from '#renderer/stores/record-hooks';

import { IconButton } from '../../ui/Button.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import list from '../../ui/list.module.css';
import { FilteredTags } from './FilteredTags.tsx';
import { newTag } from './tag-actions.ts';

export function CodebookSideBar() {
  const tags = useRecords('tags');
  return (
    <div className={list.sideBar} data-surface="codebook">
      <SectionTitle
        count={tags.length}
        actions={
          <IconButton label="New tag…" onClick={() => void newTag().catch(() => undefined)}>
            <Plus size={16} strokeWidth={1.75} aria-hidden="true" />
          </IconButton>
        }
      >
        Codebook
      </SectionTitle>
      <FilteredTags wide={false} />
    </div>
  );
}
