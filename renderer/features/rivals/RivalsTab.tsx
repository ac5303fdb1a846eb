// Rivals: assumptions that cannot all be true. What has least against it survives; evidence that fits them all tells nothing.
import { Plus } from 'lucide-react';

import { useRecords } from '#renderer/stores/record-hooks';
import { useShowStatus } from '#renderer/stores/status-items';

import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { TabView } from '../room.ts';
import { addRivals } from './add-rivals.ts';
import { RivalTable } from './RivalTable.tsx';
import styles from './rivals.module.css';

export const RivalsTab: TabView<'rivals'> = ({ active }) => {
  const sets = useRecords('rivalSets');
  useShowStatus(active, sets.length === 0 ? [] : [`${sets.length} ${sets.length === 1 ? 'topic' : 'topics'}`]);
  const add = (
    <Button
      {...(sets.length === 0 ? { look: 'primary' as const } : {})}
      data-focus-first=""
      icon={<Plus size={14} aria-hidden="true" />}
      onClick={() => void addRivals().catch(() => undefined)}
    >
      Set assumptions against each other…
    </Button>
  );
  if (sets.length === 0) {
    return (
      <EmptyState centred title="No rivals yet" actions={add}>
        Where departments believe different things of one topic, set their assumptions against each other: what has least against it
        survives.
      </EmptyState>
    );
  }
  return (
    <div className={styles.page} data-surface="rivals" tabIndex={-1}>
      <header className={styles.head}>
        <h2>Rivals</h2>
        {add}
      </header>
      <p className={styles.quiet}>
        Analysis of competing hypotheses (Heuer 1999). Read each row across; only what speaks against a rival counts. Marks in grey come
        from the matrix.
      </p>
      {sets.map((set) => (
        <RivalTable key={set.id} set={set} />
      ))}
    </div>
  );
};
