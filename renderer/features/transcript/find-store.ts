// Finding inside the transcript in front: whether the bar is open, what is typed, and which place is shown.
import { create } from 'zustand';

import { setFlag } from '#renderer/stores/context-store';
import { findInTurns, firstFrom, type FoundInTurn } from '#shared/domain/search/find-in-turns';

import { activeSurface } from './active-surface.ts';
import { chooseText } from './choosing.ts';
import { revealRange } from './reveal.ts';
import { useTranscriptStore } from './transcript-store.ts';
import type { TranscriptSurface } from './transcript-surface.ts';

interface FindState {
  /** View whose bar is open; null while none is. */
  viewId: string | null;
  query: string;
  found: readonly FoundInTurn[];
  /** Place of the one that is shown; -1 when there is none. */
  at: number;
  /** Raised with every asking, so that the field takes the focus again. */
  asked: number;
}

const CLOSED = { viewId: null, found: [], at: -1 } as const;
/** Places that are counted; a single letter stands in a long text more often than anybody steps through. */
export const MOST_FOUND = 5000;
/** Longer selections are passages, not words to look for. */
const LONGEST_TAKEN = 80;

export const useFindStore = create<FindState>()(() => ({ ...CLOSED, query: '', asked: 0 }));

/** Opens the bar, with the selected words in it when there are some. */
export function openFind(): void {
  const surface = activeSurface();
  if (!surface) return;
  const { query, asked } = useFindStore.getState();
  useFindStore.setState({ viewId: surface.viewId, asked: asked + 1 });
  setFlag('findOpen', true);
  lookFor(surface, selectedWords(surface) ?? query, false);
}

/** Takes what is typed and shows the first place from where one reads. */
export function lookFor(surface: TranscriptSurface, query: string, shows = true): void {
  const found = findInTurns(surface.turns, query, MOST_FOUND);
  const from = useTranscriptStore.getState().text;
  const { startTurn, startOffset } =
    from?.viewId === surface.viewId ? from.selection.range : { startTurn: surface.topTurn(), startOffset: 0 };
  const at = firstFrom(found, startTurn, startOffset);
  useFindStore.setState({ query, found, at });
  if (shows) show(surface);
}

/** @param direction 1 for the next place, -1 for the one before; behind the last comes the first. */
export function stepFind(direction: 1 | -1): void {
  const surface = activeSurface();
  const { viewId, found, at } = useFindStore.getState();
  if (!surface || surface.viewId !== viewId || found.length === 0) return;
  useFindStore.setState({ at: (at + direction + found.length) % found.length });
  show(surface);
}

/** Closes the bar; the words that were shown are selected, ready to be tagged. */
export function closeFind(surface: TranscriptSurface): void {
  const { found, at, viewId } = useFindStore.getState();
  if (viewId !== surface.viewId) return;
  const place = found[at];
  forgetFind(surface.viewId);
  surface.takeFocus();
  if (!place) return;
  const range = rangeOf(place);
  if (chooseText(surface, { range, fixed: 'start', unit: null }, false)) surface.writeSelection(range, 'start');
}

/** The view is gone or its text is another one. */
export function forgetFind(viewId: string): void {
  if (useFindStore.getState().viewId !== viewId) return;
  useFindStore.setState(CLOSED);
  setFlag('findOpen', false);
}

export const rangeOf = ({ turn, startOffset, endOffset }: FoundInTurn) => ({ startTurn: turn, startOffset, endTurn: turn, endOffset });

function show(surface: TranscriptSurface): void {
  const { found, at } = useFindStore.getState();
  const place = found[at];
  if (place) revealRange(surface, rangeOf(place), { pulse: false });
}

function selectedWords(surface: TranscriptSurface): string | null {
  const { text } = useTranscriptStore.getState();
  if (text?.viewId !== surface.viewId) return null;
  const { startTurn, startOffset, endTurn, endOffset } = text.selection.range;
  const words = startTurn === endTurn ? (surface.turns[startTurn]?.text.slice(startOffset, endOffset) ?? '') : '';
  return words.trim() === '' || words.length > LONGEST_TAKEN ? null : words;
}
