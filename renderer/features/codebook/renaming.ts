// Which tag is being renamed in its row, and in which list: the same tag may stand in two.
import { create } from 'zustand';

import type { TagList } from './codebook-lists.ts';

export const useRenaming = create<{ tagId: string | null; list: TagList | null }>()(() => ({ tagId: null, list: null }));

export function startRename(tagId: string, list: TagList | null): void {
  useRenaming.setState({ tagId, list });
}

export function finishRename(): void {
  useRenaming.setState({ tagId: null, list: null });
}
