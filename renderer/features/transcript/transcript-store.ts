// What is going on in transcripts and is no record: selected text, picker, edges being adjusted, filters, lanes.
import { create } from 'zustand';

import type { Edge } from '#shared/domain/coding/edges';
import type { QuickSlots } from '#shared/domain/coding/quick-tags';
import type { TranscriptFilter } from '#shared/domain/coding/transcript-filter';
import type { UnitSelection } from '#shared/domain/coding/unit-cursor';
import type { TextRange } from '#shared/model/records/snippet';

/** Words selected in a transcript. There is one such selection in the window. */
export interface SelectedText {
  viewId: string;
  sourceId: string;
  selection: UnitSelection;
  /** Made with the pointer: the Tag button stands beside it. */
  byPointer: boolean;
}

/** The edges of a snippet while they are moved; kept or put back at the end. */
export interface EdgesMode {
  viewId: string;
  snippetId: string;
  range: TextRange;
  edge: Edge;
  /** True once Enter has been pressed and the core has not answered yet. */
  keeping?: boolean;
}

export interface ActiveFilter {
  filter: TranscriptFilter;
  /** Folded away, or only dimmed. */
  folds: boolean;
}

/** Snippets that a card describes, and the line it must not cover (pixels from the top left of the content). */
export interface HoveredSnippets {
  viewId: string;
  /** The one that a click would choose first. */
  snippetIds: readonly string[];
  left: number;
  top: number;
  bottom: number;
}

/** What the inspector is asked to put the cursor into, as soon as it shows it; `typed` is in the field of tags then. */
export type Asking = { for: 'tag'; typed?: string } | { for: 'note'; snippetId: string } | { for: 'name'; tagId: string } | null;

export const LANE_MODES = ['labels', 'stripes', 'off'] as const;
export type LaneMode = (typeof LANE_MODES)[number];

interface TranscriptState {
  text: SelectedText | null;
  edges: EdgesMode | null;
  /** View in which the tag picker floats, because no inspector is there to hold it. */
  floatingPicker: string | null;
  asking: Asking;
  /** By source. */
  filters: Readonly<Record<string, ActiveFilter>>;
  lanes: LaneMode;
  /** The snippet whose bar the pointer is on. */
  raisedId: string | null;
  /** What the pointer rests on. */
  hovered: HoveredSnippets | null;
  /** The snippet whose card was sent away while it is selected. */
  cardDismissed: string | null;
  /** Turn (from 0) that the cursor is in, by view. */
  here: Readonly<Record<string, number>>;
  /** Keys 1 to 9 as they were when the session began; null before that. */
  quickSlots: QuickSlots | null;
  /** Tags that were put on last, for repeating them. */
  lastTagIds: readonly string[];
  /** What is shown to the eye by a pulse; `key` counts up, so that the same place can pulse again. */
  pulse: { viewId: string; range: TextRange; key: number } | null;
}

export const useTranscriptStore = create<TranscriptState>()(() => ({
  text: null,
  edges: null,
  floatingPicker: null,
  asking: null,
  filters: {},
  lanes: 'labels',
  raisedId: null,
  hovered: null,
  cardDismissed: null,
  here: {},
  quickSlots: null,
  lastTagIds: [],
  pulse: null,
}));

/** Says in which turn a view's cursor is. */
export function setHere(viewId: string, turn: number): void {
  const { here } = useTranscriptStore.getState();
  if (here[viewId] !== turn) useTranscriptStore.setState({ here: { ...here, [viewId]: turn } });
}

/** Takes the wish for the inspector off the store, so that it is fulfilled once. */
export function takeAsking(): void {
  useTranscriptStore.setState({ asking: null });
}
