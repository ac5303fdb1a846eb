// A progress bar that says how far it is.
import styles from './ui.module.css';

export function ProgressBar({ label, done, total }: { label: string; done: number; total: number }) {
  const percent = total === 0 ? 0 : Math.round((done / total) * 100);
  return (
    <div className={styles.progress} role="progressbar" aria-label={label} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100}>
      <div className={styles.progressBar} style={{ width: `${percent}%` }} />
    </div>
  );
}
