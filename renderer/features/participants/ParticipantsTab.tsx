// Everybody who was heard: a table to look over, details in the inspector, segments below.
import { UserPlus } from 'lucide-react';
import { useState } from 'react';

import { countNoun } from '#shared/lib/text';
import { useDerived } from '#renderer/stores/record-hooks';
import { usePeopleOf } from '#renderer/stores/people-of';
import { useShowStatus } from '#renderer/stores/status-items';

import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { today } from '../evidence/index.ts';
import type { TabView } from '../room.ts';
import { addParticipant } from './commands.ts';
import { ParticipantsTable } from './ParticipantsTable.tsx';
import { CONSENT_FILTERS, type ConsentFilter, participantRows, type SortColumn, sortedRows } from './participant-rows.ts';
import { PastPeople } from './PastPeople.tsx';
import { SegmentList } from './SegmentList.tsx';
import styles from './participants.module.css';

export const ParticipantsTab: TabView<'participants'> = ({ active }) => {
  const [sort, setSort] = useState<{ column: SortColumn; descending: boolean }>({ column: 'pseudonym', descending: false });
  const peopleOf = usePeopleOf();
  const rows = useDerived(['participants', 'segments', 'sources', 'snippets'], (reader) => participantRows(reader, peopleOf, today()), [
    peopleOf,
  ]);
  const [filter, setFilter] = useState<ConsentFilter>('all');
  const shown = rows.filter(CONSENT_FILTERS[filter].holds);
  const count = countNoun(rows.length, 'participant', 'participants');
  useShowStatus(active, [filter === 'all' ? count : `${shown.length} of ${count}`]);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h2>Participants</h2>
        <div className={styles.tools}>
          <ConsentChoice value={filter} onChoose={setFilter} />
          <Button icon={<UserPlus size={14} aria-hidden="true" />} onClick={() => void addParticipant().catch(() => undefined)}>
            Add participant
          </Button>
        </div>
      </header>
      {rows.length === 0 ? (
        <EmptyState>Nobody yet. Participants come with the interviews you import; you can also add them beforehand.</EmptyState>
      ) : shown.length === 0 ? (
        <EmptyState>Nobody fits: {CONSENT_FILTERS[filter].name}.</EmptyState>
      ) : (
        <ParticipantsTable rows={sortedRows(shown, sort.column, sort.descending)} sort={sort} onSort={setSort} />
      )}
      <SegmentList />
      <PastPeople />
    </div>
  );
};

function ConsentChoice({ value, onChoose }: { value: ConsentFilter; onChoose(filter: ConsentFilter): void }) {
  return (
    <Choice
      label="Show by consent"
      hideLabel
      value={value}
      options={(Object.keys(CONSENT_FILTERS) as ConsentFilter[]).map((filter) => [filter, CONSENT_FILTERS[filter].name] as const)}
      onChoose={onChoose}
    />
  );
}
