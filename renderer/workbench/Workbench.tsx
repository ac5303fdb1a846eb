// The window: title bar, activity bar, side bar, editor area, inspector, status bar, and what floats above them.
import { useEffect, useRef, useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';

import { useVaultStore } from '#renderer/stores/vault-store';
import { useViewStore } from '#renderer/stores/view-store';

import { LookingBackBanner } from '../features/history/index.ts';
import { ActivityBar } from './ActivityBar.tsx';
import { EditorArea } from './EditorArea.tsx';
import { FloatingPart } from './FloatingPart.tsx';
import { Inspector } from './Inspector.tsx';
import { Notifications } from './Notifications.tsx';
import { QuickPick } from './QuickPick.tsx';
import { ReadOnlyBanner } from './ReadOnlyBanner.tsx';
import { SideBar } from './SideBar.tsx';
import { StatusBar } from './StatusBar.tsx';
import { TitleBar } from './TitleBar.tsx';
import styles from './workbench.module.css';

/** Under this width the inspector floats over the editor; under the next one the side bar too (CSS pixels). */
const NARROW = 1100;
const VERY_NARROW = 800;

export function Workbench({ chord, dialogs }: { chord: string | null; dialogs: React.ReactNode }) {
  const sideBarVisible = useViewStore((view) => view.sideBarVisible);
  const inspectorVisible = useViewStore((view) => view.inspectorVisible);
  const vaultOpen = useVaultStore((state) => state.status !== null);
  const width = useWindowWidth();
  const sideBarFloats = width < VERY_NARROW;
  const inspectorFloats = width < NARROW;
  useFolded('inspectorVisible', inspectorFloats);
  useFolded('sideBarVisible', sideBarFloats);
  const showSideBar = vaultOpen && sideBarVisible;
  const showInspector = vaultOpen && inspectorVisible;
  return (
    <div className={styles.workbench}>
      <TitleBar />
      <ReadOnlyBanner />
      <LookingBackBanner />
      <div className={styles.middle}>
        <ActivityBar />
        <Group orientation="horizontal" className={styles.panels ?? ''}>
          {showSideBar && !sideBarFloats ? (
            <>
              <Panel id="side-bar" defaultSize="264px" minSize="200px" maxSize="480px" groupResizeBehavior="preserve-pixel-size">
                <SideBar />
              </Panel>
              <Separator className={styles.separator ?? ''} aria-label="Width of the side bar" />
            </>
          ) : null}
          <Panel id="editor" minSize="240px">
            <EditorArea />
          </Panel>
          {showInspector && !inspectorFloats ? (
            <>
              <Separator className={styles.separator ?? ''} aria-label="Width of the inspector" />
              <Panel id="inspector" defaultSize="300px" minSize="200px" maxSize="480px" groupResizeBehavior="preserve-pixel-size">
                <Inspector />
              </Panel>
            </>
          ) : null}
        </Group>
        {showSideBar && sideBarFloats ? (
          <FloatingPart side="left" name="side bar" close={() => useViewStore.setState({ sideBarVisible: false })}>
            <SideBar />
          </FloatingPart>
        ) : null}
        {showInspector && inspectorFloats ? (
          <FloatingPart side="right" name="inspector" close={() => useViewStore.setState({ inspectorVisible: false })}>
            <Inspector />
          </FloatingPart>
        ) : null}
      </div>
      <StatusBar chord={chord} />
      <QuickPick />
      {dialogs}
      <Notifications />
    </div>
  );
}

/** A part that floats over the editor begins folded away, and comes back when there is room for it again. */
function useFolded(part: 'inspectorVisible' | 'sideBarVisible', floats: boolean): void {
  const before = useRef(false);
  useEffect(() => {
    if (before.current === floats) return;
    before.current = floats;
    useViewStore.setState({ [part]: !floats });
  }, [part, floats]);
}

function useWindowWidth(): number {
  const [width, setWidth] = useState(window.innerWidth);
  useEffect(() => {
    const listen = (): void => setWidth(window.innerWidth);
    window.addEventListener('resize', listen);
    return () => window.removeEventListener('resize', listen);
  }, []);
  return width;
}
