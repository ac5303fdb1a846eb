// Steps by day, newest first: arrows walk them, the details follow.
import type { KeyboardEvent } from 'react';

import { countNoun } from '#shared/lib/text';
import type { HistoryStep } from '#shared/rpc/history-answers';
import { useShownText } from '#renderer/stores/shown-names';

import { clockOf, dayInWords, dayOf } from './times.ts';
import styles from './history.module.css';

interface StepListProps {
  steps: readonly HistoryStep[];
  chosen: number | null;
  onChoose(seq: number): void;
  /** Enter on a step. */
  onLook(seq: number): void;
}

export function StepList({ steps, chosen, onChoose, onLook }: StepListProps) {
  const shown = useShownText();
  const stop = steps.some(({ seq }) => seq === chosen) ? chosen : (steps[0]?.seq ?? null);
  return (
    <div className={styles.steps} onKeyDown={moveFocus} role="group" aria-label="Steps, newest first">
      {byDay(steps).map(({ day, list }) => (
        <section key={`${day} ${list[0]?.seq ?? 0}`} aria-label={dayInWords(day)}>
          <h3 className={styles.day}>{dayInWords(day)}</h3>
          <ol>
            {list.map((step) => (
              <li key={step.seq}>
                <button
                  type="button"
                  className={styles.step}
                  data-step={step.seq}
                  data-undone={step.undone || undefined}
                  aria-pressed={step.seq === chosen}
                  tabIndex={step.seq === stop ? 0 : -1}
                  {...(step.seq === stop ? { 'data-focus-first': '' } : {})}
                  onFocus={() => onChoose(step.seq)}
                  onClick={() => onChoose(step.seq)}
                  onDoubleClick={() => onLook(step.seq)}
                >
                  <span className="record">{clockOf(step.at)}</span>
                  <span className={styles.label}>
                    {wordOf(step)}
                    {shown(step.label)}
                  </span>
                  {step.undone ? <span className={styles.mark}>undone</span> : null}
                  <span className={`record ${styles.count}`}>{step.records === 0 ? '' : countNoun(step.records, 'record', 'records')}</span>
                </button>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

const WORDS = { edit: '', undo: 'Undid: ', redo: 'Did again: ' } as const;
const wordOf = ({ kind }: HistoryStep): string => WORDS[kind];

/** Runs of steps of the same day: a clock that jumped gives a day twice rather than steps out of order. */
function byDay(steps: readonly HistoryStep[]): { day: string; list: HistoryStep[] }[] {
  const days: { day: string; list: HistoryStep[] }[] = [];
  for (const step of steps) {
    const day = dayOf(step.at);
    const last = days.at(-1);
    if (last?.day === day) last.list.push(step);
    else days.push({ day, list: [step] });
  }
  return days;
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-step]')];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1, PageDown: at + 10, PageUp: at - 10 }[event.key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  rows[Math.max(0, Math.min(rows.length - 1, to))]?.focus();
}
