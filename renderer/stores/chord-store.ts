// The first key of a chord that waits for its second.
import { create } from 'zustand';

export const useChordStore = create<{ chord: string | null }>()(() => ({ chord: null }));

export function setChord(chord: string | null): void {
  useChordStore.setState({ chord });
}
