// A frame that pulses twice around a place that was asked for; it only stands for a moment where motion is not wanted.
import { useTranscriptStore } from './transcript-store.ts';
import type { TranscriptSurface } from './transcript-surface.ts';
import styles from './transcript.module.css';

export function RevealPulse({ surface }: { surface: TranscriptSurface }) {
  const pulse = useTranscriptStore((state) => (state.pulse?.viewId === surface.viewId ? state.pulse : null));
  const extent = pulse && surface.extentOf(pulse.range);
  if (!pulse || !extent) return null;
  return (
    <div
      key={pulse.key}
      className={styles.pulse}
      aria-hidden="true"
      style={{
        top: `${extent.top - 4}px`,
        height: `${extent.bottom - extent.top + 8}px`,
        left: `${surface.textLeft() - 8}px`,
        width: `${surface.textRight() - surface.textLeft() + 16}px`,
      }}
    />
  );
}
