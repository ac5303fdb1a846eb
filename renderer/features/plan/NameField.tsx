// A name that must be free: when it is refused, the field goes back to the name that holds.
import { useState } from 'react';

import { CommitField } from '../../ui/Field.tsx';

interface NameFieldProps {
  label: string;
  value: string;
  hideLabel?: boolean;
  className?: string;
  /** Rejects when the name is refused; the refusal has been shown by then. */
  onCommit(value: string): Promise<unknown>;
}

export function NameField({ onCommit, ...rest }: NameFieldProps) {
  const [refused, setRefused] = useState(0);
  return (
    <CommitField
      key={refused}
      required
      {...rest}
      onCommit={(value) => void onCommit(value.trim()).catch(() => setRefused((count) => count + 1))}
    />
  );
}
