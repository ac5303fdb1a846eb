// A tag's chip, or the field in which a tag just made from people's own words gets its final name.
import type { ReactNode } from 'react';

import type { Tag } from '#shared/model/records/tag';
import { tryEdit } from '#renderer/stores/vault-actions';

import { InlineRename } from '../../ui/InlineRename.tsx';
import { focusTranscript } from './active-surface.ts';
import { takeAsking, useTranscriptStore } from './transcript-store.ts';

export function ChipName({ tag, children }: { tag: Tag; children: ReactNode }) {
  const asked = useTranscriptStore((state) => state.asking?.for === 'name' && state.asking.tagId === tag.id);
  if (!asked) return children;
  return (
    <InlineRename
      label={`Name of the tag ${tag.name}`}
      name={tag.name}
      onDone={(name) => {
        takeAsking();
        if (name !== null) tryEdit('updateTag', { tagId: tag.id, name });
        // Somebody who clicked elsewhere stays there.
        requestAnimationFrame(() => document.activeElement === document.body && focusTranscript());
      }}
    />
  );
}
