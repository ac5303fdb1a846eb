// What the transcript in front tells the rest of the window: that commands act on it, and what is selected in it.
import { useEffect } from 'react';

import { useViewStore } from '#renderer/stores/view-store';
import { setFlag } from '#renderer/stores/context-store';

import { offerTagTaker } from '../codebook/index.ts';
import { activateSurface } from './active-surface.ts';
import { applyTags, settleQuickTags } from './apply-tags.ts';
import { currentTarget, selectedText } from './choosing.ts';
import type { Coding } from './coding.ts';
import { isCardOpen } from './snippet-card.ts';
import { hasOtherUnderCursor } from './snippet-walk.ts';
import { useTranscriptStore } from './transcript-store.ts';
import type { TranscriptSurface } from './transcript-surface.ts';

const FLAGS = ['textSelected', 'snippetSelected', 'overlapHere', 'edgesOpen', 'filterOn', 'snippetCardOpen'] as const;

export function useActiveSurface(surface: TranscriptSurface | null, active: boolean, coding: Coding): void {
  useEffect(() => {
    if (!surface || !active) return undefined;
    settleQuickTags();
    // Whatever opened it is gone (a palette): the keys belong to the text now.
    if (document.activeElement === document.body) surface.takeFocus();
    const leave = activateSurface(surface);
    const retract = offerTagTaker(takeTag);
    const tell = (): void => tellFlags(surface);
    const stops = [useTranscriptStore.subscribe(tell), useViewStore.subscribe(tell)];
    tell();
    return () => {
      stops.forEach((stop) => stop());
      retract();
      leave();
      for (const flag of FLAGS) setFlag(flag, false);
      if (useTranscriptStore.getState().edges?.viewId === surface.viewId) useTranscriptStore.setState({ edges: null });
    };
  }, [surface, active]);
  // Snippets come and go by undo as well, and with them what may be done here.
  useEffect(() => {
    if (surface && active) tellFlags(surface);
  }, [surface, active, coding]);
}

function tellFlags(surface: TranscriptSurface): void {
  const { edges, filters } = useTranscriptStore.getState();
  setFlag('textSelected', selectedText(surface) !== null);
  setFlag('snippetSelected', currentTarget()?.kind === 'snippet');
  setFlag('overlapHere', hasOtherUnderCursor(surface));
  setFlag('edgesOpen', edges?.viewId === surface.viewId && !edges.keeping);
  setFlag('filterOn', filters[surface.sourceId] !== undefined);
  setFlag('snippetCardOpen', isCardOpen());
}

/** A tag clicked in the codebook while words are selected is put on them. */
function takeTag(tagId: string): boolean {
  const target = selectedText() ? currentTarget() : null;
  if (!target) return false;
  void applyTags(target, { tagIds: [tagId] }).catch(() => undefined);
  return true;
}
