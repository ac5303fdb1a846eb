// Remembers which tabs were open in a study and opens them again with it.
import type { Unsubscribe } from '#shared/lib/emitter';
import type { Layout } from '#shared/rpc/answers';

import { isGone } from './follow.ts';
import { call } from './session.ts';
import { useVaultStore } from './vault-store.ts';
import { ACTIVITIES, type EditorGroup, TAB_KINDS, type TabContent, tabKey, useViewStore, type ViewState } from './view-store.ts';

/** Pause after the last change before the layout is kept (ms). */
const PAUSE_MS = 600;

function layoutOf({ groups, activeGroup, activity }: ViewState): Layout {
  return {
    groups: groups.map((group) => ({
      tabs: group.tabs.map(({ content }) => ({ kind: content.kind, id: 'id' in content ? content.id : null })),
      active: group.tabs.findIndex((tab) => tab.key === group.activeKey),
    })),
    activeGroup,
    activity,
  };
}

function contentOf({ kind, id }: { kind: string; id: string | null }): TabContent | null {
  const known = TAB_KINDS[kind as TabContent['kind']];
  if (known === undefined || (known === 'record') !== (id !== null)) return null;
  const content = (id === null ? { kind } : { kind, id }) as TabContent;
  return isGone(content) ? null : content;
}

/** Groups of a kept layout; tabs of records that are gone, or that this version does not know, are left out. */
function groupsOf(layout: Layout): EditorGroup[] {
  return layout.groups
    .map(({ tabs, active }) => {
      const contents = tabs.map(contentOf);
      const front = contents[active] ?? contents.find((content) => content !== null) ?? null;
      const open = contents.flatMap((content) => (content ? [{ key: tabKey(content), content, preview: false }] : []));
      return { tabs: open, activeKey: front ? tabKey(front) : null };
    })
    .filter((group) => group.tabs.length > 0);
}

async function restore(): Promise<void> {
  const layout = await call('layout.read', {}).catch(() => null);
  const view = useViewStore.getState();
  // Whoever has opened something meanwhile is not to be interrupted.
  if (!layout || view.groups.some((group) => group.tabs.length > 0)) return;
  const groups = groupsOf(layout);
  if (groups.length === 0) return;
  const activity = ACTIVITIES.find((name) => name === layout.activity) ?? view.activity;
  useViewStore.setState({ groups, activeGroup: Math.min(layout.activeGroup, groups.length - 1), activity });
}

/** Opens the kept tabs when a study opens, and keeps them as they change. The sample is not remembered: every copy starts fresh. */
export function rememberLayout(): Unsubscribe {
  let folder: string | null = null;
  let timer: number | undefined;
  const takeStudy = (): void => {
    const { status } = useVaultStore.getState();
    if ((status?.folder ?? null) === folder) return;
    folder = status?.folder ?? null;
    window.clearTimeout(timer);
    if (status && !status.sample) void restore();
  };
  takeStudy();
  const stopStudy = useVaultStore.subscribe(takeStudy);
  const stopView = useViewStore.subscribe((view, before) => {
    const same = view.groups === before.groups && view.activeGroup === before.activeGroup && view.activity === before.activity;
    if (same || folder === null || useVaultStore.getState().status?.sample) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void call('layout.write', layoutOf(useViewStore.getState())).catch(() => undefined), PAUSE_MS);
  });
  return () => {
    window.clearTimeout(timer);
    stopStudy();
    stopView();
  };
}
