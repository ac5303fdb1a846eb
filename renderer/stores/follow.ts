// Keeps the view in step with study, focus and tabs: tabs of removed records close, a new study starts clean, each tab has its selection.
import { SURFACES, type Surface } from '#shared/commands/command';
import type { Unsubscribe } from '#shared/lib/emitter';
import type { CollectionName } from '#shared/model/records/index';

import { useContextStore } from './context-store.ts';
import { collectionKey } from './projection.ts';
import { useNotificationStore } from './notification-store.ts';
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

const RECORD_OF: Partial<Record<NonNullable<Selection>['kind'], CollectionName>> = {
  tag: 'tags',
  theme: 'themes',
  assumption: 'assumptions',
  participant: 'participants',
  source: 'sources',
};

/**
 * True for a selection of which nothing is left. A snippet is left to the transcript: the words it was made of may still be selected.
 */
function isSelectionGone(selection: Selection): boolean {
  if (selection === null || selection.kind === 'snippet' || selection.kind === 'text') return false;
  const { state } = projection;
  if (selection.kind === 'cards') return selection.ids.every((id) => !state.get('cards', id));
  if (selection.kind === 'cell') return !state.get('themes', selection.themeId) || !state.get('assumptions', selection.assumptionId);
  const collection = RECORD_OF[selection.kind];
  return collection !== undefined && !state.get(collection, selection.id);
}

/** Nothing is selected any more once its record has gone, by removal as by undo. */
function dropGoneSelection(): void {
  if (isSelectionGone(useViewStore.getState().selection)) useViewStore.setState({ selection: null });
}

const SELECTED_COLLECTIONS: readonly CollectionName[] = ['tags', 'themes', 'assumptions', 'participants', 'sources', 'cards'];

/** Closes tabs whose record is gone; another study begins with no tabs, no selection and no notifications. */
export function followStudy(): Unsubscribe {
  let folder = useVaultStore.getState().status?.folder ?? null;
  const stops = Object.values(COLLECTION_OF).map((name) => projection.watch(collectionKey(name), () => closeTabsWhere(isGone)));
  stops.push(...SELECTED_COLLECTIONS.map((name) => projection.watch(collectionKey(name), dropGoneSelection)));
  const stop = useVaultStore.subscribe(({ status }) => {
    if ((status?.folder ?? null) === folder) return;
    folder = status?.folder ?? null;
    useViewStore.setState({ ...initialView });
    useNotificationStore.setState({ notifications: [] });
  });
  return () => {
    stop();
    stops.forEach((end) => end());
  };
}

function isSnippetGone(selection: Selection): boolean {
  return selection?.kind === 'snippet' && !projection.state.get('snippets', selection.id);
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
    if (view.selection !== before.selection) return;
    const again = key === null ? null : (kept.get(key) ?? null);
    useViewStore.setState({ selection: isSelectionGone(again) || isSnippetGone(again) ? null : again });
  });
}
