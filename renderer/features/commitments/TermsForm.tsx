// The terms of a commitment as fields: if at least n of m people say X, then somebody does Y by a day.
import type { EditInput } from '#shared/edits/index';
import { COMMITMENT_SIDES, type Commitment } from '#shared/model/records/commitment';
import { useRecords } from '#renderer/stores/record-hooks';
import { tryEdit } from '#renderer/stores/vault-actions';

import { Choice } from '../../ui/Choice.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { CommitField } from '../../ui/Field.tsx';
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
    <Choice
      label="Of segment"
      value={commitment.segmentId ?? ''}
      options={[['', 'everybody'], ...segments.map(({ id, name }) => [id, name] as const)]}
      onChoose={(segmentId) => onChange({ segmentId: segmentId || null })}
    />
  );
}

function CountedFrom({ commitment, onChange }: PartProps) {
  const assumptions = useRecords('assumptions');
  const { codeOf, shown } = useEvidence();
  return (
    <div className={styles.counted}>
      <Choice
        label="Counted: whoever"
        value={commitment.side}
        options={COMMITMENT_SIDES.map((side) => [side, SIDE_NAMES[side]] as const)}
        onChoose={(side) => onChange({ side })}
      />
      <Choice
        label="Assumption"
        value={commitment.assumptionId ?? ''}
        options={[
          ['', 'none; themes are chosen later'],
          ...assumptions.map(({ id, statement }) => [id, `${codeOf(id)} ${shown(statement)}`] as const),
        ]}
        onChoose={(assumptionId) => onChange({ assumptionId: assumptionId || null })}
      />
    </div>
  );
}
