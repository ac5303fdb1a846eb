// Opening, closing and moving tabs.
import { type EditorGroup, type Tab, type TabContent, tabKey, useViewStore, type ViewState } from './view-store.ts';

const CLOSED_LIMIT = 20;

export interface OpenTabOptions {
  /** Opens as the one preview tab of its group, in italics. */
  preview?: boolean;
  /** Opens in the other group, beside the active one. */
  aside?: boolean;
}

/** Shows a tab: the open one with this content wherever it is, otherwise a new one in the active group. */
export function openTab(content: TabContent, options: OpenTabOptions = {}): void {
  useViewStore.setState((view) => {
    const key = tabKey(content);
    if (!options.aside) {
      const at = view.groups.findIndex((group) => group.tabs.some((tab) => tab.key === key));
      if (at >= 0) return { groups: changeGroup(view, at, (group) => activate(keepUnless(group, key, options), key)), activeGroup: at };
    }
    const base = options.aside ? withSecondGroup(view) : view;
    const at = options.aside ? 1 - base.activeGroup : base.activeGroup;
    const tab: Tab = { key, content, preview: options.preview ?? false };
    return { groups: changeGroup(base, at, (group) => insertTab(group, tab)), activeGroup: at };
  });
}

function keepUnless(group: EditorGroup, key: string, options: OpenTabOptions): EditorGroup {
  if (options.preview) return group;
  return { ...group, tabs: group.tabs.map((tab) => (tab.key === key ? { ...tab, preview: false } : tab)) };
}

function withSecondGroup(view: ViewState): ViewState {
  return view.groups.length > 1 ? view : { ...view, groups: [...view.groups, { tabs: [], activeKey: null }] };
}

function activate(group: EditorGroup, key: string): EditorGroup {
  return { ...group, activeKey: key };
}

function insertTab(group: EditorGroup, tab: Tab): EditorGroup {
  if (group.tabs.some((open) => open.key === tab.key)) return activate(group, tab.key);
  const replaced = tab.preview ? group.tabs.findIndex((open) => open.preview) : -1;
  const tabs = replaced >= 0 ? group.tabs.with(replaced, tab) : [...group.tabs, tab];
  return { tabs, activeKey: tab.key };
}

function changeGroup(view: ViewState, index: number, change: (group: EditorGroup) => EditorGroup): EditorGroup[] {
  return view.groups.map((group, at) => (at === index ? change(group) : group));
}

/** Closes a tab; the one to its right becomes active, otherwise the one to its left. An empty second group goes away. */
export function closeTab(groupIndex: number, key: string): void {
  useViewStore.setState((view) => {
    const group = view.groups[groupIndex];
    const at = group?.tabs.findIndex((tab) => tab.key === key) ?? -1;
    const tab = group?.tabs[at];
    if (!group || !tab) return view;
    const tabs = group.tabs.toSpliced(at, 1);
    const activeKey = group.activeKey === key ? ((tabs[at] ?? tabs[at - 1])?.key ?? null) : group.activeKey;
    const closed = [...view.closed, { ...tab, preview: false }].slice(-CLOSED_LIMIT);
    return { ...withoutEmptyGroups({ ...view, groups: changeGroup(view, groupIndex, () => ({ tabs, activeKey })) }), closed };
  });
}

function withoutEmptyGroups(view: ViewState): Pick<ViewState, 'groups' | 'activeGroup'> {
  const groups = view.groups.filter((group) => group.tabs.length > 0);
  if (groups.length === 0) return { groups: [{ tabs: [], activeKey: null }], activeGroup: 0 };
  return { groups, activeGroup: Math.min(view.activeGroup, groups.length - 1) };
}

/** Opens the tab that was closed last. */
export function reopenTab(): void {
  const last = useViewStore.getState().closed.at(-1);
  if (!last) return;
  useViewStore.setState(({ closed }) => ({ closed: closed.slice(0, -1) }));
  openTab(last.content);
}

export function activateTab(groupIndex: number, key: string): void {
  useViewStore.setState((view) => ({ groups: changeGroup(view, groupIndex, (group) => activate(group, key)), activeGroup: groupIndex }));
}

/** Makes the preview tab of a group a lasting one. */
export function keepTab(key: string): void {
  useViewStore.setState((view) => ({
    groups: view.groups.map((group) => ({ ...group, tabs: group.tabs.map((tab) => (tab.key === key ? { ...tab, preview: false } : tab)) })),
  }));
}

/** Moves along the tabs of the active group, around the end. */
export function stepTab(step: 1 | -1): void {
  const { groups, activeGroup } = useViewStore.getState();
  const group = groups[activeGroup];
  if (!group || group.tabs.length === 0) return;
  const at = group.tabs.findIndex((tab) => tab.key === group.activeKey);
  const next = group.tabs[(at + step + group.tabs.length) % group.tabs.length];
  if (next) activateTab(activeGroup, next.key);
}

/** Moves the active tab to the other group, which is made when there is none. */
export function moveTabToOtherGroup(): void {
  const tab = activeTab();
  if (!tab) return;
  useViewStore.setState((view) => {
    const from = view.activeGroup;
    const base = withSecondGroup(view);
    const to = from === 0 ? 1 : 0;
    const removed = changeGroup(base, from, (group) => {
      const tabs = group.tabs.filter((open) => open.key !== tab.key);
      return { tabs, activeKey: tabs.at(-1)?.key ?? null };
    });
    const groups = changeGroup({ ...base, groups: removed }, to, (group) => insertTab(group, { ...tab, preview: false }));
    return withoutEmptyGroups({ ...base, groups, activeGroup: to });
  });
}

/** Shows the active tab's content in the second group as well. */
export function splitRight(): void {
  const tab = activeTab();
  if (tab) openTab(tab.content, { aside: true });
}

/** The tab in front in the active group. */
export function activeTab(view: ViewState = useViewStore.getState()): Tab | null {
  const group = view.groups[view.activeGroup];
  return group?.tabs.find((tab) => tab.key === group.activeKey) ?? null;
}

/** Closes tabs whose record is gone, wherever they are. */
export function closeTabsWhere(gone: (content: TabContent) => boolean): void {
  const { groups } = useViewStore.getState();
  for (const [index, group] of [...groups.entries()].reverse()) {
    for (const tab of group.tabs) if (gone(tab.content)) closeTab(index, tab.key);
  }
}
