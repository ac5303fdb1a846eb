// The tag picker: chips of what is on already, a field, ranked tags under it, and what the highlighted one means.
import { type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react';

import { useRecords, useReferring } from '#renderer/stores/record-hooks';

import { TagChip } from '../../ui/TagChip.tsx';
import ui from '../../ui/ui.module.css';
import { focusTranscript } from './active-surface.ts';
import { removeTag } from './apply-tags.ts';
import { tagsOfSnippet } from './coding.ts';
import type { Target } from './choosing.ts';
import { ChipName } from './ChipName.tsx';
import { PickerRows } from './PickerRows.tsx';
import { takeAsking, useTranscriptStore } from './transcript-store.ts';
import { useTagPicker } from './use-tag-picker.ts';
import styles from './picker.module.css';

interface TagPickerProps {
  target: Target;
  sourceId: string;
  /** Stands alone over the text: takes the focus at once and goes away when it is left. */
  floating?: { onClose(): void };
}

export function TagPicker({ target, sourceId, floating }: TagPickerProps) {
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const [open, setOpen] = useState(floating !== undefined);
  const snippetId = target.kind === 'snippet' ? target.snippetId : null;
  const taggings = useReferring('snippets', snippetId, 'taggings');
  const tags = useRecords('tags');
  const applied = useMemo(() => (snippetId !== null && taggings && tags ? tagsOfSnippet(snippetId) : []), [snippetId, taggings, tags]);
  const close = (): void => {
    setOpen(false);
    floating?.onClose();
    if (!focusTranscript()) field.current?.blur();
  };
  const picker = useTagPicker({ target, sourceId, applied, open, onClose: close });
  useTakeFocus(field, floating !== undefined, picker.setQuery);
  const current = picker.rows[picker.active];
  return (
    <div className={styles.picker} data-surface="picker">
      {applied.length > 0 ? (
        <div className={styles.chips}>
          {applied.map((tag) => (
            <ChipName key={tag.id} tag={tag}>
              <TagChip
                name={tag.name}
                colour={tag.colour}
                onRemove={() => snippetId !== null && void removeTag(snippetId, tag).catch(() => undefined)}
              />
            </ChipName>
          ))}
        </div>
      ) : null}
      <input
        ref={field}
        className={ui.input}
        value={picker.query}
        placeholder="Type a tag"
        aria-label="Tag"
        role="combobox"
        aria-expanded={open}
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={open && current ? `${listId}-${picker.active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={300}
        onChange={(event) => picker.setQuery(event.target.value)}
        onFocus={() => setOpen(true)}
        onBlur={() => {
          setOpen(false);
          floating?.onClose();
        }}
        onKeyDown={picker.onKeyDown}
      />
      {open ? <PickerRows listId={listId} picker={picker} current={current} /> : null}
    </div>
  );
}

/** The field takes the focus without scrolling anything: at once when it floats, otherwise when T asks for it. */
function useTakeFocus(field: RefObject<HTMLInputElement | null>, atOnce: boolean, setQuery: (query: string) => void): void {
  const asked = useTranscriptStore(({ asking }) => (asking?.for === 'tag' ? asking : null));
  useEffect(() => {
    if (!asked && !atOnce) return;
    field.current?.focus({ preventScroll: true });
    if (!asked) return;
    if (asked.typed !== undefined) setQuery(asked.typed);
    takeAsking();
    // Only what was asked for counts: the setter is another one after each rendering.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [field, asked, atOnce]);
}
