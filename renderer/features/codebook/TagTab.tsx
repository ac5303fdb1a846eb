// The page of a tag: what it means, and every snippet that has it, person by person.
import type { Tag } from '#shared/model/records/tag';
import { useDerived, useRecord } from '#renderer/stores/record-hooks';
import { usePeopleOf } from '#renderer/stores/people-of';
import { useShowStatus } from '#renderer/stores/status-items';

import { tagColour } from '../../ui/TagChip.tsx';
import type { TabView } from '../room.ts';
import styles from './codebook.module.css';
import { countsInWords, useTagCounts } from './tag-counts.ts';
import { snippetsByPerson } from './tag-snippets.ts';
import { TagName, TagTexts } from './TagFields.tsx';
import { TagSnippetList } from './TagSnippetList.tsx';

export const TagTab: TabView<'tag'> = ({ content, active }) => {
  const tag = useRecord('tags', content.id);
  const counts = useTagCounts(content.id);
  useShowStatus(active, tag ? [countsInWords(counts)] : []);
  return tag ? <OpenTag key={tag.id} tag={tag} /> : null;
};

function OpenTag({ tag }: { tag: Tag }) {
  const counts = useTagCounts(tag.id);
  const peopleOf = usePeopleOf();
  const groups = useDerived(['taggings', 'snippets', 'sources', 'participants'], (reader) => snippetsByPerson(reader, tag.id, peopleOf), [
    tag.id,
    peopleOf,
  ]);
  return (
    <div className={styles.tagPage}>
      <header className={styles.tagHead}>
        <span className={styles.bigSwatch} style={tagColour(tag.colour)} aria-hidden="true" />
        <TagName tag={tag} className={styles.title ?? ''} />
        <span className={styles.quiet}>{countsInWords(counts)}</span>
      </header>
      <div className={styles.texts}>
        <TagTexts tag={tag} />
      </div>
      <TagSnippetList groups={groups} />
    </div>
  );
}
