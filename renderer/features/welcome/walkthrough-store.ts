// “Your first readout”: six steps that tick themselves because they were done, while this window is open.
import { create } from 'zustand';

import type { EditName } from '#shared/edits/index';
import type { Unsubscribe } from '#shared/lib/emitter';
import { activeTab } from '#renderer/stores/tabs';
import { useVaultStore } from '#renderer/stores/vault-store';
import { useViewStore } from '#renderer/stores/view-store';

export type StepId = 'read' | 'tag' | 'sort' | 'judge' | 'quote' | 'import';

/** Edits that do a step. */
const EDITS_OF: { readonly [S in Exclude<StepId, 'read'>]: readonly EditName[] } = {
  tag: ['createSnippet', 'tagSnippets'],
  sort: ['placeSnippets', 'moveCards', 'createTheme'],
  judge: ['setEvidence'],
  quote: ['chooseQuotes'],
  import: ['importSources'],
};

export const useWalkthrough = create<{ done: ReadonlySet<StepId> }>()(() => ({ done: new Set() }));

function tick(step: StepId): void {
  const { done } = useWalkthrough.getState();
  if (!done.has(step)) useWalkthrough.setState({ done: new Set([...done, step]) });
}

/** Watches what is done in the window. */
export function followWalkthrough(): Unsubscribe {
  const stopEntries = useVaultStore.subscribe(({ lastEntry }, before) => {
    if (!lastEntry || lastEntry === before.lastEntry || lastEntry.kind !== 'edit') return;
    for (const [step, edits] of Object.entries(EDITS_OF)) {
      if ((edits as readonly string[]).includes(lastEntry.edit)) tick(step as StepId);
    }
  });
  const stopTabs = useViewStore.subscribe((view) => {
    if (activeTab(view)?.content.kind === 'readout') tick('read');
  });
  return () => {
    stopEntries();
    stopTabs();
  };
}
