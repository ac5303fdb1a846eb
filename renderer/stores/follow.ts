// Keeps the view in step with study, focus and tabs: tabs of removed records close, a new study starts clean, each tab has its selection.
import { SURFACES, type Surface } from '#shared/commands/command';
import type { Unsubscribe } from '#shared/lib/emitter';
import type { CollectionName } from '#shared/model/records/index';

import { useContextStore } from './context-store.ts';
import { collectionKey } from './projection.ts';
import { activeTab, closeTabsWhere } from './tabs.ts';
import { projection, useVaultStore } from './vault-store.ts';
import { initialView, type Selection, type TabContent, useViewStore } from './view-store.ts';

/** Remembers the surface that had the focus last. */
export function followFocus(): Unsubscribe {
  const listen = (event: FocusEvent): void => {
    const name = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-surface]')?.dataset.surface : undefined;
    if (name && name !== 'picker' && (SURFACES as readonly string[]).includes(name)) {
      useContextStore.setState({ lastSurface: name as Surface });
    }
  };
  document.addEventListener('focusin', listen);
  return () => document.removeEventListener('focusin', listen);
}

const COLLECTION_OF: Partial<Record<TabContent['kind'], CollectionName>> = {
  transcript: 'sources',
  department: 'departments',
  tag: 'tags',
  theme: 'themes',
  memo: 'memos',
};

/** True for a tab whose record is no longer in the study. */
export const isGone = (content: TabContent): boolean => {
  const collection = COLLECTION_OF[content.kind];
  return collection !== undefined && 'id' in content && !projection.state.get(collection, content.id);
};

/** Closes tabs whose record is gone; another study begins with no tabs and no selection. */
export function followStudy(): Unsubscribe {
  let folder = useVaultStore.getState().status?.folder ?? null;
  const stops = Object.values(COLLECTION_OF).map((name) => projection.watch(collectionKey(name), () => closeTabsWhere(isGone)));
  const stop = useVaultStore.subscribe(({ status }) => {
    if ((status?.folder ?? null) === folder) return;
    folder = status?.folder ?? null;
    useViewStore.setState({ ...initialView });
  });
  return () => {
    stop();
    stops.forEach((end) => end());
  };
}

/** Each tab keeps its own selection: coming back to the board, the inspector describes the card that was chosen there. */
export function followTabs(): Unsubscribe {
  const kept = new Map<string, Selection>();
  let front = activeTab()?.key ?? null;
  return useViewStore.subscribe((view, before) => {
    const key = activeTab(view)?.key ?? null;
    if (key === front) return;
    if (front !== null) kept.set(front, before.selection);
    front = key;
    // Whoever selects and opens in one step means the new selection.
    if (view.selection === before.selection) useViewStore.setState({ selection: key === null ? null : (kept.get(key) ?? null) });
  });
}
