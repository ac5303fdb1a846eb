// What is the case right now, for the `when` of commands.
import { type CommandContext, type Surface, SURFACES } from '#shared/commands/command';

import { useContextStore } from '#renderer/stores/context-store';
import { useVaultStore } from '#renderer/stores/vault-store';
import { activeTab } from '#renderer/stores/tabs';
import { useViewStore } from '#renderer/stores/view-store';

/** Reads stores and focus. Surfaces mark their element with data-surface. */
export function currentContext(target: Element | null = document.activeElement): CommandContext {
  const { status, undoLabel, redoLabel } = useVaultStore.getState();
  const { flags } = useContextStore.getState();
  const view = useViewStore.getState();
  const tab = activeTab(view);
  const facts: Partial<Record<string, boolean>> = {
    tabOpen: tab !== null,
    severalTabs: (view.groups[view.activeGroup]?.tabs.length ?? 0) > 1,
    tabClosedBefore: view.closed.length > 0,
    previewTab: tab?.preview ?? false,
    sampleOpen: status?.sample ?? false,
    lookingBack: (status?.lookingBack ?? null) !== null,
    mayEncrypt: status !== null && !status.encrypted && !status.sample,
    readOnly: (status?.readOnlyReason ?? null) !== null,
    encrypted: status?.encrypted ?? false,
  };
  return {
    vaultOpen: status !== null,
    typing: isTyping(target),
    surface: surfaceOf(target),
    canUndo: undoLabel !== null,
    canRedo: redoLabel !== null,
    has: (flag) => facts[flag] ?? flags.has(flag),
  };
}

/** The surface around an element; with the focus on nothing in particular, the one that had it last. */
export function surfaceOf(target: Element | null): Surface {
  const name = target?.closest<HTMLElement>('[data-surface]')?.dataset.surface;
  if (name && (SURFACES as readonly string[]).includes(name)) return name as Surface;
  const nowhere = !target || target === document.body || target === document.documentElement;
  return nowhere ? useContextStore.getState().lastSurface : 'other';
}

/** True in anything that takes text. */
export function isTyping(target: Element | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('[contenteditable="true"]')) return true;
  if (target instanceof HTMLInputElement) return !['button', 'checkbox', 'radio', 'range', 'color', 'submit'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.getAttribute('role') === 'textbox';
}
