// Tags proposed for what is chosen: asked for when it is chosen, so that they are there when the picker opens.
import { useEffect, useRef, useState } from 'react';

import type { LikelyTag } from '#shared/domain/coding/pick-tags';
import { quoteOf } from '#shared/domain/transcript/anchor';
import { call } from '#renderer/stores/session';
import { projection } from '#renderer/stores/vault-store';

import { activeSurface } from './active-surface.ts';
import type { Target } from './choosing.ts';

/** A selection that goes on changing is not asked about (ms). */
const SETTLED_MS = 120;
/** Rows that somebody looks at no longer change places: what comes later is not shown (ms after opening). */
const LATE_MS = 300;
/** Words that are named as the reason. */
const REASONS = 3;
const NONE: readonly LikelyTag[] = [];

/** @param open whether the rows are shown. @returns the same list as long as nothing changed; empty while nothing is known. */
export function useLikelyTags(target: Target, open: boolean): readonly LikelyTag[] {
  const [likely, setLikely] = useState(NONE);
  const openedAt = useRef<number | null>(null);
  useEffect(() => {
    openedAt.current = open ? performance.now() : null;
  }, [open]);
  const key = target.kind === 'snippet' ? target.snippetId : JSON.stringify(target.range);
  useEffect(() => {
    let over = false;
    setLikely(NONE);
    const timer = window.setTimeout(
      () => {
        const text = textOf(target);
        if (text === '') return;
        call('assist.tagsFor', { text, snippetId: target.kind === 'snippet' ? target.snippetId : null }).then(
          (proposals) => {
            const late = openedAt.current !== null && performance.now() - openedAt.current > LATE_MS;
            if (over || late) return;
            setLikely(
              proposals.map(({ tagId, because }) => ({
                tagId,
                words: [...new Set(because.flatMap(({ words }) => words))].slice(0, REASONS),
              })),
            );
          },
          () => undefined,
        );
      },
      openedAt.current === null ? SETTLED_MS : 0,
    );
    return () => {
      over = true;
      window.clearTimeout(timer);
    };
    // The target is another object at each rendering; its key says whether it is another place.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key]);
  return likely;
}

/** The words that will be tagged, at most as many as the core takes. */
function textOf(target: Target): string {
  const text =
    target.kind === 'snippet'
      ? (projection.state.get('snippets', target.snippetId)?.quote ?? '')
      : quoteOf(activeSurface()?.turns ?? [], target.range);
  return text.slice(0, 20_000);
}
