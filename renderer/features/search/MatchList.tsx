// The places that were found: one list by interview, arrows walk it, Enter goes there.
import type { RefObject } from 'react';
import { Collection, Header, ListBox, ListBoxItem, ListBoxSection, ListLayout, Text, Virtualizer } from 'react-aria-components';

import { openTab } from '#renderer/stores/tabs';
import { requestReveal } from '#renderer/stores/view-store';
import { useShownText } from '#renderer/stores/shown-names';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

import { contextParts, type MatchGroup, type MatchRow } from './match-groups.ts';
import styles from './search.module.css';

interface MatchListProps {
  groups: readonly MatchGroup[];
  listRef: RefObject<HTMLDivElement | null>;
}

const LAYOUT = { rowHeight: 64, headingHeight: 28 };

export function MatchList({ groups, listRef }: MatchListProps) {
  const shown = useShownText();
  const rows = new Map(groups.flatMap((group) => group.rows.map((row) => [row.id, row] as const)));
  return (
    <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
      <ListBox
        ref={listRef}
        aria-label="Places found"
        className={styles.list ?? ''}
        items={groups}
        selectionMode="none"
        onAction={(key) => {
          const row = rows.get(String(key));
          if (row) openMatch(row);
        }}
      >
        {(group) => (
          <ListBoxSection id={`group:${group.id}`}>
            <Header className={styles.heading ?? ''}>
              <span>{group.title}</span>
              <span className={styles.number}>{group.rows.length}</span>
            </Header>
            <Collection items={group.rows}>{(row) => <Match row={row} speaker={row.speaker === null ? null : shown(row.speaker)} />}</Collection>
          </ListBoxSection>
        )}
      </ListBox>
    </Virtualizer>
  );
}

function Match({ row, speaker }: { row: MatchRow; speaker: string | null }) {
  const [before, words, after] = contextParts(row);
  return (
    <ListBoxItem id={row.id} textValue={row.context} className={styles.match ?? ''}>
      <Text slot="label" className={`evidence ${styles.context}`}>
        {before}
        <mark>{words}</mark>
        {after}
      </Text>
      <Text slot="description" className={styles.who ?? ''}>
        {`${speaker ?? 'No name'} · turn ${row.turn + 1}`}
      </Text>
    </ListBoxItem>
  );
}

function openMatch({ sourceId, turn, startOffset, endOffset }: MatchRow): void {
  requestReveal({ surface: 'transcript', sourceId, turn, startOffset, endOffset });
  openTab({ kind: 'transcript', id: sourceId }, { preview: true });
  focusFrontSurface();
}
