// Which interviews go into a coding pack.
import { countNoun } from '#shared/lib/text';
import { useRecords } from '#renderer/stores/record-hooks';
import { useShownText } from '#renderer/stores/shown-names';

import { Button } from '../../ui/Button.tsx';
import styles from './coders.module.css';

interface PackInterviewsProps {
  /** Ids of those that do not go along. */
  left: ReadonlySet<string>;
  onLeft(left: ReadonlySet<string>): void;
}

export function PackInterviews({ left, onLeft }: PackInterviewsProps) {
  const sources = useRecords('sources');
  const shown = useShownText();
  const chosen = sources.filter(({ id }) => !left.has(id)).length;
  const change = (id: string, wanted: boolean): void => {
    const next = new Set(left);
    if (wanted) next.delete(id);
    else next.add(id);
    onLeft(next);
  };
  if (sources.length === 0) return <p role="status">There is no interview in this study yet. Import one first.</p>;
  return (
    <fieldset className={styles.interviews}>
      <legend className={styles.legend}>
        Interviews <span className={styles.quiet}>{`${chosen} of ${countNoun(sources.length, 'interview', 'interviews')}`}</span>
      </legend>
      <div className={styles.line}>
        <Button autoFocus disabled={left.size === 0} onClick={() => onLeft(new Set())}>
          All
        </Button>
        <Button disabled={chosen === 0} onClick={() => onLeft(new Set(sources.map(({ id }) => id)))}>
          None
        </Button>
      </div>
      <ul className={styles.checks}>
        {sources.map(({ id, title }) => (
          <li key={id}>
            <label className={styles.check}>
              <input type="checkbox" checked={!left.has(id)} onChange={(event) => change(id, event.target.checked)} />
              {shown(title)}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
