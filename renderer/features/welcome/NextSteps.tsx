// “Next” on the welcome page of a person's own study: the two or three things that move it on, each a step away.
import { BookOpen, FileDown, Grid3x3, ListChecks, Presentation, Shapes } from 'lucide-react';
import type { ComponentType } from 'react';

import { commandById, type CommandId } from '#shared/commands/catalog';
import { useDerived } from '#renderer/stores/record-hooks';
import { useShownText } from '#renderer/stores/shown-names';

import { runCommand } from '../../commands/run-command.ts';
import { readableKeys } from '../../ui/readable-keys.ts';
import { type NextStep, nextSteps } from './next-steps.ts';
import { openInterview } from './open-places.ts';
import styles from './welcome.module.css';

const WATCHED = ['sources', 'snippets', 'cards', 'themes', 'assumptions', 'evidenceLinks'] as const;

type Icon = ComponentType<{ size?: number; strokeWidth?: number }>;

const ICONS: { readonly [S in NextStep['id']]: Icon } = {
  import: FileDown,
  plan: ListChecks,
  read: BookOpen,
  sort: Shapes,
  judge: Grid3x3,
  readout: Presentation,
};

const COMMANDS: { readonly [S in Exclude<NextStep['id'], 'read'>]: CommandId } = {
  import: 'interview.import',
  plan: 'view.plan',
  sort: 'view.board',
  judge: 'view.matrix',
  readout: 'view.readout',
};

export function NextSteps({ study }: { study: string }) {
  const steps = useDerived(WATCHED, nextSteps);
  const shown = useShownText();
  return (
    <section aria-labelledby="next-title">
      <h3 id="next-title">{`Next in “${study}”`}</h3>
      <ul>
        {steps.map((step, at) => {
          const Icon = ICONS[step.id];
          const command = step.id === 'read' ? null : COMMANDS[step.id];
          const keys = command === null ? undefined : commandById(command).keys?.[0];
          return (
            <li key={step.id}>
              <button
                type="button"
                className={`${styles.startRow} ${styles.tall}`}
                onClick={() => (step.source ? openInterview(step.source.id) : command && runCommand(command))}
                {...(at === 0 ? { 'data-focus-first': '' } : {})}
              >
                <Icon size={16} strokeWidth={1.75} />
                <span className={styles.twoLines}>
                  <span className={styles.startLabel}>{shown(step.title)}</span>
                  <span className={styles.how}>{step.detail}</span>
                </span>
                {keys ? <kbd>{readableKeys(keys)}</kbd> : null}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
