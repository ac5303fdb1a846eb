// Facts that surfaces tell about themselves, so that commands know when they apply.
import { create } from 'zustand';

import type { ContextFlag, Surface } from '#shared/commands/command';

export const useContextStore = create<{ flags: ReadonlySet<ContextFlag>; lastSurface: Surface }>()(() => ({
  flags: new Set(),
  /** The surface that had the focus last, while the focus is nowhere in particular. */
  lastSurface: 'other',
}));

/** Sets or clears a flag. */
export function setFlag(flag: ContextFlag, on: boolean): void {
  const { flags } = useContextStore.getState();
  if (flags.has(flag) === on) return;
  const changed = new Set(flags);
  if (on) changed.add(flag);
  else changed.delete(flag);
  useContextStore.setState({ flags: changed });
}
