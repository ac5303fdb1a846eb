// One line to add to a list: Enter adds and stays for the next, Esc or leaving it empty ends.
import { useState } from 'react';

import { TextInput } from './Field.tsx';

interface AddLineProps {
  label: string;
  placeholder: string;
  /** Adds what was typed; when it rejects, the text stays. */
  onAdd(text: string): Promise<unknown>;
  /** Esc, after which the focus wants a place, or leaving the field empty. */
  onEnd?(by: 'escape' | 'leaving'): void;
  autoFocus?: boolean;
}

export function AddLine({ label, placeholder, onAdd, onEnd, autoFocus }: AddLineProps) {
  const [text, setText] = useState('');
  const add = (): void => {
    const typed = text.trim();
    if (typed === '') return;
    setText('');
    void onAdd(typed).catch(() => setText(typed));
  };
  return (
    <TextInput
      label={label}
      hideLabel
      placeholder={placeholder}
      value={text}
      maxLength={300}
      autoFocus={autoFocus}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => (text.trim() === '' ? onEnd?.('leaving') : add())}
      onKeyDown={(event) => {
        if (event.key === 'Enter') add();
        if (event.key !== 'Escape') return;
        setText('');
        onEnd?.('escape');
      }}
    />
  );
}
