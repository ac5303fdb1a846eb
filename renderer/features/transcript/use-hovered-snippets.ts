// Notices that the pointer rests on a snippet, so that a card can say what it is.
import { useEffect } from 'react';

import type { Snippet } from '#shared/model/records/snippet';

import { snippetsUnder } from './snippets-under.ts';
import { type HoveredSnippets, useTranscriptStore } from './transcript-store.ts';
import type { Extent, TranscriptSurface } from './transcript-surface.ts';

/** How long the pointer rests before the card comes, and how long it has to reach the card before it goes (ms). */
const REST_MS = 400;
const REACH_MS = 250;

/** A card further from the pointer would be out of reach (CSS pixels). */
const REACH_PX = 130;

/** Real moves only: text that scrolls under a resting pointer opens nothing. */
export function useHoveredSnippets(surface: TranscriptSurface | null): void {
  useEffect(() => {
    if (!surface) return undefined;
    let timer: number | undefined;
    const later = (work: () => void, pause: number): void => {
      window.clearTimeout(timer);
      timer = window.setTimeout(work, pause);
    };
    const onMove = ({ target, clientX, clientY, buttons }: PointerEvent): void => {
      if (isCard(target)) return window.clearTimeout(timer);
      if (buttons !== 0) return hide();
      const known = hoveredIn(surface);
      if (known && snippetsUnder(surface, clientX, clientY)[0]?.id === known.snippetIds[0]) return window.clearTimeout(timer);
      later(() => showHovered(surface, clientX, clientY), known ? REACH_MS : REST_MS);
    };
    const onLeave = (): void => later(hide, REACH_MS);
    const onScroll = (): void => {
      window.clearTimeout(timer);
      hide();
    };
    surface.content.addEventListener('pointermove', onMove);
    surface.content.addEventListener('pointerleave', onLeave);
    surface.content.addEventListener('pointerdown', onScroll);
    surface.scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      onScroll();
      surface.content.removeEventListener('pointermove', onMove);
      surface.content.removeEventListener('pointerleave', onLeave);
      surface.content.removeEventListener('pointerdown', onScroll);
      surface.scroller.removeEventListener('scroll', onScroll);
    };
  }, [surface]);
}

const isCard = (target: EventTarget | null): boolean => target instanceof Element && target.closest('[data-snippet-card]') !== null;

function hoveredIn({ viewId }: TranscriptSurface): HoveredSnippets | null {
  const { hovered } = useTranscriptStore.getState();
  return hovered?.viewId === viewId ? hovered : null;
}

function hide(): void {
  if (useTranscriptStore.getState().hovered) useTranscriptStore.setState({ hovered: null });
}

/** Nothing comes while words are selected or edges are moved: it would lie where somebody is at work. */
function showHovered(surface: TranscriptSurface, x: number, y: number): void {
  const { text, edges } = useTranscriptStore.getState();
  const under = text || edges ? [] : snippetsUnder(surface, x, y);
  const place = surface.positionAt(x, y);
  const line = under.length > 0 && place ? surface.characterBox(place) : null;
  if (!line) return hide();
  const origin = surface.content.getBoundingClientRect();
  useTranscriptStore.setState({
    hovered: {
      viewId: surface.viewId,
      snippetIds: under.map(({ id }) => id),
      left: x - origin.left,
      ...clearOf(surface, under[0], { top: line.top - origin.top, bottom: line.bottom - origin.top }),
    },
  });
}

/** A snippet that is in sight with some room under it is kept clear as a whole; of a longer one, the line. */
function clearOf(surface: TranscriptSurface, snippet: Snippet | undefined, line: Extent): Extent {
  const whole = snippet && surface.extentOf(snippet.range);
  return whole && whole.bottom - line.bottom < REACH_PX && whole.bottom + REACH_PX < surface.window().bottom ? whole : line;
}
