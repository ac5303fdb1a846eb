// Handlers of the window's own commands: palette, undo, views, focus, tabs, layout.
import { announce } from '#renderer/ui/announce';
import { notify } from '#renderer/stores/notification-store';
import {
  activateTab,
  activeTab,
  closeTab,
  keepTab,
  moveTabToOtherGroup,
  openTab,
  reopenTab,
  splitRight,
  stepTab,
} from '#renderer/stores/tabs';
import { redo, undo } from '#renderer/stores/vault-actions';
import { useVaultStore } from '#renderer/stores/vault-store';
import { type Activity, initialView, showActivity, type TabContent, useViewStore } from '#renderer/stores/view-store';

import { focusEditor, focusEditorSoon, focusPart, focusStep } from './focus-parts.ts';
import { openCommandPalette, openGoTo, openGoToTag, openPaletteHelp, openShortcutSheet } from './palette.ts';

function show(activity: Activity, opens: TabContent | null): () => void {
  return () => {
    showActivity(activity);
    if (opens) {
      openTab(opens);
      focusEditorSoon();
    } else requestAnimationFrame(() => focusPart('sideBar'));
  };
}

async function step(work: typeof undo, word: string): Promise<void> {
  const done = await work();
  if (done) announce(`${word} ${done.label}`);
}

function confirmSaved(): void {
  const { lastEntry } = useVaultStore.getState();
  const at = lastEntry ? ` ${new Date(lastEntry.at).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' })}` : '';
  announce(`All changes saved${at}`);
  notify({ kind: 'info', message: `All changes saved${at}. Plumbline saves every step by itself.` });
}

function closeActiveTab(): void {
  const view = useViewStore.getState();
  const tab = activeTab(view);
  if (!tab) return;
  closeTab(view.activeGroup, tab.key);
  requestAnimationFrame(() => focusEditor());
}

function keepActiveTab(): void {
  const tab = activeTab();
  if (tab) keepTab(tab.key);
}

function focusGroup(index: number): void {
  const group = useViewStore.getState().groups[index];
  if (!group) return;
  if (group.activeKey) activateTab(index, group.activeKey);
  focusPart(`editor${index + 1}`);
}

const toggle = (key: 'sideBarVisible' | 'inspectorVisible') => () => useViewStore.setState((view) => ({ [key]: !view[key] }));

export const workbenchHandlers = {
  'palette.commands': openCommandPalette,
  'palette.goTo': () => openGoTo(''),
  'palette.goToTag': openGoToTag,
  'palette.help': openPaletteHelp,
  'edit.undo': () => step(undo, 'Undone:'),
  'edit.redo': () => step(redo, 'Done again:'),
  'vault.saveNote': confirmSaved,
  'view.plan': show('plan', { kind: 'plan' }),
  'view.interviews': show('interviews', null),
  'view.codebook': show('codebook', { kind: 'codebook' }),
  'view.board': show('board', { kind: 'board' }),
  'view.matrix': show('matrix', { kind: 'matrix' }),
  'view.readout': show('readout', { kind: 'readout' }),
  'view.rhythm': show('rhythm', { kind: 'rhythm' }),
  'view.search': show('search', null),
  'focus.nextPart': () => focusStep(1),
  'focus.previousPart': () => focusStep(-1),
  'focus.sideBar': () => {
    useViewStore.setState({ sideBarVisible: true });
    requestAnimationFrame(() => focusPart('sideBar'));
  },
  'focus.inspector': () => {
    useViewStore.setState({ inspectorVisible: true });
    requestAnimationFrame(() => focusPart('inspector'));
  },
  'focus.editor1': () => focusGroup(0),
  'focus.editor2': () => focusGroup(1),
  'tab.next': () => stepTab(1),
  'tab.previous': () => stepTab(-1),
  'tab.close': closeActiveTab,
  'tab.reopen': reopenTab,
  'tab.keep': keepActiveTab,
  'tab.splitRight': splitRight,
  'tab.moveToGroup': moveTabToOtherGroup,
  'layout.toggleSideBar': toggle('sideBarVisible'),
  'layout.toggleInspector': toggle('inspectorVisible'),
  'layout.reset': () =>
    useViewStore.setState({ sideBarVisible: initialView.sideBarVisible, inspectorVisible: initialView.inspectorVisible }),
  'keys.sheet': openShortcutSheet,
};
