// The snippets of a tag in one list: arrows walk it, Enter goes to the place in the transcript.
import { useState } from 'react';
import { Collection, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';

import { countNoun } from '#shared/lib/text';
import type { Snippet } from '#shared/model/records/snippet';
import { useRecords } from '#renderer/stores/record-hooks';
import { personLabel, useHideNames, useShownText } from '#renderer/stores/shown-names';
import { projection } from '#renderer/stores/vault-store';
import { select } from '#renderer/stores/view-store';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { openSnippet } from '../evidence/index.ts';
import styles from './codebook.module.css';
import type { SnippetGroup } from './tag-snippets.ts';

/** Snippets drawn at first; a tag may have thousands. */
const FIRST = 200;

export function TagSnippetList({ groups }: { groups: readonly SnippetGroup[] }) {
  const [limit, setLimit] = useState(FIRST);
  const total = groups.reduce((sum, group) => sum + group.snippets.length, 0);
  const labelOf = useGroupLabels();
  if (total === 0) return <EmptyState>No snippet has this tag yet. Select words in an interview and press T.</EmptyState>;
  return (
    <>
      <ListBox
        aria-label="Snippets with this tag"
        className={styles.snippets ?? ''}
        items={cut(groups, limit)}
        selectionMode="none"
        data-focus-first=""
        onAction={(key) => {
          openSnippet(String(key));
          select({ kind: 'snippet', id: String(key) });
          focusFrontSurface();
        }}
      >
        {(group) => (
          <ListBoxSection id={`person:${group.id}`}>
            <Header className={styles.person ?? ''}>
              <span>{labelOf(group)}</span>
              <span className={styles.number}>{countNoun(group.snippets.length, 'snippet', 'snippets')}</span>
            </Header>
            <Collection items={group.snippets}>{(snippet) => <SnippetRow snippet={snippet} />}</Collection>
          </ListBoxSection>
        )}
      </ListBox>
      {total > limit ? (
        <div>
          <Button onClick={() => setLimit(total)}>{`Show all ${total.toLocaleString('en')} snippets`}</Button>
        </div>
      ) : null}
    </>
  );
}

/** The first snippets, group by group. */
function cut(groups: readonly SnippetGroup[], limit: number): SnippetGroup[] {
  let left = limit;
  return groups.flatMap((group) => {
    const snippets = group.snippets.slice(0, Math.max(0, left));
    left -= snippets.length;
    return snippets.length > 0 ? [{ ...group, snippets }] : [];
  });
}

function useGroupLabels(): (group: SnippetGroup) => string {
  const participants = useRecords('participants');
  const hideNames = useHideNames();
  const byId = new Map(participants.map((person) => [person.id, person]));
  return (group) => {
    const people = group.participantIds.flatMap((id) => byId.get(id) ?? []);
    if (people.length > 0) return people.map((person) => personLabel(person, hideNames)).join(', ');
    return group.id === '' ? 'Interviewers and others' : 'Somebody who is no participant yet';
  };
}

function SnippetRow({ snippet }: { snippet: Snippet }) {
  const shown = useShownText();
  const title = shown(projection.state.get('sources', snippet.sourceId)?.title ?? '');
  return (
    <ListBoxItem id={snippet.id} textValue={snippet.quote} className={styles.snippet ?? ''}>
      <span className={`evidence ${styles.quote}`}>{snippet.quote}</span>
      <span className={styles.where}>
        {` ${title} · turn ${snippet.range.startTurn + 1}${snippet.starred ? ' · key quote' : ''}${snippet.note === '' ? '' : ` · ${snippet.note}`}`}
      </span>
    </ListBoxItem>
  );
}
