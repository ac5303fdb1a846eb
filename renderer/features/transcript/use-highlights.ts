// Paints the marks of a transcript, what is emphasised, what is pending, and names that are hidden.
import { useEffect, useLayoutEffect, useMemo } from 'react';

import { type Mark, planHighlights, turnOffsets } from '#shared/domain/coding/highlight-plan';
import { createNameMask } from '#shared/domain/readout/name-mask';
import { useRecords } from '#renderer/stores/record-hooks';
import { useHideNames } from '#renderer/stores/shown-names';
import { projection } from '#renderer/stores/vault-store';
import { useViewStore } from '#renderer/stores/view-store';

import { HighlightPainter, type Painted } from './highlight-painter.ts';
import { EDGES, HIDDEN_NAME, PENDING, strongName } from './highlight-sheet.ts';
import { useTranscriptStore } from './transcript-store.ts';
import type { TranscriptSurface } from './transcript-surface.ts';
import { isNear, type NearTurns } from './use-near-turns.ts';

function usePainter(surface: TranscriptSurface | null): HighlightPainter | null {
  const painter = useMemo(() => (surface ? new HighlightPainter(surface) : null), [surface]);
  useLayoutEffect(() => () => painter?.clear(), [painter]);
  return painter;
}

function usePainted(surface: TranscriptSurface | null, painted: ReadonlyMap<string, Painted>): void {
  const painter = usePainter(surface);
  useLayoutEffect(() => {
    painter?.paint(painted);
  }, [painter, painted]);
}

const NOTHING: ReadonlyMap<string, Painted> = new Map();

interface WhatToPaint {
  marks: readonly Mark[];
  /** Nothing further away is painted. */
  near: NearTurns | null;
  /** Paints the selected words, because the browser's own selection is elsewhere. */
  pendingShown: boolean;
}

export function useHighlights(surface: TranscriptSurface | null, { marks, near, pendingShown }: WhatToPaint): void {
  const nearMarks = useMemo(() => (near ? marks.filter(({ range }) => isNear(range, near)) : []), [marks, near]);
  usePainted(surface, useTagPaint(surface, marks, nearMarks));
  usePainted(surface, useStrongPaint(nearMarks));
  usePainted(surface, usePendingPaint(surface, pendingShown));
  usePainted(surface, useHiddenNames(surface, near));
}

/** Planned over all marks, so that a mark keeps its underline lane while the text scrolls. */
function useTagPaint(surface: TranscriptSurface | null, marks: readonly Mark[], near: readonly Mark[]): ReadonlyMap<string, Painted> {
  const offsets = useMemo(() => turnOffsets(surface?.turns ?? []), [surface]);
  const names = useMemo(() => planHighlights(marks, offsets), [marks, offsets]);
  return useMemo(
    () => new Map(near.map(({ key, range, snippetId }) => [key, { name: names.get(key) ?? '', range, snippetId }])),
    [near, names],
  );
}

/** The selected snippet, the one whose bar is pointed at, and the snippets of the tag chosen in the codebook. */
function useStrongPaint(marks: readonly Mark[]): ReadonlyMap<string, Painted> {
  const raisedId = useTranscriptStore((state) => state.raisedId);
  const selection = useViewStore((view) => view.selection);
  // Selected words, and edges that move, stand over their snippet already; full colour under them would be hard to read.
  const covered = useTranscriptStore((state) => state.text !== null || state.edges !== null);
  const snippetId = selection?.kind === 'snippet' && !covered ? selection.id : null;
  const tagId = selection?.kind === 'tag' ? selection.id : null;
  return useMemo(() => {
    if (raisedId === null && snippetId === null && tagId === null) return NOTHING;
    const isStrong = (mark: Mark): boolean =>
      mark.snippetId === raisedId || mark.snippetId === snippetId || (tagId !== null && mark.tag?.id === tagId);
    return new Map(marks.filter(isStrong).map(({ key, range, colour }) => [key, { name: strongName(colour), range }]));
  }, [marks, raisedId, snippetId, tagId]);
}

function usePendingPaint(surface: TranscriptSurface | null, pendingShown: boolean): ReadonlyMap<string, Painted> {
  const text = useTranscriptStore((state) => (state.text?.viewId === surface?.viewId ? state.text : null));
  const edges = useTranscriptStore((state) => (state.edges?.viewId === surface?.viewId ? state.edges : null));
  return useMemo(() => {
    const painted = new Map<string, Painted>();
    if (text && pendingShown) painted.set(PENDING, { name: PENDING, range: text.selection.range });
    if (edges) painted.set(EDGES, { name: EDGES, range: edges.range });
    return painted.size === 0 ? NOTHING : painted;
  }, [text, edges, pendingShown]);
}

/** Names of participants are covered while names are hidden; the text itself stays as it is, so no place in it moves. */
function useHiddenNames(surface: TranscriptSurface | null, near: NearTurns | null): ReadonlyMap<string, Painted> {
  const hideNames = useHideNames();
  const participants = useRecords('participants');
  const sources = useRecords('sources');
  const people = participants.length + sources.length;
  const mask = useMemo(
    () => (hideNames && people > 0 ? createNameMask(projection.state) : null),
    // Names are read from the records by the mask itself.
    // oxlint-disable-next-line react/exhaustive-deps
    [hideNames, people, participants, sources],
  );
  return useMemo(() => {
    if (!mask || !surface || !near) return NOTHING;
    const found = new Map<string, Painted>();
    for (let turn = near.first; turn <= near.last; turn += 1) {
      for (const { start, end } of mask.places(surface.turns[turn]?.text ?? '')) {
        found.set(`${turn}:${start}`, { name: HIDDEN_NAME, range: { startTurn: turn, startOffset: start, endTurn: turn, endOffset: end } });
      }
    }
    return found;
  }, [surface, mask, near]);
}

/** True while the browser's selection is not in this text: then the pending words have to be painted. */
export function useSelectionElsewhere(surface: TranscriptSurface | null, report: (elsewhere: boolean) => void): void {
  useEffect(() => {
    if (!surface) return undefined;
    const listen = (): void => report(!surface.holdsSelection() || getSelection()?.isCollapsed === true);
    listen();
    document.addEventListener('selectionchange', listen);
    return () => document.removeEventListener('selectionchange', listen);
  }, [surface, report]);
}
