// “Your first readout” on the welcome page of the sample: what to do, where, and what is done.
import { CircleCheck, Circle } from 'lucide-react';

import { openTab } from '#renderer/stores/tabs';
import { projection } from '#renderer/stores/vault-store';

import { openImport } from '../sources/index.ts';
import { nextSteps } from './next-steps.ts';
import { openInterview, openView } from './open-places.ts';
import styles from './welcome.module.css';
import { type StepId, useWalkthrough } from './walkthrough-store.ts';

const STEPS: readonly { id: StepId; title: string; how: string; go(): void }[] = [
  { id: 'read', title: 'Read the one page', how: 'the readout, finished', go: () => openView('readout') },
  { id: 'tag', title: 'Tag one sentence', how: 'select it, press T', go: openUnmarked },
  { id: 'sort', title: 'Put it with others like it', how: 'on the board', go: () => openView('board') },
  { id: 'judge', title: 'Judge one cell', how: 'in the matrix', go: () => openView('matrix') },
  { id: 'quote', title: 'Swap one quote', how: 'in the readout', go: () => openView('readout') },
  { id: 'import', title: 'Bring your own file', how: 'or drop it anywhere', go: () => openImport() },
];

export function Walkthrough() {
  const done = useWalkthrough((state) => state.done);
  const first = STEPS.find(({ id }) => !done.has(id))?.id;
  return (
    <section className={styles.walkthrough} aria-labelledby="walkthrough-title">
      <h3 id="walkthrough-title">Your first readout</h3>
      <p className={styles.lead}>A finished study, with a few interviews left to read. Try each step; it ticks itself when it is done.</p>
      <ol>
        {STEPS.map((step) => (
          <li key={step.id}>
            <button
              type="button"
              className={styles.step}
              onClick={() => {
                // A tab of its own, so that the list is there to come back to.
                openTab({ kind: 'welcome' });
                step.go();
              }}
              {...(step.id === (first ?? 'read') ? { 'data-focus-first': '' } : {})}
            >
              {done.has(step.id) ? <CircleCheck size={16} aria-hidden="true" data-done="" /> : <Circle size={16} aria-hidden="true" />}
              <span>{step.title}</span>
              <span className={styles.how}>{step.how}</span>
              <span className="visually-hidden">{done.has(step.id) ? 'done' : 'not done yet'}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The first interview in which nothing is marked yet; otherwise the first of all. */
function openUnmarked(): void {
  const source = nextSteps(projection.state).find(({ id }) => id === 'read')?.source;
  if (source) openInterview(source.id);
  else openImport();
}
