// The terms of a commitment as fields: if at least n of m people say X, then somebody does Y by a day.
import type { EditInput } from '#shared/edits/index';
import { COMMITMENT_SIDES, type Commitment } from '#shared/model/records/commitment';
import { useRecords } from '#renderer/stores/record-hooks';
import { tryEdit } from '#renderer/stores/vault-actions';

import { DateField } from '../../ui/DateField.tsx';
import { CommitField, Field } from '../../ui/Field.tsx';
import ui from '../../ui/ui.module.css';
import { useEvidence } from '../evidence/index.ts';
import styles from './commitments.module.css';

type Terms = Omit<EditInput<'updateCommitment'>, 'commitmentId'>;

const SIDE_NAMES = { supports: 'speaks for it', contradicts: 'speaks against it' } as const;

export function TermsForm({ commitment }: { commitment: Commitment }) {
  const { id: commitmentId, statement, atLeast, of, owner, action, dueOn } = commitment;
  const change = (terms: Terms): void =>
    tryEdit('updateCommitment', { commitmentId, ...terms }, `terms:${commitmentId}:${Object.keys(terms).join()}`);
  return (
    <div className={styles.terms}>
      <CommitField label="If people say" required value={statement} onCommit={(text) => change({ statement: text.trim() })} />
      <div className={styles.numbers}>
        <NumberField label="At least" value={atLeast} onCommit={(number) => number !== null && change({ atLeast: number })} />
        <NumberField label="Of (people heard)" value={of} onCommit={(number) => change({ of: number })} />
        <SegmentField commitment={commitment} onChange={change} />
      </div>
      <CountedFrom commitment={commitment} onChange={change} />
      <div className={styles.numbers}>
        <CommitField label="Then who" value={owner} onCommit={(text) => change({ owner: text.trim() })} />
        <CommitField label="Will do what" value={action} onCommit={(text) => change({ action: text.trim() })} />
        <DateField label="By" value={dueOn} onCommit={(day) => change({ dueOn: day })} />
      </div>
    </div>
  );
}

/** A whole number from 1; left empty it is open. What is no such number is put back. */
function NumberField({ label, value, onCommit }: { label: string; value: number | null; onCommit(value: number | null): void }) {
  return (
    <CommitField
      label={label}
      value={value === null ? '' : String(value)}
      onCommit={(text) => {
        const number = Number(text.trim());
        if (text.trim() === '') onCommit(null);
        else if (Number.isInteger(number) && number >= 1) onCommit(number);
      }}
    />
  );
}

interface PartProps {
  commitment: Commitment;
  onChange(terms: Terms): void;
}

function SegmentField({ commitment, onChange }: PartProps) {
  const segments = [...useRecords('segments')].sort((left, right) => left.order - right.order);
  return (
    <Field label="Of segment">
      {(id) => (
        <select
          id={id}
          className={ui.input}
          value={commitment.segmentId ?? ''}
          onChange={(event) => onChange({ segmentId: event.target.value || null })}
        >
          <option value="">everybody</option>
          {segments.map((segment) => (
            <option key={segment.id} value={segment.id}>
              {segment.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function CountedFrom({ commitment, onChange }: PartProps) {
  const assumptions = useRecords('assumptions');
  const { codeOf, shown } = useEvidence();
  return (
    <div className={styles.counted}>
      <Field label="Counted: whoever">
        {(id) => (
          <select
            id={id}
            className={ui.input}
            value={commitment.side}
            onChange={(event) => onChange({ side: COMMITMENT_SIDES.find((side) => side === event.target.value) ?? 'supports' })}
          >
            {COMMITMENT_SIDES.map((side) => (
              <option key={side} value={side}>
                {SIDE_NAMES[side]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Assumption">
        {(id) => (
          <select
            id={id}
            className={ui.input}
            value={commitment.assumptionId ?? ''}
            onChange={(event) => onChange({ assumptionId: event.target.value || null })}
          >
            <option value="">none; themes are chosen later</option>
            {assumptions.map((assumption) => (
              <option key={assumption.id} value={assumption.id}>
                {codeOf(assumption.id)} {shown(assumption.statement)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}
