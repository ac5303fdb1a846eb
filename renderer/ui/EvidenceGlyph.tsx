// Shapes that carry a judgement or a verdict without colour: disc, diamond, split, ring with a dot, quarter, dash, struck ring, dashed ring.
import styles from './evidence.module.css';

export const EVIDENCE_SHAPES = ['supports', 'contradicts', 'mixed', 'refines', 'thin', 'asked', 'not-relevant', 'open'] as const;
export type EvidenceShape = (typeof EVIDENCE_SHAPES)[number];

/** Drawn in a square of 16 units; always beside its word, so it is hidden from screen readers. */
export function EvidenceGlyph({ shape, size = 14 }: { shape: EvidenceShape; size?: number }) {
  return (
    <svg className={styles.glyph} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false" data-shape={shape}>
      <Shape shape={shape} />
    </svg>
  );
}

function Shape({ shape }: { shape: EvidenceShape }) {
  if (shape === 'supports') return <circle className={styles.supports} cx="8" cy="8" r="6.5" />;
  if (shape === 'contradicts') return <path className={styles.contradicts} d="M8 0.75 15.25 8 8 15.25 0.75 8Z" />;
  if (shape === 'mixed') {
    return (
      <>
        <path className={styles.supports} d="M7.5 1.5a6.5 6.5 0 0 0 0 13Z" />
        <path className={styles.contradicts} d="M8.5 1 15.25 8 8.5 15Z" />
      </>
    );
  }
  if (shape === 'refines') {
    return (
      <>
        <circle className={styles.ring} cx="8" cy="8" r="5.75" />
        <circle className={styles.dot} cx="8" cy="8" r="2.25" />
      </>
    );
  }
  if (shape === 'thin') {
    return (
      <>
        <circle className={styles.ring} cx="8" cy="8" r="5.75" />
        <path className={styles.dot} d="M8 8V2.25A5.75 5.75 0 0 1 13.75 8Z" />
      </>
    );
  }
  if (shape === 'asked') return <path className={styles.ring} d="M2.5 8H13.5" />;
  if (shape === 'not-relevant') {
    return (
      <>
        <circle className={styles.ring} cx="8" cy="8" r="5.75" />
        <path className={styles.ring} d="M4 12 12 4" />
      </>
    );
  }
  return <circle className={styles.dashed} cx="8" cy="8" r="6" />;
}
