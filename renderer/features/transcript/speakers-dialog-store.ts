// Which source's speakers are being mapped in the dialog.
import { create } from 'zustand';

export const useSpeakersDialog = create<{ sourceId: string | null }>()(() => ({ sourceId: null }));

export function openSpeakers(sourceId: string): void {
  useSpeakersDialog.setState({ sourceId });
}

export function closeSpeakers(): void {
  useSpeakersDialog.setState({ sourceId: null });
}
