// One question of the guide: its wording with remarks, what its answers test, what to ask further, and how often it was asked.
import { ArrowDown, ArrowUp, MessageSquareWarning, Plus, Trash2, X } from 'lucide-react';

import { NOT_CHECKED, type FlaggedQuestion } from '#shared/domain/guide/flag-question';
import type { GuideQuestion } from '#shared/domain/guide/guide-coverage';
import { withoutDirections } from '#shared/lib/text';
import { notifyUndoable } from '#renderer/stores/notify-undoable';
import { useShownText } from '#renderer/stores/shown-names';
import { edit, tryEdit } from '#renderer/stores/vault-actions';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

import { Button, IconButton } from '../../ui/Button.tsx';
import { CommitField } from '../../ui/Field.tsx';
import { linkAssumption, moveQuestion } from './guide-actions.ts';
import styles from './guide.module.css';

interface QuestionCardProps {
  asked: GuideQuestion;
  /** From 1. */
  number: number;
  of: number;
  interviews: number;
}

export function QuestionCard({ asked, number, of, interviews }: QuestionCardProps) {
  const { question, flagged, counts } = asked;
  const questionId = question.id;
  return (
    <li className={styles.card}>
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <div className={styles.body}>
        <CommitField
          label={`Question ${number}`}
          hideLabel
          required
          className={styles.wording ?? ''}
          value={question.text}
          onCommit={(text) => tryEdit('updateQuestion', { questionId, text: text.trim() }, `question-${questionId}`)}
        />
        <Remarks flagged={flagged} />
        <Tested asked={asked} />
        <CommitField
          label={`What to ask further after question ${number}`}
          hideLabel
          multiline
          rows={1}
          className={styles.probes ?? ''}
          placeholder="What to ask further, one a line"
          value={question.probes}
          onCommit={(probes) => tryEdit('updateQuestion', { questionId, probes }, `probes-${questionId}`)}
        />
        <p className={styles.record}>
          {interviews === 0
            ? 'No interviews yet'
            : `Asked in ${counts.asked} of ${interviews}${counts['not asked'] > 0 ? `, not asked in ${counts['not asked']}` : ''}`}
        </p>
      </div>
      <span className={styles.tools}>
        <IconButton label={`Move question ${number} up`} disabled={number === 1} onClick={() => void moveQuestion(questionId, -1)}>
          <ArrowUp size={14} aria-hidden="true" />
        </IconButton>
        <IconButton label={`Move question ${number} down`} disabled={number === of} onClick={() => void moveQuestion(questionId, 1)}>
          <ArrowDown size={14} aria-hidden="true" />
        </IconButton>
        <IconButton
          label={`Remove question ${number}, with what was noted of it (undoable)`}
          onClick={() => void removeQuestion(questionId)}
        >
          <Trash2 size={14} aria-hidden="true" />
        </IconButton>
      </span>
    </li>
  );
}

async function removeQuestion(questionId: string): Promise<void> {
  const done = await edit('removeQuestion', { questionId }).then(
    () => true,
    () => false,
  );
  if (!done) return;
  notifyUndoable('The question was removed, with what was noted of where it was asked.');
  focusFrontSurface();
}

/** What is said of the wording; in another language than English that nothing is said. */
function Remarks({ flagged: { checked, flags } }: { flagged: FlaggedQuestion }) {
  const shown = useShownText();
  if (!checked) return <p className={styles.quiet}>{NOT_CHECKED}</p>;
  if (flags.length === 0) return null;
  return (
    <ul className={styles.remarks}>
      {flags.map(({ flag, reason }) => (
        <li key={flag}>
          <MessageSquareWarning size={14} aria-hidden="true" />
          <span>
            <strong>{WORDS[flag]}.</strong> {withoutDirections(shown(reason))}
          </span>
        </li>
      ))}
    </ul>
  );
}

const WORDS = { leading: 'Leading', double: 'Double', closed: 'Closed' } as const;

function Tested({ asked: { question, assumptions } }: { asked: GuideQuestion }) {
  const shown = useShownText();
  const without = (id: string): string[] => question.assumptionIds.filter((each) => each !== id);
  return (
    <ul className={styles.tested} aria-label="Assumptions that its answers test">
      {assumptions.map(({ id, statement }) => (
        <li key={id} className={styles.chip}>
          <span>
            Tests: <bdi>{shown(statement)}</bdi>
          </span>
          <IconButton
            label={withoutDirections(`Its answers do not test “${shown(statement)}”`)}
            onClick={() => tryEdit('updateQuestion', { questionId: question.id, assumptionIds: without(id) })}
          >
            <X size={12} aria-hidden="true" />
          </IconButton>
        </li>
      ))}
      <li>
        <Button look="quiet" icon={<Plus size={14} aria-hidden="true" />} onClick={() => void linkAssumption(question)}>
          {assumptions.length === 0 ? 'Link the assumption that it tests…' : 'Link another…'}
        </Button>
      </li>
    </ul>
  );
}
