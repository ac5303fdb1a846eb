// Going from snippet to snippet in the transcript in front.
import { cycledSnippet, neighbourSnippet, snippetsAt } from '#shared/domain/coding/snippet-order';
import { startOf } from '#shared/domain/coding/text-position';
import type { Snippet } from '#shared/model/records/snippet';
import { announce } from '#renderer/ui/announce';

import { activeSurface } from './active-surface.ts';
import { chooseSnippet, selectedSnippet } from './choosing.ts';
import { codingOf, tagsOfSnippet } from './coding.ts';
import { countedSnippets } from './filtering.ts';
import { revealRange } from './reveal.ts';

/** The next or previous snippet, within the filter; with `sameTag`, one that shares a tag with the selected one. */
export function stepSnippet(step: 1 | -1, sameTag = false): void {
  const surface = activeSurface();
  if (!surface) return;
  const current = selectedSnippet(surface);
  const { snippets } = codingOf(surface.sourceId);
  const counted = countedSnippets(surface);
  const wanted = new Set(sameTag && current ? tagsOfSnippet(current.id).map((tag) => tag.id) : []);
  const fits = (snippet: Snippet): boolean => counted(snippet) && (!sameTag || tagsOfSnippet(snippet.id).some((tag) => wanted.has(tag.id)));
  const from = current ? { snippetId: current.id } : (surface.cursor ?? { turn: surface.topTurn(), offset: 0 });
  const next = neighbourSnippet(snippets, from, step, fits);
  if (!next)
    return announce(
      snippets.length === 0
        ? 'Nothing is marked in this transcript yet.'
        : `No ${step > 0 ? 'further' : 'earlier'} snippet${sameTag ? ' with the same tag' : ''}.`,
    );
  chooseSnippet(surface, next);
  surface.takeFocus();
  revealRange(surface, next.range, { pulse: false });
}

/** The next of several snippets that lie over one another. */
export function cycleOverlap(): void {
  const surface = activeSurface();
  if (!surface) return;
  const current = selectedSnippet(surface);
  const place = surface.cursor ?? (current ? startOf(current.range) : null);
  const under = place ? snippetsAt(codingOf(surface.sourceId).snippets, place) : [];
  const next = cycledSnippet(under, current?.id ?? null);
  if (!next || !place) return;
  chooseSnippet(surface, next);
  // The place stays, so that going on cycles through the same ones.
  surface.cursor = place;
}

/** Snippets under the cursor or over the beginning of the selected one: more than one can be cycled through. */
export function countUnderCursor(): number {
  const surface = activeSurface();
  if (!surface) return 0;
  const current = selectedSnippet(surface);
  const place = surface.cursor ?? (current ? startOf(current.range) : null);
  return place ? snippetsAt(codingOf(surface.sourceId).snippets, place).length : 0;
}
