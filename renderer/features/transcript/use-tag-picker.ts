// The tag picker's state and keys: what is typed, which row is meant, what each key does with it.
import { type KeyboardEvent, useMemo, useState } from 'react';

import { type PickRow, pickRows } from '#shared/domain/coding/pick-tags';
import { foldForSearch } from '#shared/lib/text';
import type { Tag } from '#shared/model/records/tag';

import { applyTags, removeTag } from './apply-tags.ts';
import type { Target } from './choosing.ts';
import { useLikelyTags } from './use-likely-tags.ts';
import { usePickableTags } from './use-pickable-tags.ts';

export interface TagPickerState {
  query: string;
  setQuery(query: string): void;
  rows: readonly PickRow[];
  active: number;
  setActive(index: number): void;
  /** Applies a row; `stay` keeps picking. */
  choose(row: PickRow | undefined, stay: boolean): void;
  onKeyDown(event: KeyboardEvent): void;
}

interface TagPickerOptions {
  target: Target;
  sourceId: string;
  /** Tags that are on the snippet already. */
  applied: readonly Tag[];
  /** Its rows are shown. */
  open: boolean;
  /** The picker was left; the selection is as it was. */
  onClose(): void;
}

export function useTagPicker({ target, sourceId, applied, open, onClose }: TagPickerOptions): TagPickerState {
  const tags = usePickableTags(sourceId);
  const [query, setText] = useState('');
  const [wished, setActive] = useState(0);
  const likely = useLikelyTags(target, open);
  const rows = useMemo(() => pickRows(tags, query, new Set(applied.map(({ id }) => id)), likely), [tags, query, applied, likely]);
  const active = Math.max(0, Math.min(wished, rows.length - 1));

  const setQuery = (text: string): void => {
    setText(text);
    setActive(0);
  };
  const choose = (row: PickRow | undefined, stay: boolean): void => {
    if (row?.kind === 'create') void applyTags(target, { newTag: { name: row.name } }).catch(() => undefined);
    else if (row) void applyTags(target, { tagIds: [row.pick.tag.id], origin: row.like ? 'suggested' : 'hand' }).catch(() => undefined);
    setQuery('');
    if (!stay) onClose();
  };
  /** A tag that is there already is put on rather than made twice. */
  const create = (): void => {
    const name = query.trim();
    if (name === '') return;
    const there = rows.find((row) => row.kind === 'tag' && foldForSearch(row.pick.tag.name) === foldForSearch(name));
    choose(there ?? { kind: 'create', name }, false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const last = applied.at(-1);
    if (event.key === 'ArrowDown') setActive(rows.length === 0 ? 0 : (active + 1) % rows.length);
    else if (event.key === 'ArrowUp') setActive(rows.length === 0 ? 0 : (active - 1 + rows.length) % rows.length);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) create();
    else if (event.key === 'Enter') choose(rows[active], event.shiftKey);
    else if (event.key === 'Escape') {
      setQuery('');
      onClose();
    } else if (event.key === 'Backspace' && query === '' && last && target.kind === 'snippet')
      void removeTag(target.snippetId, last).catch(() => undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { query, setQuery, rows, active, setActive, choose, onKeyDown };
}
