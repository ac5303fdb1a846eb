// The snippets that a query found; Enter or a click shows one in its transcript.
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components';

import { createPeopleOf } from '#shared/domain/evidence/participants-of';
import { personLabel, useHideNames, useShownText } from '#renderer/stores/shown-names';
import { projection } from '#renderer/stores/vault-store';

import { EmptyState } from '../../ui/EmptyState.tsx';
import { openPlace } from '../search/index.ts';
import styles from './queries.module.css';

const LAYOUT = { estimatedRowHeight: 56 };

export function FoundSnippets({ snippetIds }: { snippetIds: readonly string[] }) {
  const shown = useShownText();
  const hideNames = useHideNames();
  const peopleOf = createPeopleOf(projection.state);
  if (snippetIds.length === 0) return <EmptyState>No snippet is like this. Take a condition out, or join with “or”.</EmptyState>;
  return (
    <div className={styles.found}>
      <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
        <ListBox
          aria-label="Snippets found"
          className={styles.list ?? ''}
          items={snippetIds.map((id) => ({ id }))}
          selectionMode="none"
          onAction={(key) => openPlace({ kind: 'snippet', id: String(key), turn: null })}
        >
          {({ id }) => {
            const snippet = projection.state.get('snippets', id);
            const people = snippet ? peopleOf(snippet).flatMap((key) => projection.state.get('participants', key) ?? []) : [];
            const title = shown(projection.state.get('sources', snippet?.sourceId ?? '')?.title ?? '');
            return (
              <ListBoxItem id={id} textValue={shown(snippet?.quote ?? '')} className={styles.snippet ?? ''}>
                <span className={`evidence ${styles.quote}`}>{shown(snippet?.quote ?? '')}</span>{' '}
                <span className={styles.who ?? ''}>
                  {[...new Set([people.map((person) => personLabel(person, hideNames)).join(', '), title])].filter(Boolean).join(' · ')}
                </span>
              </ListBoxItem>
            );
          }}
        </ListBox>
      </Virtualizer>
    </div>
  );
}
