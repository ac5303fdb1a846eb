// Top line: menu, study name, the way to everything, save state.
import { PanelLeft, PanelRight, Search } from 'lucide-react';

import { useRecord } from '#renderer/stores/record-hooks';
import { useVaultStore } from '#renderer/stores/vault-store';
import { useViewStore } from '#renderer/stores/view-store';

import { readableKeys } from '../commands/keys.ts';
import { runCommand } from '../commands/run-command.ts';
import { IconButton } from '../ui/Button.tsx';
import { MainMenu } from './MainMenu.tsx';
import { SaveState } from './SaveState.tsx';
import styles from './workbench.module.css';

export function TitleBar() {
  const study = useRecord('study', 'study');
  const sample = useVaultStore((state) => state.status?.sample ?? false);
  return (
    <header className={styles.titleBar} data-part="titleBar">
      <MainMenu />
      <h1 className={styles.studyName}>
        {study?.name ?? 'Plumbline'}
        {sample ? <span className={styles.sampleMark}>Sample copy</span> : null}
      </h1>
      <button type="button" className={styles.goTo} disabled={!study} onClick={() => runCommand('palette.goTo')}>
        <Search size={14} aria-hidden="true" />
        Go to interview, tag, theme…
        <kbd>{readableKeys('Mod+P')}</kbd>
      </button>
      <div className={styles.titleEnd}>
        {sample ? (
          <button type="button" className={styles.keepSample} onClick={() => runCommand('vault.keepSample')}>
            Keep this study…
          </button>
        ) : null}
        <SaveState />
        {study ? <PartToggles /> : null}
      </div>
    </header>
  );
}

function PartToggles() {
  const sideBarVisible = useViewStore((view) => view.sideBarVisible);
  const inspectorVisible = useViewStore((view) => view.inspectorVisible);
  return (
    <span className={styles.partToggles}>
      <IconButton label="Side bar" keys={readableKeys('Mod+B')} pressed={sideBarVisible} onClick={() => runCommand('layout.toggleSideBar')}>
        <PanelLeft size={16} aria-hidden="true" />
      </IconButton>
      <IconButton
        label="Inspector"
        keys={readableKeys('Mod+Shift+B')}
        pressed={inspectorVisible}
        onClick={() => runCommand('layout.toggleInspector')}
      >
        <PanelRight size={16} aria-hidden="true" />
      </IconButton>
    </span>
  );
}
