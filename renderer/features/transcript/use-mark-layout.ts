// Where each mark stands in the margin: measured after the text has been laid out, and again only for what changed.
import { useEffect, useRef, useState } from 'react';

import type { Mark } from '#shared/domain/coding/highlight-plan';
import { type Crowd, crowdsBeyond, packLanes, placeLabels } from '#shared/domain/coding/lanes';
import type { TextRange } from '#shared/model/records/snippet';

import type { Extent, TranscriptSurface } from './transcript-surface.ts';
import { useContentVersion } from './use-content-version.ts';

/** Bars side by side; what overlaps more than that is counted in one bar. */
export const BAR_LANES = 4;
/** Height of a name (CSS pixels), and how far below its bar's beginning it may stand. */
const LABEL_HEIGHT = 16;
const LABEL_FURTHEST = 48;
/** Space on both sides of the margin. */
const MARGIN_GAPS = 24;

export interface PlacedMark extends Extent {
  mark: Mark;
  lane: number;
  /** Top of its name; null where there is no room for it. */
  label: number | null;
}

export interface MarkLayout {
  marks: readonly PlacedMark[];
  crowds: readonly Crowd[];
  /** Height of the whole text, and width that the margin has. */
  height: number;
  marginWidth: number;
}

const EMPTY: MarkLayout = { marks: [], crowds: [], height: 0, marginWidth: 0 };

interface Measured {
  surface: TranscriptSurface;
  version: number;
  folding: unknown;
  extents: Map<string, { range: TextRange; extent: Extent | null }>;
}

/** @param folding changes when other turns are folded away. */
export function useMarkLayout(surface: TranscriptSurface | null, marks: readonly Mark[], folding: unknown): MarkLayout {
  const [layout, setLayout] = useState(EMPTY);
  const measured = useRef<Measured | null>(null);
  const version = useContentVersion(surface);
  useEffect(() => {
    if (!surface) return undefined;
    // After the frame that shows the text: nobody waits for the margin to read.
    const frame = requestAnimationFrame(() => {
      const last = measured.current;
      if (last?.surface !== surface || last.version !== version || last.folding !== folding)
        measured.current = { surface, version, folding, extents: new Map() };
      setLayout(measure(surface, marks, measured.current?.extents ?? new Map()));
    });
    return () => cancelAnimationFrame(frame);
  }, [surface, marks, version, folding]);
  return layout;
}

function measure(surface: TranscriptSurface, marks: readonly Mark[], known: Measured['extents']): MarkLayout {
  const placed = marks.flatMap((mark) => {
    let entry = known.get(mark.snippetId);
    if (entry?.range !== mark.range) known.set(mark.snippetId, (entry = { range: mark.range, extent: surface.extentOf(mark.range) }));
    return entry.extent ? [{ mark, ...entry.extent }] : [];
  });
  const stretches = placed.map(({ top, bottom }) => ({ start: top, end: bottom }));
  const lanes = packLanes(stretches);
  const order = placed.map((_mark, index) => index).filter((index) => (lanes[index] ?? 0) < BAR_LANES);
  order.sort((left, right) => (placed[left]?.top ?? 0) - (placed[right]?.top ?? 0) || (lanes[left] ?? 0) - (lanes[right] ?? 0));
  const places = placeLabels(
    order.map((index) => placed[index]?.top ?? 0),
    LABEL_HEIGHT,
    LABEL_FURTHEST,
  );
  const labels = new Map(order.map((index, at) => [index, places[at] ?? null]));
  return {
    marks: placed.map((entry, index) => ({ ...entry, lane: lanes[index] ?? 0, label: labels.get(index) ?? null })),
    crowds: crowdsBeyond(stretches, lanes, BAR_LANES),
    height: surface.content.offsetHeight,
    marginWidth: surface.content.clientWidth - surface.textRight() - MARGIN_GAPS,
  };
}
