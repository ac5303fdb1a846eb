// The decision on the table: what is about to be decided, by whom, by when, and what is at stake.
import { X } from 'lucide-react';

import type { EditInput } from '#shared/edits/index';
import { useRecord } from '#renderer/stores/record-hooks';
import { edit, tryEdit } from '#renderer/stores/vault-actions';

import { AddLine } from '../../ui/AddLine.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { CommitField } from '../../ui/Field.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import styles from './plan.module.css';

type Decision = NonNullable<EditInput<'updateStudy'>['decision']>;

const change = (decision: Decision): void => tryEdit('updateStudy', { decision }, `decision:${Object.keys(decision).join()}`);

export function DecisionSection() {
  const decision = useRecord('study', 'study')?.decision;
  if (!decision) return null;
  return (
    <section className={styles.section} aria-label="Decision on the table" data-plan-section="decision">
      <SectionTitle>Decision on the table</SectionTitle>
      <CommitField
        label="What is about to be decided?"
        multiline
        rows={2}
        className={styles.question ?? ''}
        placeholder="One sentence, as a question. Research that is tied to no decision is seldom used."
        value={decision.question}
        onCommit={(question) => change({ question })}
      />
      <div className={styles.fieldRow}>
        <CommitField label="Owner: who decides" value={decision.owner} onCommit={(owner) => change({ owner: owner.trim() })} />
        <DateField label="Decide by" value={decision.dueOn} onCommit={(dueOn) => change({ dueOn })} />
      </div>
      <OptionList options={decision.options} />
      <CommitField
        label="At stake: the time, money or credibility that is about to be spent"
        multiline
        rows={2}
        value={decision.stakes}
        onCommit={(stakes) => change({ stakes })}
      />
    </section>
  );
}

function OptionList({ options }: { options: readonly string[] }) {
  return (
    <div>
      <h3 className={styles.smallHead}>Options</h3>
      <ul className={styles.options}>
        {options.map((option, index) => (
          <li key={`${index}:${option}`} className={styles.option}>
            <CommitField
              label={`Option ${index + 1}`}
              hideLabel
              required
              value={option}
              onCommit={(text) => change({ options: options.with(index, text.trim()) })}
            />
            <IconButton label={`Remove the option ${option}`} onClick={() => change({ options: options.toSpliced(index, 1) })}>
              <X size={14} aria-hidden="true" />
            </IconButton>
          </li>
        ))}
        <li className={styles.addOption}>
          <AddLine
            label="Add an option"
            placeholder="Add an option…"
            onAdd={(option) => edit('updateStudy', { decision: { options: [...options, option] } })}
          />
        </li>
      </ul>
    </div>
  );
}
