// What was found, as one list: names first, then the places by kind. Arrows walk it, Enter goes there, Escape goes back to the box.
import type { RefObject } from 'react';
import { Collection, Header, ListBox, ListBoxItem, ListBoxSection, ListLayout, Virtualizer } from 'react-aria-components';

import { useShownText } from '#renderer/stores/shown-names';
import { projection } from '#renderer/stores/vault-store';
import { formatClock } from '#shared/lib/clock';

import { tagColour } from '../../ui/TagChip.tsx';
import { contextPieces, type FoundSection, type PlaceRow } from './found-sections.ts';
import type { NameMatch } from './name-matches.ts';
import { openName, openPlace } from './open-result.ts';
import styles from './search.module.css';

interface ResultListProps {
  sections: readonly FoundSection[];
  listRef: RefObject<HTMLDivElement | null>;
  /** Back to the box. */
  onLeave(): void;
}

const LAYOUT = { estimatedRowHeight: 60, estimatedHeadingHeight: 28 };
const KIND_WORDS: { readonly [K in NameMatch['kind']]: string } = {
  tag: 'tag',
  theme: 'theme',
  participant: 'participant',
  source: 'interview',
};

export function ResultList({ sections, listRef, onLeave }: ResultListProps) {
  const shown = useShownText();
  const rows = new Map(sections.flatMap((section) => section.rows.map((row) => [row.key, row] as const)));
  const act = (key: string): void => {
    const row = rows.get(key);
    if (!row) return;
    if (isName(row)) openName(row);
    else openPlace(row);
  };
  return (
    <div className={styles.found} onKeyDownCapture={(event) => leaveOnEscape(event, onLeave)}>
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
                <span className={styles.number}>{section.total}</span>
              </Header>
              <Collection items={section.rows.map((row) => ({ id: row.key, row }))}>
                {({ row }) => (isName(row) ? <Name name={row} /> : <Place row={row} shown={shown} />)}
              </Collection>
            </ListBoxSection>
          )}
        </ListBox>
      </Virtualizer>
    </div>
  );
}

const isName = (row: PlaceRow | NameMatch): row is NameMatch => 'name' in row;

function leaveOnEscape(event: { key: string; preventDefault(): void; stopPropagation(): void }, leave: () => void): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  leave();
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

/** While names are hidden they are hidden in the marked words too: of a longer word only the beginning was typed. */
function Place({ row, shown }: { row: PlaceRow; shown(text: string): string }) {
  const evidence = row.kind === 'turn' || row.kind === 'snippet';
  return (
    <ListBoxItem id={row.key} textValue={shown(row.context)} className={styles.match ?? ''}>
      <span className={`${evidence ? 'evidence ' : ''}${styles.context}`}>
        {contextPieces(row).map(({ text, marked }, at) =>
          // oxlint-disable-next-line react/no-array-index-key -- pieces have no names and are never moved
          marked ? <mark key={at}>{shown(text)}</mark> : <span key={at}>{shown(text)}</span>,
        )}
      </span>{' '}
      <Where row={row} shown={shown} />
    </ListBoxItem>
  );
}

/** Whose words they are and where they stand. */
function Where({ row: { kind, id, turn, context }, shown }: { row: PlaceRow; shown(text: string): string }) {
  const title = titleOf(kind, id, context);
  const department = kind === 'assumption' || kind === 'acknowledgement' ? departmentOf(kind, id) : null;
  const label = title === null ? department : shown(title);
  if (label === null) return null;
  const speaker = turn?.speaker == null ? '' : ` · ${shown(turn.speaker)}`;
  return (
    <span className={styles.who ?? ''}>
      <span>{`${label}${speaker}`}</span>{' '}
      {turn ? <span className="record">{turn.startMs === null ? `turn ${turn.turn + 1}` : formatClock(turn.startMs)}</span> : null}
    </span>
  );
}

/** Of the interview in which the words stand. One that was found by its facts is named where the words shown do not begin with its title. */
function titleOf(kind: PlaceRow['kind'], id: string, context: string): string | null {
  if (kind === 'snippet') return projection.state.get('sources', projection.state.get('snippets', id)?.sourceId ?? '')?.title ?? '';
  if (kind !== 'turn' && kind !== 'source') return null;
  const title = projection.state.get('sources', id)?.title ?? '';
  return kind === 'source' && context.startsWith(title) ? null : title;
}

function departmentOf(kind: 'assumption' | 'acknowledgement', id: string): string | null {
  const record = projection.state.get(kind === 'assumption' ? 'assumptions' : 'acknowledgements', id);
  return (record && projection.state.get('departments', record.departmentId)?.name) ?? null;
}
