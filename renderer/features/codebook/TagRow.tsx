// One tag in the codebook tree: colour, name, and in the wide form what it means; counts and key.
import { tagColour } from '../../ui/TagChip.tsx';
import { InlineRename } from '../../ui/InlineRename.tsx';
import list from '../../ui/list.module.css';
import { tryEdit } from '#renderer/stores/vault-actions';

import type { TagList } from './codebook-lists.ts';
import styles from './codebook.module.css';
import { colourName } from './colour-names.ts';
import { finishRename, useRenaming } from './renaming.ts';
import { countsInWords, useTagCounts } from './tag-counts.ts';
import type { TagNode } from './tag-tree.ts';

interface TagRowProps {
  node: TagNode;
  wide: boolean;
  list: TagList;
}

export function TagRow({ node, wide, list: own }: TagRowProps) {
  const { tag } = node;
  const renaming = useRenaming((state) => state.tagId === tag.id && state.list === own);
  return (
    <>
      <span className={styles.swatch} style={tagColour(tag.colour)} title={colourName(tag.colour)} aria-hidden="true" />
      {renaming ? (
        <InlineRename
          label={`New name of ${tag.name}`}
          name={tag.name}
          onDone={(name) => {
            finishRename();
            if (name !== null) tryEdit('updateTag', { tagId: tag.id, name });
          }}
        />
      ) : (
        <span className={wide ? styles.wideName : list.rowName} title={tag.definition === '' ? tag.name : `${tag.name}: ${tag.definition}`}>
          <span>{tag.name}</span>
          {wide ? <span className={styles.definition}>{tag.definition}</span> : null}
        </span>
      )}
      {tag.favourite === null ? null : (
        <kbd className={styles.key} title={`Key ${tag.favourite} puts it on a selection`}>
          {tag.favourite}
        </kbd>
      )}
      <Counts tagId={tag.id} wide={wide} />
    </>
  );
}

function Counts({ tagId, wide }: { tagId: string; wide: boolean }) {
  const counts = useTagCounts(tagId);
  const words = countsInWords(counts);
  return (
    <span className={`${list.rowCount} ${styles.counts}`} title={words}>
      <span aria-hidden="true">{wide ? counts.people : counts.snippets}</span>
      {wide ? <span aria-hidden="true">{counts.snippets}</span> : null}
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
