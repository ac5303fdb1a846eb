// Finds words in this transcript: how many places there are, which one is shown, and the way to the next.
import { ChevronDown, ChevronUp, Search, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef } from 'react';

import { IconButton } from '../../ui/Button.tsx';
import { closeFind, forgetFind, lookFor, MOST_FOUND, rangeOf, stepFind, useFindStore } from './find-store.ts';
import { HighlightPainter, type Painted } from './highlight-painter.ts';
import { FOUND, FOUND_HERE } from './highlight-sheet.ts';
import type { TranscriptSurface } from './transcript-surface.ts';
import styles from './transcript.module.css';

/** Places before and behind the one that is shown that are painted. */
const PAINTED_AROUND = 500;

export function FindBar({ surface }: { surface: TranscriptSurface }) {
  const open = useFindStore((state) => state.viewId === surface.viewId);
  useEffect(() => () => forgetFind(surface.viewId), [surface]);
  return open ? <OpenBar surface={surface} /> : null;
}

function OpenBar({ surface }: { surface: TranscriptSurface }) {
  const field = useRef<HTMLInputElement>(null);
  const { query, found, at, asked } = useFindStore();
  usePaintedPlaces(surface);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    if (event.key === 'Escape') closeFind(surface);
    else stepFind(event.shiftKey ? -1 : 1);
  };
  return (
    <div className={styles.findBar} role="search" aria-label="Find in this transcript">
      <Search size={14} aria-hidden="true" />
      <input
        ref={field}
        type="text"
        aria-label="Words in this transcript"
        placeholder="Words in this transcript"
        value={query}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => lookFor(surface, event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span className={styles.findCount} role="status">
        {query.trim() === '' ? '' : countInWords(found.length, at)}
      </span>
      <IconButton label="Previous place" keys="Shift+F3" onClick={() => stepFind(-1)}>
        <ChevronUp size={16} aria-hidden="true" />
      </IconButton>
      <IconButton label="Next place" keys="F3" onClick={() => stepFind(1)}>
        <ChevronDown size={16} aria-hidden="true" />
      </IconButton>
      <IconButton label="Close" keys="Escape" onClick={() => closeFind(surface)}>
        <X size={16} aria-hidden="true" />
      </IconButton>
    </div>
  );
}

function countInWords(count: number, at: number): string {
  if (count === 0) return 'Not in this transcript';
  return `${at + 1} of ${count}${count === MOST_FOUND ? '+' : ''}`;
}

/** Painted over the tags; the page's elements stay as they are. */
function usePaintedPlaces(surface: TranscriptSurface): void {
  const painter = useMemo(() => new HighlightPainter(surface), [surface]);
  const found = useFindStore((state) => state.found);
  const at = useFindStore((state) => state.at);
  // Ranges stay the same objects from key to key, so that only differences are painted.
  const ranges = useMemo(() => found.map(rangeOf), [found]);
  useLayoutEffect(() => {
    const painted = new Map<string, Painted>();
    const from = Math.max(0, at - PAINTED_AROUND);
    for (const [place, range] of ranges.slice(from, at + PAINTED_AROUND).entries()) {
      const name = place + from === at ? FOUND_HERE : FOUND;
      painted.set(`${range.startTurn}:${range.startOffset}`, { name, range });
    }
    painter.paint(painted);
  }, [painter, ranges, at]);
  useLayoutEffect(() => () => painter.clear(), [painter]);
}
