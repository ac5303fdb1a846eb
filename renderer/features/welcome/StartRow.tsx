// One row of the welcome page: a sign, what it does, and its key.
import type { ComponentType } from 'react';

import { commandById, type CommandId } from '#shared/commands/catalog';

import { readableKeys } from '../../ui/readable-keys.ts';
import styles from './welcome.module.css';

interface StartRowProps {
  icon: ComponentType<{ size?: number; strokeWidth?: number }>;
  label: string;
  /** Whose key is shown. */
  command?: CommandId;
  disabled?: boolean;
  /** Takes the focus when the page gets it. */
  first?: boolean;
  run(): void;
}

export function StartRow({ icon: Icon, label, command, disabled = false, first = false, run }: StartRowProps) {
  const keys = command === undefined ? undefined : commandById(command).keys?.[0];
  return (
    <li>
      <button type="button" className={styles.startRow} disabled={disabled} onClick={run} {...(first ? { 'data-focus-first': '' } : {})}>
        <Icon size={16} strokeWidth={1.75} />
        <span className={styles.startLabel}>{label}</span>
        {keys ? <kbd>{readableKeys(keys)}</kbd> : null}
      </button>
    </li>
  );
}
