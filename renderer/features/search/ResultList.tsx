// What was found, as one list: names first, then the places in the interviews. Arrows walk it, Enter goes there.
import type { RefObject } from 'react';
import { Collection, Header, ListBox, ListBoxItem, ListBoxSection, ListLayout, Virtualizer } from 'react-aria-components';

import { useShownText } from '#renderer/stores/shown-names';
import { formatClock } from '#shared/lib/clock';

import { tagColour } from '../../ui/TagChip.tsx';
import { contextParts, type MatchGroup, type MatchRow } from './match-groups.ts';
import type { NameMatch } from './name-matches.ts';
import { openMatch, openName } from './open-result.ts';
import styles from './search.module.css';

interface ResultListProps {
  names: readonly NameMatch[];
  groups: readonly MatchGroup[];
  listRef: RefObject<HTMLDivElement | null>;
}

interface Section {
  id: string;
  title: string;
  rows: readonly (MatchRow | NameMatch)[];
}

const LAYOUT = { estimatedRowHeight: 60, estimatedHeadingHeight: 28 };
const KIND_WORDS: { readonly [K in NameMatch['kind']]: string } = { tag: 'tag', theme: 'theme', participant: 'participant' };

export function ResultList({ names, groups, listRef }: ResultListProps) {
  const shown = useShownText();
  const rows = new Map<string, MatchRow | NameMatch>([
    ...names.map((name) => [name.key, name] as const),
    ...groups.flatMap((group) => group.rows.map((row) => [row.id, row] as const)),
  ]);
  const sections: Section[] = [...(names.length > 0 ? [{ id: 'names', title: 'Names', rows: names }] : []), ...groups];
  const act = (key: string): void => {
    const row = rows.get(key);
    if (!row) return;
    if ('kind' in row) openName(row);
    else openMatch(row);
  };
  return (
    <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
      <ListBox
        ref={listRef}
        aria-label="Found"
        className={styles.list ?? ''}
        items={sections}
        selectionMode="none"
        onAction={(key) => act(String(key))}
      >
        {(section) => (
          <ListBoxSection id={`section:${section.id}`}>
            <Header className={styles.heading ?? ''}>
              <span>{section.title}</span>
              <span className={styles.number}>{section.rows.length}</span>
            </Header>
            <Collection items={section.rows.map((row) => ({ id: 'key' in row ? row.key : row.id, row }))}>
              {({ row }) => ('kind' in row ? <Name name={row} /> : <Match row={row} shown={shown} />)}
            </Collection>
          </ListBoxSection>
        )}
      </ListBox>
    </Virtualizer>
  );
}

function Name({ name }: { name: NameMatch }) {
  return (
    <ListBoxItem id={name.key} textValue={name.name} className={styles.name ?? ''}>
      <span
        className={styles.bar}
        aria-hidden="true"
        style={name.colour === null ? undefined : { ...tagColour(name.colour), background: 'var(--tag-line)' }}
      />
      <span className={styles.nameWords ?? ''}>{name.name}</span> <span className={styles.who ?? ''}>{KIND_WORDS[name.kind]}</span>
    </ListBoxItem>
  );
}

/** While names are hidden they are hidden around the match too; the match itself is what the person has typed. */
function Match({ row, shown }: { row: MatchRow; shown(text: string): string }) {
  const [before, words, after] = contextParts(row);
  return (
    <ListBoxItem id={row.id} textValue={row.context} className={styles.match ?? ''}>
      <span className={`evidence ${styles.context}`}>
        {shown(before)}
        <mark>{words}</mark>
        {shown(after)}
      </span>{' '}
      <span className={styles.who ?? ''}>
        <span>{row.speaker === null ? 'No speaker' : shown(row.speaker)}</span>{' '}
        <span className="record">{row.startMs === null ? `turn ${row.turn + 1}` : formatClock(row.startMs)}</span>
      </span>
    </ListBoxItem>
  );
}
