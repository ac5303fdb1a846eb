// What is being searched for, so that the palette and the search view share it.
import { create } from 'zustand';

export const useSearchStore = create<{ query: string }>()(() => ({ query: '' }));
