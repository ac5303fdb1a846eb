// The eight views in the order of the work, each with its name under the icon.
import { Settings } from 'lucide-react';

import { useVaultStore } from '#renderer/stores/vault-store';
import { ACTIVITIES, type Activity, useViewStore } from '#renderer/stores/view-store';

import { commandById, type CommandId } from '#shared/commands/catalog';

import { keysOf, readableKeys } from '../commands/keys.ts';
import { runCommand } from '../commands/run-command.ts';
import { ACTIVITY_ROOMS } from './rooms.tsx';
import styles from './workbench.module.css';

export function ActivityBar() {
  const activity = useViewStore((view) => view.activity);
  const sideBarVisible = useViewStore((view) => view.sideBarVisible);
  const vaultOpen = useVaultStore((state) => state.status !== null);
  return (
    <nav className={styles.activityBar} aria-label="Views" data-part="activityBar">
      <ul>
        {ACTIVITIES.map((name) => (
          <li key={name}>
            <ActivityButton name={name} current={vaultOpen && activity === name && sideBarVisible} disabled={!vaultOpen} />
          </li>
        ))}
      </ul>
      <button type="button" className={styles.activity} title="Settings" onClick={() => runCommand('settings.open')}>
        <Settings size={20} strokeWidth={1.75} aria-hidden="true" />
        Settings
      </button>
    </nav>
  );
}

function ActivityButton({ name, current, disabled }: { name: Activity; current: boolean; disabled: boolean }) {
  const { title, icon: Icon } = ACTIVITY_ROOMS[name];
  const id: CommandId = `view.${name}`;
  const keys = keysOf(commandById(id))[0];
  return (
    <button
      type="button"
      className={styles.activity}
      aria-current={current ? 'page' : undefined}
      disabled={disabled}
      title={keys ? `${title} (${readableKeys(keys)})` : title}
      onClick={() => runCommand(id)}
    >
      <Icon size={20} strokeWidth={1.75} aria-hidden="true" />
      {title}
    </button>
  );
}
