// The participants as a table: arrows go from person to person, the inspector follows.
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';

import { useHideNames } from '#renderer/stores/shown-names';
import { select, useViewStore } from '#renderer/stores/view-store';

import type { ParticipantRow, SortColumn } from './participant-rows.ts';
import styles from './participants.module.css';

interface Sort {
  column: SortColumn;
  descending: boolean;
}

interface ParticipantsTableProps {
  rows: readonly ParticipantRow[];
  sort: Sort;
  onSort(sort: Sort): void;
}

const COLUMNS: readonly { id: SortColumn; title: string; number?: true; hint?: string }[] = [
  { id: 'pseudonym', title: 'Pseudonym' },
  { id: 'name', title: 'Name' },
  { id: 'segment', title: 'Segment' },
  { id: 'attributes', title: 'Attributes' },
  { id: 'reached', title: 'Reached' },
  { id: 'consent', title: 'Consent', hint: 'What they agreed to, as of today' },
  { id: 'interviews', title: 'Interviews', number: true },
  { id: 'snippets', title: 'Snippets', number: true },
  { id: 'words', title: 'Words', number: true, hint: 'Words of the interviews this person is heard in' },
];

export function ParticipantsTable({ rows, sort, onSort }: ParticipantsTableProps) {
  const hideNames = useHideNames();
  const selectedId = useViewStore((view) => (view.selection?.kind === 'participant' ? view.selection.id : null));
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const columns = COLUMNS.filter((column) => !(hideNames && column.id === 'name'));
  const stop = rows.find((row) => row.participant.id === (focusedId ?? selectedId)) ?? rows[0];
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">Participants</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <ColumnHead key={column.id} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody onKeyDown={moveFocus}>
        {rows.map((row) => (
          <tr
            key={row.participant.id}
            data-selected={row.participant.id === selectedId}
            onClick={() => select({ kind: 'participant', id: row.participant.id })}
          >
            <th scope="row">
              <button
                type="button"
                data-person=""
                tabIndex={row === stop ? 0 : -1}
                aria-pressed={row.participant.id === selectedId}
                {...(row === stop ? { 'data-focus-first': '' } : {})}
                onFocus={() => {
                  setFocusedId(row.participant.id);
                  select({ kind: 'participant', id: row.participant.id });
                }}
              >
                {row.participant.pseudonym}
              </button>
            </th>
            {hideNames ? null : <td>{row.participant.name}</td>}
            <td>{row.segment}</td>
            <td className={styles.attributes} title={row.attributes}>
              {row.attributes}
            </td>
            <td>{row.reached}</td>
            <td className={styles.consent} data-withheld={row.withheld !== ''} title={row.consentTitle}>
              {row.consent}
            </td>
            <td data-number="true">{row.interviews}</td>
            <td data-number="true">{row.snippets}</td>
            <td data-number="true" data-column="words">
              {row.words.toLocaleString('en')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ColumnHead({ column, sort, onSort }: Pick<ParticipantsTableProps, 'sort' | 'onSort'> & { column: (typeof COLUMNS)[number] }) {
  const sorted = sort.column === column.id;
  const Arrow = sort.descending ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      data-column={column.id}
      data-number={column.number}
      aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" title={column.hint} onClick={() => onSort(nextSort(sort, column.id))}>
        {column.title}
        {sorted ? <Arrow size={12} aria-hidden="true" /> : null}
      </button>
    </th>
  );
}

/** The same column turns round; numbers begin with the largest. */
function nextSort(sort: Sort, column: SortColumn): Sort {
  if (sort.column === column) return { column, descending: !sort.descending };
  return { column, descending: column === 'interviews' || column === 'snippets' || column === 'words' };
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const people = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-person]')];
  const at = people.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: people.length - 1, PageDown: at + 10, PageUp: at - 10 }[event.key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  people[Math.max(0, Math.min(people.length - 1, to))]?.focus();
}
