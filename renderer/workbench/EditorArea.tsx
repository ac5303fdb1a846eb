// One or two groups of tabs side by side.
import { Fragment } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';

import { useVaultStore } from '#renderer/stores/vault-store';
import { type TabContent, useViewStore } from '#renderer/stores/view-store';

import { WelcomeTab } from '../features/welcome/index.ts';
import { EditorGroupView } from './EditorGroupView.tsx';
import styles from './workbench.module.css';

/** Tabs that show something while no study is open. */
const NEEDS_NO_STUDY: ReadonlySet<TabContent['kind']> = new Set(['settings', 'welcome']);

export function EditorArea() {
  const groups = useViewStore((view) => view.groups);
  const vaultOpen = useVaultStore((state) => state.status !== null);
  const nothingOpen = groups.every((group) => group.tabs.every(({ content }) => !vaultOpen && !NEEDS_NO_STUDY.has(content.kind)));
  if (nothingOpen) {
    return (
      <main className={styles.editorArea} data-part="editor1" tabIndex={-1}>
        <WelcomeTab content={{ kind: 'welcome' }} active />
      </main>
    );
  }
  return (
    <main className={styles.editorArea}>
      <Group orientation="horizontal" className={styles.panels ?? ''}>
        {groups.map((group, index) => (
          <Fragment key={index}>
            {index > 0 ? <Separator className={styles.separator ?? ''} aria-label="Width of the editor groups" /> : null}
            <Panel id={`group-${index}`} minSize="240px">
              <EditorGroupView group={group} index={index} />
            </Panel>
          </Fragment>
        ))}
      </Group>
    </main>
  );
}
