// What the inspector says of a tag, and where it is changed.
import { Combine, Split, Trash2 } from 'lucide-react';

import type { Tag } from '#shared/model/records/tag';
import { useRecord } from '#renderer/stores/record-hooks';

import { Button } from '../../ui/Button.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { MemosAbout } from '../memos/index.ts';
import type { InspectorView } from '../room.ts';
import styles from './codebook.module.css';
import { mergeTags } from './merge-tags.ts';
import { startSplit } from './split-store.ts';
import { deleteTags, deletionInWords, openTag } from './tag-actions.ts';
import { countsInWords, useTagCounts } from './tag-counts.ts';
import { TagAliases, TagColour, TagKey, TagName, TagTexts } from './TagFields.tsx';

export const TagInspector: InspectorView<'tag'> = ({ selection }) => {
  const tag = useRecord('tags', selection.id);
  if (!tag) return <p className={styles.quiet}>This tag is no longer there.</p>;
  return <Described key={tag.id} tag={tag} />;
};

function Described({ tag }: { tag: Tag }) {
  const counts = useTagCounts(tag.id);
  const parent = useRecord('tags', tag.parentId);
  const quiet = (work: Promise<void>): void => void work.catch(() => undefined);
  return (
    <div className={styles.inspector}>
      <SectionTitle>{parent ? `Tag inside ${parent.name}` : 'Tag'}</SectionTitle>
      <TagName tag={tag} />
      <p>
        {countsInWords(counts)}
        {'. '}
        <button type="button" className={styles.link} onClick={() => openTag(tag.id, { focusIt: true })}>
          Open its page
        </button>
      </p>
      <TagTexts tag={tag} />
      <TagAliases tag={tag} />
      <TagColour tag={tag} />
      <TagKey tag={tag} />
      <MemosAbout collection="tags" id={tag.id} name={tag.name} />
      <div className={styles.buttons}>
        <Button icon={<Combine size={14} aria-hidden="true" />} onClick={() => quiet(mergeTags([tag.id]))}>
          Merge into…
        </Button>
        <Button icon={<Split size={14} aria-hidden="true" />} onClick={() => quiet(startSplit(tag.id))}>
          Split…
        </Button>
        <Button
          look="quiet"
          icon={<Trash2 size={14} aria-hidden="true" />}
          title={deletionInWords([tag.id])}
          onClick={() => quiet(deleteTags([tag.id]))}
        >
          Delete
        </Button>
      </div>
    </div>
  );
}
