// The saved queries by name: Enter asks one again, F2 renames it, Delete removes it.
import { withoutDirections } from '#shared/lib/text';
import { Trash2 } from 'lucide-react';
import type { FocusEvent } from 'react';
import { GridList, GridListItem } from 'react-aria-components';

import { writeQuery } from '#shared/domain/query/write-query';
import { useDerived } from '#renderer/stores/record-hooks';
import { useShownText } from '#renderer/stores/shown-names';

import { IconButton } from '../../ui/Button.tsx';
import { InlineRename } from '../../ui/InlineRename.tsx';
import list from '../../ui/list.module.css';
import { finishRenaming, focusQuery, removeQuery, useSavedQueries } from './saved-queries.ts';
import styles from './queries.module.css';

/** What the short form of a query names. */
const NAMED = ['queries', 'tags', 'participants', 'segments', 'sources'] as const;

/** @param onOpen is given the short form of the query. */
export function SavedQueries({ onOpen }: { onOpen(text: string): void }) {
  const queries = useDerived(NAMED, (reader) =>
    [...reader.all('queries').values()]
      .map(({ id, name, where }) => ({ id, name, text: writeQuery(reader, where) }))
      .toSorted((left, right) => left.name.localeCompare(right.name)),
  );
  const renaming = useSavedQueries((state) => state.renaming);
  const shown = useShownText();
  if (queries.length === 0) return null;
  return (
    <div className={styles.savedBox} data-surface="queries" onFocus={rememberFocused}>
      <GridList
        aria-label="Saved queries"
        className={styles.saved ?? ''}
        selectionMode="none"
        keyboardNavigationBehavior="tab"
        onAction={(key) => onOpen(queries.find(({ id }) => id === key)?.text ?? '')}
      >
        {queries.map(({ id, name, text }) => (
          <GridListItem key={id} id={id} textValue={shown(name)} className={`${list.row} ${styles.savedRow}`}>
            {renaming === id ? (
              <InlineRename label={`New name of ${name}`} name={name} onDone={(typed) => finishRenaming(id, typed)} />
            ) : (
              <span className={styles.savedName}>{shown(name)}</span>
            )}
            <span className={styles.savedText}>{withoutDirections(shown(text)) || 'all snippets'}</span>
            <IconButton label={`Remove the query ${shown(name)}`} keys="Del" onClick={() => void removeQuery(id).catch(() => undefined)}>
              <Trash2 size={14} aria-hidden="true" />
            </IconButton>
          </GridListItem>
        ))}
      </GridList>
    </div>
  );
}

/** Keys act on the row that has the focus. */
function rememberFocused(event: FocusEvent): void {
  const queryId = event.target.closest<HTMLElement>('[data-key]')?.dataset['key'];
  if (queryId !== undefined) focusQuery(queryId);
}
