// One gate: when it is due, its two texts, what it still lacks, and passing it.
import { CircleCheck, PenLine, RotateCcw, Trash2 } from 'lucide-react';

import type { GateStanding } from '#shared/domain/handover/gate-standing';
import { dayInWords } from '#shared/domain/readout/sentences';
import { countNoun } from '#shared/lib/text';
import type { Gate } from '#shared/model/records/gate';
import { tryEdit } from '#renderer/stores/vault-actions';
import { focusEditorPart } from '#renderer/ui/focus-surface';

import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { CommitField } from '../../ui/Field.tsx';
import { draftGate, passGate, removeGate } from './gate-actions.ts';
import styles from './gates.module.css';

export function GateSection({ gate, standing }: { gate: Gate; standing: GateStanding }) {
  const { id: gateId, name, dueOn, summary, shaped } = gate;
  const change = (field: 'name' | 'summary' | 'shaped') => (text: string) =>
    tryEdit('updateGate', { gateId, [field]: text }, `gate-${field}-${gateId}`);
  return (
    <section className={styles.gate} aria-label={name}>
      <div className={styles.pair}>
        <CommitField label="Gate" value={name} required onCommit={change('name')} />
        <DateField label="Due on" value={dueOn} onCommit={(day) => tryEdit('updateGate', { gateId, dueOn: day })} />
      </div>
      <p className={styles.standing}>{standingInWords(gate, standing)}</p>
      <CommitField label="What customers said lately" multiline rows={7} value={summary} onCommit={change('summary')} />
      <CommitField label="How this shaped the concept" multiline rows={4} value={shaped} onCommit={change('shaped')} />
      {gate.passed ? null : (
        <ul className={styles.lacks}>
          {[...standing.lacks, ...(standing.remark === null ? [] : [standing.remark])].map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
      <GateTools gate={gate} standing={standing} />
    </section>
  );
}

function GateTools({ gate, standing }: { gate: Gate; standing: GateStanding }) {
  return (
    <div className={styles.tools}>
      {gate.passed ? (
        <Button icon={<RotateCcw size={14} aria-hidden="true" />} onClick={() => tryEdit('reopenGate', { gateId: gate.id })}>
          Open it again
        </Button>
      ) : (
        <>
          <Button
            icon={<PenLine size={14} aria-hidden="true" />}
            title="Fills what is empty, with quotes and days of the last 90 days. What you wrote stays."
            onClick={() => void draftGate(gate).catch(() => undefined)}
          >
            Draft from recent conversations
          </Button>
          <Button
            {...(standing.state === 'ready' ? { look: 'primary' as const } : {})}
            icon={<CircleCheck size={14} aria-hidden="true" />}
            onClick={() => void passGate(gate).catch(() => undefined)}
          >
            Mark as passed
          </Button>
        </>
      )}
      <Button
        look="quiet"
        icon={<Trash2 size={14} aria-hidden="true" />}
        title="Undo brings it back."
        onClick={() => void removeGate(gate).then(focusEditorPart, () => undefined)}
      >
        Remove
      </Button>
    </div>
  );
}

function standingInWords({ passed, dueOn }: Gate, { state, recent, daysOver }: GateStanding): string {
  const heard = `${countNoun(recent, 'real conversation', 'real conversations')} in the 90 days before`;
  if (passed) return `Passed on ${dayInWords(passed.on)}${passed.by === '' ? '' : `, noted by ${passed.by}`} · ${heard}`;
  const late = daysOver > 0 ? ` · ${countNoun(daysOver, 'day', 'days')} past its day` : '';
  return `${state === 'ready' ? 'Ready to be passed' : 'Open'}${dueOn === null ? '' : ` · due ${dayInWords(dueOn)}`}${late} · ${heard}`;
}
