// Labelled text fields; the committing ones keep what is typed to themselves until a pause or blur.
import { type InputHTMLAttributes, type ReactNode, useEffect, useId, useRef, useState } from 'react';

import { focusFrontSurface } from './focus-surface.ts';
import styles from './ui.module.css';

interface FieldProps {
  label: string;
  help?: ReactNode;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean;
  children(id: string): ReactNode;
}

export function Field({ label, help, hideLabel, children }: FieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : styles.fieldLabel}>
        {label}
      </label>
      {children(id)}
      {help ? <span className={styles.fieldHelp}>{help}</span> : null}
    </div>
  );
}

interface TextInputProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  help?: ReactNode;
  hideLabel?: boolean;
}

export function TextInput({ label, help, hideLabel, className, ...rest }: TextInputProps) {
  return (
    <Field label={label} {...(help === undefined ? {} : { help })} {...(hideLabel === undefined ? {} : { hideLabel })}>
      {(id) => <input id={id} type="text" className={[styles.input, className].filter(Boolean).join(' ')} {...rest} />}
    </Field>
  );
}

/** Time after the last key before what was typed is committed (ms). */
const PAUSE_MS = 800;

interface CommitProps {
  label: string;
  help?: ReactNode;
  hideLabel?: boolean;
  value: string;
  /** Called on a pause, on blur and, for one line, on Enter; only when the text differs from the last committed one. */
  onCommit(value: string): void;
  /** Several lines. */
  multiline?: boolean;
  placeholder?: string;
  className?: string;
  autoFocus?: boolean;
  /** Blank text is put back instead of committed. */
  required?: boolean;
  rows?: number;
}

/**
 * A text field whose text is its own until it is committed. In one line Esc goes back to the committed text; in several lines Esc and
 * Ctrl+Enter keep what was typed (undo takes it back) and leave for the surface in front.
 */
export function CommitField({ label, help, hideLabel, value, onCommit, multiline, className, required, ...rest }: CommitProps) {
  const [text, setText] = useState(value);
  const editing = useRef(false);
  const committed = useRef(value);
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => {
    committed.current = value;
    if (!editing.current) setText(value);
  }, [value]);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const commit = (next: string): void => {
    window.clearTimeout(timer.current);
    if (next === committed.current || (required && next.trim() === '')) return;
    committed.current = next;
    onCommit(next);
  };
  const common = {
    className: [styles.input, className].filter(Boolean).join(' '),
    value: text,
    onChange: (event: { target: { value: string } }) => {
      const next = event.target.value;
      editing.current = true;
      setText(next);
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => commit(next), PAUSE_MS);
    },
    onBlur: () => {
      editing.current = false;
      commit(text);
      if (required && text.trim() === '') setText(committed.current);
    },
    onKeyDown: (event: React.KeyboardEvent<HTMLElement>) => {
      if (event.key === 'Enter' && !multiline) commit(text);
      const leaves = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
      if (multiline && leaves) {
        editing.current = false;
        commit(text);
        focusFrontSurface();
      } else if (event.key === 'Escape') {
        window.clearTimeout(timer.current);
        editing.current = false;
        setText(committed.current);
      }
    },
    ...rest,
  };
  return (
    <Field label={label} {...(help === undefined ? {} : { help })} {...(hideLabel === undefined ? {} : { hideLabel })}>
      {(id) => (multiline ? <textarea id={id} {...common} /> : <input id={id} type="text" {...common} />)}
    </Field>
  );
}
