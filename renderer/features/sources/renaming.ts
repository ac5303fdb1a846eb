// Which interview is being renamed in the list.
import { create } from 'zustand';

export const useRenaming = create<{ id: string | null }>()(() => ({ id: null }));

export function startRename(id: string): void {
  useRenaming.setState({ id });
}

export function finishRename(): void {
  useRenaming.setState({ id: null });
}
