// The dialogs that bring in stories: one that is written down, or a table of them.
import { create } from 'zustand';

import type { Story, StoryKind } from '#shared/domain/sources/kind-forms';
import { refuseToChange } from '#renderer/stores/refuse';
import { notifyUndoable } from '#renderer/stores/notify-undoable';
import { call } from '#renderer/stores/session';
import { endProgress } from '#renderer/stores/progress-store';
import { focusFrontSurface } from '#renderer/ui/focus-surface';
import { countNoun } from '#shared/lib/text';

interface StoriesState {
  open: 'nothing' | 'writing' | 'table';
  /** Chosen last: whoever writes down one complaint writes down the next. */
  kind: StoryKind;
  /** The running import, for its progress and its cancel. */
  jobId: string | null;
}

export const useStoriesStore = create<StoriesState>()(() => ({ open: 'nothing', kind: 'frontline-story', jobId: null }));

export function openStories(open: 'writing' | 'table'): void {
  if (!refuseToChange()) useStoriesStore.setState({ open });
}

export function closeStories(): void {
  useStoriesStore.setState({ open: 'nothing' });
  focusFrontSurface();
}

/** Adds them as one step and says so. @returns ids of the sources. @throws AppError of the core; 'cancelled' when it was stopped. */
export async function addStories(fileName: string, stories: readonly Story[]): Promise<string[]> {
  const jobId = crypto.randomUUID();
  useStoriesStore.setState({ jobId });
  try {
    const { sourceIds } = await call('import.addStories', { jobId, fileName, stories: [...stories] });
    notifyUndoable(`${countNoun(sourceIds.length, 'source was', 'sources were')} added.`);
    return sourceIds;
  } finally {
    useStoriesStore.setState({ jobId: null });
    endProgress(jobId);
  }
}

export function stopStories(jobId: string): void {
  void call('job.cancel', { jobId }).catch(() => undefined);
}
