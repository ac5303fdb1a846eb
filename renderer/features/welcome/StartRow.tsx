// One row of the welcome page: a sign, what it does, and its key.
import type { ComponentType } from 'react';

import { commandById, type CommandId } from '#shared/commands/catalog';
import { useVaultStore } from '#renderer/stores/vault-store';

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
  const host = useVaultStore((state) => state.host);
  const keys = command === undefined ? [] : (commandById(command).keys ?? []);
  // In a browser the first keys may be the browser's own; the last ones are a chord that is ours wherever there are two.
  const shown = host === 'browser' ? keys.at(-1) : keys[0];
  return (
    <li>
      <button type="button" className={styles.startRow} disabled={disabled} onClick={run} {...(first ? { 'data-focus-first': '' } : {})}>
        <Icon size={16} strokeWidth={1.75} />
        <span className={styles.startLabel}>{label}</span>
        {shown ? <kbd>{readableKeys(shown)}</kbd> : null}
      </button>
    </li>
  );
}
