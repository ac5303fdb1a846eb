// “Your first readout” on the welcome page: what to do, where, and what is done.
import { CircleCheck, Circle } from 'lucide-react';

import { openTab } from '#renderer/stores/tabs';
import { projection } from '#renderer/stores/vault-store';
import { showActivity } from '#renderer/stores/view-store';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

import { openImport } from '../sources/index.ts';
import styles from './welcome.module.css';
import { type StepId, useWalkthrough } from './walkthrough-store.ts';

const STEPS: readonly { id: StepId; title: string; how: string; go(): void }[] = [
  { id: 'read', title: 'Read the one page', how: 'the readout, finished', go: () => show('readout') },
  { id: 'tag', title: 'Tag one sentence', how: 'select it, press T', go: openUntagged },
  { id: 'sort', title: 'Put it with others like it', how: 'on the board', go: () => show('board') },
  { id: 'judge', title: 'Judge one cell', how: 'in the matrix', go: () => show('matrix') },
  { id: 'quote', title: 'Swap one quote', how: 'in the readout', go: () => show('readout') },
  { id: 'import', title: 'Bring your own file', how: 'drop it anywhere', go: () => openImport() },
];

export function Walkthrough() {
  const done = useWalkthrough((state) => state.done);
  return (
    <section className={styles.walkthrough} aria-labelledby="walkthrough-title">
      <h3 id="walkthrough-title">How it works</h3>
      <ol>
        {STEPS.map((step) => (
          <li key={step.id}>
            <button type="button" className={styles.step} onClick={step.go}>
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

function show(kind: 'readout' | 'board' | 'matrix'): void {
  showActivity(kind);
  openTab({ kind });
  focusFrontSurface();
}

/** The first interview in which nothing is marked yet; otherwise the first of all. */
function openUntagged(): void {
  const { state } = projection;
  const sources = [...state.all('sources').values()].sort((left, right) => left.title.localeCompare(right.title, 'en', { numeric: true }));
  const source = sources.find(({ id }) => state.referring('sources', id, 'snippets').length === 0) ?? sources[0];
  if (!source) return openImport();
  showActivity('interviews');
  openTab({ kind: 'transcript', id: source.id });
  focusFrontSurface();
}
