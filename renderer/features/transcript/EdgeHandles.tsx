// Handles at both edges of the selected snippet: dragging one moves it by words, with Alt by letters.
import { type PointerEvent, useState } from 'react';

import { type Edge, snapToWord } from '#shared/domain/coding/edges';
import type { TextRange } from '#shared/model/records/snippet';
import { useRecord } from '#renderer/stores/record-hooks';
import { useViewStore } from '#renderer/stores/view-store';

import { dragEdge, keepEdges, startEdges } from './edges-mode.ts';
import { useTranscriptStore } from './transcript-store.ts';
import type { TranscriptSurface } from './transcript-surface.ts';
import { useContentVersion } from './use-content-version.ts';
import styles from './transcript.module.css';

export function EdgeHandles({ surface }: { surface: TranscriptSurface }) {
  const edges = useTranscriptStore((state) => (state.edges?.viewId === surface.viewId ? state.edges : null));
  const selectedId = useViewStore((view) => (view.selection?.kind === 'snippet' ? view.selection.id : null));
  const textHere = useTranscriptStore((state) => state.text !== null);
  const selected = useRecord('snippets', textHere ? null : selectedId);
  useContentVersion(surface);
  const range = edges?.range ?? (selected?.sourceId === surface.sourceId && !selected.review ? selected.range : null);
  if (!range) return null;
  return (
    <>
      <Handle surface={surface} edge="start" range={range} moving={edges?.edge === 'start'} />
      <Handle surface={surface} edge="end" range={range} moving={edges?.edge === 'end'} />
    </>
  );
}

interface HandleProps {
  surface: TranscriptSurface;
  edge: Edge;
  range: TextRange;
  /** The keys move this one. */
  moving: boolean;
}

function Handle({ surface, edge, range, moving }: HandleProps) {
  const [dragging, setDragging] = useState(false);
  const place = placeOf(surface, edge, range);
  if (!place) return null;
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragging(true);
    const { edges: mode } = useTranscriptStore.getState();
    if (mode && !mode.keeping) useTranscriptStore.setState({ edges: { ...mode, edge } });
    else startEdges(edge);
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (!dragging) return;
    const under = surface.positionAt(event.clientX, event.clientY);
    if (under) dragEdge(event.altKey ? under : snapToWord(surface.turns, under, edge));
  };
  const onPointerUp = (): void => {
    if (!dragging) return;
    setDragging(false);
    void keepEdges().catch(() => undefined);
  };
  return (
    <span
      className={styles.handle}
      data-edge={edge}
      data-moving={moving}
      data-dragging={dragging}
      data-over-text
      aria-hidden="true"
      title={edge === 'start' ? 'Drag the start (E)' : 'Drag the end (E)'}
      style={{ top: `${place.top}px`, left: `${place.left}px`, height: `${place.height}px` }}
      onMouseDown={(event) => event.preventDefault()}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
    />
  );
}

function placeOf(surface: TranscriptSurface, edge: Edge, range: TextRange): { top: number; left: number; height: number } | null {
  const at = edge === 'start' ? { turn: range.startTurn, offset: range.startOffset } : { turn: range.endTurn, offset: range.endOffset - 1 };
  const box = surface.characterBox(at);
  if (!box) return null;
  const origin = surface.content.getBoundingClientRect();
  return { top: box.top - origin.top, left: (edge === 'start' ? box.left : box.right) - origin.left, height: box.height };
}
