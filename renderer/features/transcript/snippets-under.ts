// The snippets under a point of the window, the shortest first.
import { snippetsAt } from '#shared/domain/coding/snippet-order';
import type { Snippet } from '#shared/model/records/snippet';

import { codingOf } from './coding.ts';
import { snippetsFromPoint } from './highlight-painter.ts';
import type { TranscriptSurface } from './transcript-surface.ts';

/** What is painted there; where the browser cannot say, what lies over the letter there. */
export function snippetsUnder(surface: TranscriptSurface, x: number, y: number): readonly Snippet[] {
  const { snippets } = codingOf(surface.sourceId);
  const painted = snippetsFromPoint(surface, x, y);
  if (painted) return snippets.filter(({ id }) => painted.has(id)).sort((left, right) => left.quote.length - right.quote.length);
  const place = surface.positionAt(x, y);
  return place ? snippetsAt(snippets, place) : [];
}
