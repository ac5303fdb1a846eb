// The interview whose transcript is to be replaced by a better version of it.
import { create } from 'zustand';

export const useReplaceStore = create<{ sourceId: string | null }>()(() => ({ sourceId: null }));

export function openReplace(sourceId: string): void {
  useReplaceStore.setState({ sourceId });
}

export function closeReplace(): void {
  useReplaceStore.setState({ sourceId: null });
}
