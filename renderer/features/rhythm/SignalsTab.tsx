// Signals: dated figures from outside, each with its chart, its words, and the themes that say why.
import { FileDown, Pencil, Plus, Trash2 } from 'lucide-react';

import { readSignal } from '#shared/domain/rhythm/read-signal';
import { SIGNAL_KIND_WORDS, signalInWords } from '#shared/domain/rhythm/signal-words';
import { countNoun } from '#shared/lib/text';
import type { Signal } from '#shared/model/records/signal';
import { useRecords } from '#renderer/stores/record-hooks';
import { useShowStatus } from '#renderer/stores/status-items';

import { Apart } from '../../ui/Apart.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TabPage } from '../../ui/TabPage.tsx';
import type { TabView } from '../room.ts';
import { openRhythmDialog } from './rhythm-store.ts';
import { removeSignal } from './signal-actions.ts';
import { SignalChart } from './SignalChart.tsx';
import { SignalPoints } from './SignalPoints.tsx';
import { SignalWhys } from './SignalWhys.tsx';
import styles from './signals.module.css';

const openImport = (): void => openRhythmDialog({ at: 'import-signal' });

export const SignalsTab: TabView<'signals'> = ({ active }) => {
  const signals = useRecords('signals').toSorted((left, right) => left.order - right.order);
  const open = signals.reduce((sum, signal) => sum + readSignal(signal).unexplained.length, 0);
  useShowStatus(active, [`${countNoun(signals.length, 'signal', 'signals')}; ${open} without a why`]);
  return (
    <TabPage
      title="Signals"
      tools={
        <>
          <Button icon={<Plus size={14} aria-hidden="true" />} onClick={() => openRhythmDialog({ at: 'signal', signalId: null })}>
            Add a signal…
          </Button>
          <Button look="primary" icon={<FileDown size={14} aria-hidden="true" />} onClick={openImport}>
            Import from a table…
          </Button>
        </>
      }
    >
      {signals.length === 0 ? (
        <EmptyState centred title="No signals yet" actions={<Button onClick={openImport}>Import from a table…</Button>}>
          NPS, satisfaction, effort, complaints or any dated figure. A figure says that something moved; it cannot say why. Themes from your
          interviews can, and a dip that nobody has explained is shown as such.
        </EmptyState>
      ) : (
        signals.map((signal) => <SignalSection key={signal.id} signal={signal} />)
      )}
    </TabPage>
  );
};

function SignalSection({ signal }: { signal: Signal }) {
  const words = signalInWords(signal);
  const id = `signal-${signal.id}`;
  return (
    <section className={styles.signal} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 className={styles.heading} id={id}>
          <bdi>{signal.name}</bdi>
          <span className={styles.kind}>{SIGNAL_KIND_WORDS[signal.kind]}</span>
        </h2>
        <span className={styles.tools}>
          <IconButton label={`Edit ${signal.name}`} onClick={() => openRhythmDialog({ at: 'signal', signalId: signal.id })}>
            <Pencil size={14} aria-hidden="true" />
          </IconButton>
          <IconButton label={`Remove ${signal.name}`} onClick={() => void removeSignal(signal).catch(() => undefined)}>
            <Trash2 size={14} aria-hidden="true" />
          </IconButton>
        </span>
      </header>
      <p>
        <Apart text={words} words={[signal.unit]} />
      </p>
      <div className={styles.columns}>
        <div>
          <SignalChart signal={signal} words={words} />
          <p className={styles.quiet}>A ring: turned for the worse, without a why. Full: explained by a theme, or nothing to explain.</p>
        </div>
        <SignalWhys signal={signal} />
      </div>
      <SignalPoints signal={signal} />
    </section>
  );
}
