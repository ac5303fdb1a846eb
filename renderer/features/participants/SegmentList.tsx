// The customer segments of the study: named groups that participants belong to.
import { Trash2 } from 'lucide-react';

import { countNoun } from '#shared/lib/text';
import type { Segment } from '#shared/model/records/segment';
import { useRecords, useReferring } from '#renderer/stores/record-hooks';
import { notifyUndoable } from '#renderer/stores/notify-undoable';
import { edit, tryEdit } from '#renderer/stores/vault-actions';
import { announce } from '#renderer/ui/announce';

import { AddLine } from '../../ui/AddLine.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { CommitField } from '../../ui/Field.tsx';
import styles from './participants.module.css';

export function SegmentList() {
  const segments = useRecords('segments');
  const sorted = segments.toSorted((left, right) => left.order - right.order);
  return (
    <section className={styles.segments} aria-labelledby="segments-title">
      <h3 id="segments-title">Segments</h3>
      <p className={styles.quiet}>Groups of customers, such as “Sales-led” and “Self-serve”. The interviews list stands by segment.</p>
      <ul>
        {sorted.map((segment) => (
          <SegmentRow key={segment.id} segment={segment} />
        ))}
      </ul>
      <div className={styles.addSegment}>
        <AddLine label="New segment" placeholder="New segment" onAdd={(name) => edit('addSegment', { name })} />
      </div>
    </section>
  );
}

function SegmentRow({ segment }: { segment: Segment }) {
  const members = useReferring('segments', segment.id, 'participants');
  const people = countNoun(members.length, 'person', 'people');
  const remove = async (): Promise<void> => {
    await edit('removeSegment', { segmentId: segment.id });
    const sentence = `Segment “${segment.name}” was removed${members.length > 0 ? `; ${people} stay without one` : ''}.`;
    announce(sentence);
    notifyUndoable(sentence);
    document.querySelector<HTMLElement>('[aria-labelledby="segments-title"] input')?.focus();
  };
  return (
    <li className={styles.segment}>
      <CommitField
        label={`Name of segment ${segment.name}`}
        hideLabel
        value={segment.name}
        required
        onCommit={(name) => tryEdit('updateSegment', { segmentId: segment.id, name }, `segment-name-${segment.id}`)}
      />
      <CommitField
        label={`Description of segment ${segment.name}`}
        hideLabel
        value={segment.description}
        placeholder="Who belongs to it"
        onCommit={(description) => tryEdit('updateSegment', { segmentId: segment.id, description }, `segment-text-${segment.id}`)}
      />
      <span className={styles.count}>{people}</span>
      <IconButton
        label={`Remove segment ${segment.name}: its ${people} stay, without a segment`}
        onClick={() => void remove().catch(() => undefined)}
      >
        <Trash2 size={14} aria-hidden="true" />
      </IconButton>
    </li>
  );
}
