// Where a signal turned for the worse, and the themes that explain it; a point without a why is shown as such.
import { MessageCircleQuestion, X } from 'lucide-react';

import { dayInWords } from '#shared/domain/readout/sentences';
import { type ReadPoint, readSignal } from '#shared/domain/rhythm/read-signal';
import { changeInWords, figureInWords } from '#shared/domain/rhythm/signal-words';
import type { Signal } from '#shared/model/records/signal';
import { useRecord } from '#renderer/stores/record-hooks';
import { useShownText } from '#renderer/stores/shown-names';
import { openTab } from '#renderer/stores/tabs';
import { tryEdit } from '#renderer/stores/vault-actions';

import { Apart } from '../../ui/Apart.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { CommitField } from '../../ui/Field.tsx';
import { askWhy } from './signal-actions.ts';
import styles from './signals.module.css';

export function SignalWhys({ signal }: { signal: Signal }) {
  const points = readSignal(signal).points.filter(({ worse, whys }) => worse || whys.length > 0);
  if (points.length === 0) return <p className={styles.quiet}>It never turned for the worse, so there is nothing to explain.</p>;
  return (
    <ul className={styles.whys} aria-label={`Why ${signal.name} moved`}>
      {points.toReversed().map((point) => (
        <li key={point.on} className={styles.why}>
          <span className={styles.whyHead}>
            <span>
              <strong>{dayInWords(point.on)}</strong>: <Apart text={figureInWords(point.value, signal.unit)} words={[signal.unit]} />
              {point.change === null ? '' : `, ${changeInWords(point.change)}`}
            </span>
            <Button
              look="quiet"
              aria-label={`${point.whys.length === 0 ? 'Say why…' : 'Another why…'} ${dayInWords(point.on)}`}
              icon={<MessageCircleQuestion size={14} aria-hidden="true" />}
              onClick={() => void askWhy(signal, point).catch(() => undefined)}
            >
              {point.whys.length === 0 ? 'Say why…' : 'Another why…'}
            </Button>
          </span>
          {point.whys.length === 0 ? <span className={styles.open}>No why yet</span> : null}
          {point.whys.map((why) => (
            <Why key={why.themeId} signal={signal} point={point} why={why} />
          ))}
        </li>
      ))}
    </ul>
  );
}

function Why({ signal, point: { on }, why: { themeId, note } }: { signal: Signal; point: ReadPoint; why: Signal['whys'][number] }) {
  const theme = useRecord('themes', themeId);
  const shown = useShownText();
  const name = shown(theme?.name || 'Unnamed cluster');
  return (
    <div className={styles.theme}>
      <span className={styles.whyHead}>
        <button type="button" className={styles.link} onClick={() => openTab({ kind: 'theme', id: themeId })}>
          <bdi>{name}</bdi>
        </button>
        <IconButton
          label={`Take ${name} away as the why of ${dayInWords(on)}`}
          onClick={() => tryEdit('clearExplanation', { signalId: signal.id, on, themeId })}
        >
          <X size={14} aria-hidden="true" />
        </IconButton>
      </span>
      <CommitField
        label={`How ${name} explains ${dayInWords(on)}`}
        hideLabel
        placeholder="In a sentence"
        value={note}
        onCommit={(text) => tryEdit('explainSignal', { signalId: signal.id, on, themeId, note: text }, `why:${signal.id}:${on}:${themeId}`)}
      />
    </div>
  );
}
