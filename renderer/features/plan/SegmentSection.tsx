// The segments: named groups of the people heard.
import { Target, Trash2 } from 'lucide-react';

import type { Segment } from '#shared/model/records/segment';
import { countNoun } from '#shared/lib/text';
import { useRecord, useRecords, useReferring } from '#renderer/stores/record-hooks';
import { edit, tryEdit } from '#renderer/stores/vault-actions';

import { AddLine } from '../../ui/AddLine.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { CommitField } from '../../ui/Field.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { NameField } from './NameField.tsx';
import { removeSegment, staysAfterSegment } from './removal.ts';
import { inOrder } from './reorder.ts';
import styles from './plan.module.css';

export function SegmentSection() {
  const segments = inOrder(useRecords('segments'));
  return (
    <section className={styles.section} aria-label="Segments" data-plan-section="segments">
      <SectionTitle count={segments.length}>Segments: whom to hear</SectionTitle>
      {segments.length === 0 ? (
        <p className={styles.hint}>
          Groups of people the decision is about, such as “sales-led” and “trial”. Participants are put into them.
        </p>
      ) : null}
      <ul className={styles.segments}>
        {segments.map((segment) => (
          <SegmentLine key={segment.id} segment={segment} />
        ))}
        <li>
          <AddLine label="Add a segment" placeholder="Add a segment…" onAdd={(name) => edit('addSegment', { name })} />
        </li>
      </ul>
    </section>
  );
}

function SegmentLine({ segment }: { segment: Segment }) {
  const people = useReferring('segments', segment.id, 'participants').length;
  const segmentId = segment.id;
  const matters = useRecord('study', 'study')?.targetSegmentId === segmentId;
  return (
    <li className={styles.segment}>
      <NameField
        label={`Name of segment ${segment.name}`}
        hideLabel
        value={segment.name}
        onCommit={(name) => edit('updateSegment', { segmentId, name })}
      />
      <CommitField
        label={`Who belongs to ${segment.name}`}
        hideLabel
        multiline
        rows={1}
        className={styles.oneLine ?? ''}
        placeholder="Who belongs to it"
        value={segment.description}
        onCommit={(description) => tryEdit('updateSegment', { segmentId, description }, `segment:${segmentId}`)}
      />
      <span className={styles.count}>{countNoun(people, 'person', 'people')}</span>
      <IconButton
        label={`${segment.name} is the segment that matters most`}
        pressed={matters}
        onClick={() => tryEdit('updateStudy', { targetSegmentId: matters ? null : segmentId })}
      >
        <Target size={14} aria-hidden="true" />
      </IconButton>
      <IconButton
        label={`Remove the segment ${segment.name}. ${staysAfterSegment(segmentId)}`.trim()}
        onClick={() => void removeSegment(segmentId).catch(() => undefined)}
      >
        <Trash2 size={14} aria-hidden="true" />
      </IconButton>
    </li>
  );
}
