// Ten statements from 1 to 5, the obstacles one knows, and a note: one person on one day.
import { type KeyboardEvent, useState } from 'react';

import { OBSTACLES } from '#shared/domain/self-assessment/obstacles';
import { ANSWER_WORDS, STATEMENTS } from '#shared/domain/self-assessment/statements';
import {
  type Assessment,
  type AssessmentAnswers,
  OBSTACLE_KEYS,
  type ObstacleKey,
  STATEMENT_KEYS,
  type StatementKey,
} from '#shared/model/records/assessment';
import { useRecord } from '#renderer/stores/record-hooks';
import { edit } from '#renderer/stores/vault-actions';
import { useAttempt } from '#renderer/ui/use-attempt';

import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import ui from '../../ui/ui.module.css';
import { today } from '../evidence/index.ts';
import { closeAssessment, useAssessmentStore } from './assessment-store.ts';
import styles from './self-assessment.module.css';

export function AssessmentDialog() {
  const dialog = useAssessmentStore((state) => state.dialog);
  return dialog ? <AssessmentForm key={dialog.assessmentId ?? 'new'} assessmentId={dialog.assessmentId} /> : null;
}

type Form = Pick<Assessment, 'on' | 'person' | 'answers' | 'obstacles' | 'note'>;

function AssessmentForm({ assessmentId }: { assessmentId: string | null }) {
  const known = useRecord('assessments', assessmentId);
  const [form, setForm] = useState<Form>(() => known ?? { on: today(), person: '', answers: {}, obstacles: [], note: '' });
  const saving = useAttempt('The assessment could not be kept. Nothing was changed.');
  const change = (part: Partial<Form>): void => setForm((before) => ({ ...before, ...part }));
  const answered = STATEMENT_KEYS.filter((key) => form.answers[key] !== undefined).length;
  const complete = answered > 0 && form.person.trim() !== '' && form.on !== '';
  const keep = (): void =>
    saving.run(async () => {
      const { on, answers, obstacles, note } = form;
      const fields = { on, person: form.person.trim(), answers, obstacles, note: note.trim() };
      if (assessmentId === null) await edit('addAssessment', fields);
      else await edit('updateAssessment', { assessmentId, ...fields });
      closeAssessment();
    });
  return (
    <Dialog
      title={known ? 'Edit the assessment' : 'How close are we to our customers?'}
      width={640}
      onClose={closeAssessment}
      footer={
        <>
          <span className={styles.progress}>
            {answered} of {STATEMENT_KEYS.length} answered
          </span>
          <Button onClick={closeAssessment}>Cancel</Button>
          <Button look="primary" disabled={!complete || saving.busy} onClick={keep}>
            Keep
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <div className={styles.pair}>
          <TextInput
            label="Who answers"
            autoFocus
            maxLength={300}
            value={form.person}
            onChange={(event) => change({ person: event.target.value })}
          />
          <TextInput label="On" type="date" max="9999-12-31" value={form.on} onChange={(event) => change({ on: event.target.value })} />
        </div>
        <p className={styles.quiet}>
          1 is “{ANSWER_WORDS[0]}”, 5 is “{ANSWER_WORDS[4]}”. A statement may stay open.
        </p>
        {STATEMENT_KEYS.map((key) => (
          <StatementChoice key={key} statement={key} answers={form.answers} onAnswer={(answers) => change({ answers })} />
        ))}
        <ObstacleChoice chosen={form.obstacles} onChoose={(obstacles) => change({ obstacles })} />
        <Field label="Note (optional)">
          {(id) => (
            <textarea id={id} className={ui.input} rows={2} value={form.note} onChange={(event) => change({ note: event.target.value })} />
          )}
        </Field>
      </div>
      {saving.error ? <p role="alert">{saving.error}</p> : null}
    </Dialog>
  );
}

interface StatementChoiceProps {
  statement: StatementKey;
  answers: AssessmentAnswers;
  onAnswer(answers: AssessmentAnswers): void;
}

/** Arrows choose, as in every group of radio buttons; a digit chooses at once and Delete leaves it open again. */
function StatementChoice({ statement, answers, onAnswer }: StatementChoiceProps) {
  const answer = (value: number | null): void => {
    const { [statement]: _before, ...others } = answers;
    onAnswer(value === null ? others : { ...others, [statement]: value });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^[1-5]$/.test(event.key)) answer(Number(event.key));
    else if (event.key === 'Delete' || event.key === 'Backspace') answer(null);
    else return;
    event.preventDefault();
  };
  return (
    <fieldset className={styles.statement} onKeyDown={onKeyDown}>
      <legend className={styles.legend}>{STATEMENTS[statement]}</legend>
      {ANSWER_WORDS.map((words, at) => (
        <label key={words} className={styles.answerChoice} title={words}>
          <input type="radio" name={`statement-${statement}`} checked={answers[statement] === at + 1} onChange={() => answer(at + 1)} />
          {at + 1}
          <span className="visually-hidden">, {words}</span>
        </label>
      ))}
    </fieldset>
  );
}

function ObstacleChoice({ chosen, onChoose }: { chosen: readonly ObstacleKey[]; onChoose(chosen: ObstacleKey[]): void }) {
  return (
    <fieldset className={styles.obstacleChoice}>
      <legend className={styles.legend}>What keeps us from listening? (what applies)</legend>
      {OBSTACLE_KEYS.map((key) => (
        <label key={key} className={styles.check}>
          <input
            type="checkbox"
            checked={chosen.includes(key)}
            onChange={({ target }) => onChoose(target.checked ? [...chosen, key] : chosen.filter((each) => each !== key))}
          />
          {OBSTACLES[key].words}
        </label>
      ))}
    </fieldset>
  );
}
