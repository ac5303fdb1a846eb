// A calendar day that may be left open; committed on leaving the field or Enter, because half-typed years are days too.
import { useEffect, useState } from 'react';

import { TextInput } from './Field.tsx';

interface DateFieldProps {
  label: string;
  help?: string;
  /** `2026-06-30`, or null while it is open. */
  value: string | null;
  onCommit(value: string | null): void;
}

export function DateField({ value, onCommit, ...rest }: DateFieldProps) {
  const [text, setText] = useState(value ?? '');
  useEffect(() => setText(value ?? ''), [value]);
  const commit = (): void => {
    const day = text === '' ? null : text;
    if (day !== value) onCommit(day);
  };
  return (
    <TextInput
      {...rest}
      type="date"
      max="9999-12-31"
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}
