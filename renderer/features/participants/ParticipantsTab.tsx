// Everybody who was heard: a table to look over, details in the inspector, segments below.
import { UserPlus } from 'lucide-react';
import { useState } from 'react';

import { countNoun } from '#shared/lib/text';
import { useDerived } from '#renderer/stores/record-hooks';
import { usePeopleOf } from '#renderer/stores/people-of';
import { useShowStatus } from '#renderer/stores/status-items';

import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { TabView } from '../room.ts';
import { addParticipant } from './commands.ts';
import { ParticipantsTable } from './ParticipantsTable.tsx';
import { participantRows, type SortColumn, sortedRows } from './participant-rows.ts';
import { PastPeople } from './PastPeople.tsx';
import { SegmentList } from './SegmentList.tsx';
import styles from './participants.module.css';

export const ParticipantsTab: TabView<'participants'> = ({ active }) => {
  const [sort, setSort] = useState<{ column: SortColumn; descending: boolean }>({ column: 'pseudonym', descending: false });
  const peopleOf = usePeopleOf();
  const rows = useDerived(['participants', 'segments', 'sources', 'snippets'], (reader) => participantRows(reader, peopleOf), [peopleOf]);
  useShowStatus(active, [countNoun(rows.length, 'participant', 'participants')]);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h2>Participants</h2>
        <Button icon={<UserPlus size={14} aria-hidden="true" />} onClick={() => void addParticipant().catch(() => undefined)}>
          Add participant
        </Button>
      </header>
      {rows.length === 0 ? (
        <EmptyState>Nobody yet. Participants come with the interviews you import; you can also add them beforehand.</EmptyState>
      ) : (
        <ParticipantsTable rows={sortedRows(rows, sort.column, sort.descending)} sort={sort} onSort={setSort} />
      )}
      <SegmentList />
      <PastPeople />
    </div>
  );
};
