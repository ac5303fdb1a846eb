// What both sides changed, each in another way: shown side by side, with a choice where there is one.
import { countNoun, shorten } from '#shared/lib/text';
import type { MergePreview } from '#shared/rpc/coder-answers';
import { useShownText } from '#renderer/stores/shown-names';

import { Button } from '../../ui/Button.tsx';
import { fieldWord, recordNoun } from '../history/index.ts';
import styles from './coders.module.css';
import { decide, keyOf, useMergeStore } from './merge-store.ts';

type Conflict = MergePreview['conflicts'][number];

/** Conflicts that are shown one by one; the others are decided together. */
const LISTED = 100;

export function MergeConflicts({ conflicts, busy }: { conflicts: readonly Conflict[]; busy: boolean }) {
  const keys = conflicts.filter(({ mayTakeThere }) => mayTakeThere).map(keyOf);
  return (
    <section aria-labelledby="merge-conflicts">
      <h3 id="merge-conflicts" className={styles.part}>{`Changed on both sides (${conflicts.length})`}</h3>
      <div className={styles.line}>
        <p className={styles.grow}>What stands here is kept unless you choose otherwise.</p>
        {keys.length > 1 ? (
          <>
            <Button disabled={busy} onClick={() => decide(keys, 'here')}>
              Keep all of mine
            </Button>
            <Button disabled={busy} onClick={() => decide(keys, 'there')}>
              Take all of theirs
            </Button>
          </>
        ) : null}
      </div>
      <ul className={styles.conflicts}>
        {conflicts.slice(0, LISTED).map((conflict) => (
          <ConflictRow key={keyOf(conflict)} conflict={conflict} busy={busy} />
        ))}
      </ul>
      {conflicts.length > LISTED ? (
        <p
          className={styles.quiet}
        >{`${countNoun(conflicts.length - LISTED, 'more is', 'more are')} not listed; the two buttons decide them too.`}</p>
      ) : null}
    </section>
  );
}

function ConflictRow({ conflict, busy }: { conflict: Conflict; busy: boolean }) {
  const { record, mayTakeThere } = conflict;
  const key = keyOf(conflict);
  const there = useMergeStore((state) => state.fromThere.has(key));
  const shown = useShownText();
  const name = `${recordNoun(record.collection, 1)}${record.name === '' ? '' : ` “${shorten(shown(record.name), 80)}”`}`;
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  return (
    <li className={styles.conflict}>
      <p className={styles.name}>{title}</p>
      {record.what === 'changed' ? null : (
        <p>{record.what === 'added' ? 'Removed here, changed there.' : 'Changed here, removed there.'}</p>
      )}
      {record.fields.map(({ field, before, after }) => (
        <div key={field} className={styles.sides}>
          <span className={styles.quiet}>{fieldWord(field)}</span>
          <Side label="Here" text={before} taken={!there} shown={shown} />
          <Side label="There" text={after} taken={there} shown={shown} />
        </div>
      ))}
      {mayTakeThere ? (
        <div className={styles.line} role="radiogroup" aria-label={title}>
          <Choice name={key} label={keepWords(record.what)[0]} checked={!there} busy={busy} onChoose={() => decide([key], 'here')} />
          <Choice name={key} label={keepWords(record.what)[1]} checked={there} busy={busy} onChoose={() => decide([key], 'there')} />
        </div>
      ) : (
        <p className={styles.quiet}>What stands here is kept: places in a text hang on it.</p>
      )}
    </li>
  );
}

function keepWords(what: Conflict['record']['what']): readonly [here: string, there: string] {
  if (what === 'added') return ['Leave it removed', 'Bring it back as it is there'];
  return what === 'removed' ? ['Keep it', 'Remove it here too'] : ['Keep mine', 'Take theirs'];
}

function Side({ label, text, taken, shown }: { label: string; text: string | null; taken: boolean; shown(text: string): string }) {
  return (
    <div className={styles.side} data-taken={taken}>
      <span className={styles.quiet}>{label}</span>
      <span>{text === null ? 'changed' : text === '' ? 'empty' : shown(text)}</span>
    </div>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  checked: boolean;
  busy: boolean;
  onChoose(): void;
}

function Choice({ name, label, checked, busy, onChoose }: ChoiceProps) {
  return (
    <label className={styles.check}>
      <input type="radio" name={name} checked={checked} disabled={busy} onChange={onChoose} />
      {label}
    </label>
  );
}
