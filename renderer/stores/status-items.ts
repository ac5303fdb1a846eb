// What the active editor says in the status bar, right side.
import { useEffect } from 'react';
import { create } from 'zustand';

const useStore = create<{ items: readonly string[] }>()(() => ({ items: [] }));

export function useStatusItems(): readonly string[] {
  return useStore((state) => state.items);
}

/** Shows items while the editor that calls it is active; at most five. */
export function useShowStatus(active: boolean, items: readonly string[]): void {
  const text = items.join('\u0000');
  useEffect(() => {
    if (!active) return undefined;
    useStore.setState({ items: text === '' ? [] : text.split('\u0000').slice(0, 5) });
    return () => useStore.setState({ items: [] });
  }, [active, text]);
}
