// Going from snippet to snippet in the transcript in front.
import { cycledSnippet, neighbourSnippet, snippetsAt } from '#shared/domain/coding/snippet-order';
import { startOf, type TextPosition } from '#shared/domain/coding/text-position';
import type { Snippet } from '#shared/model/records/snippet';
import { announce } from '#renderer/ui/announce';

import { activeSurface } from './active-surface.ts';
import { chooseSnippet, selectedSnippet, selectedText } from './choosing.ts';
import { codingOf, tagsOfSnippet } from './coding.ts';
import { countedSnippets } from './filtering.ts';
import { revealRange } from './reveal.ts';
import type { TranscriptSurface } from './transcript-surface.ts';

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

/** Where commands look for snippets: the beginning of the selected words, the place of the last click or step, or that of the snippet. */
export function cursorPlace(surface: TranscriptSurface): TextPosition | null {
  const text = selectedText(surface);
  if (text) return startOf(text.range);
  const current = selectedSnippet(surface);
  return surface.cursor ?? (current ? startOf(current.range) : null);
}

/** The next of several snippets that lie over one another; from words, the shortest that they lie in. */
export function cycleOverlap(): void {
  const surface = activeSurface();
  if (!surface) return;
  const current = selectedSnippet(surface);
  const place = cursorPlace(surface);
  const under = place ? snippetsAt(codingOf(surface.sourceId).snippets, place) : [];
  const next = cycledSnippet(under, current?.id ?? null);
  if (!next || !place) return;
  chooseSnippet(surface, next);
  // The place stays, so that going on cycles through the same ones.
  surface.cursor = place;
}

/** True when there is another snippet under the cursor than the selected one. */
export function hasOtherUnderCursor(surface: TranscriptSurface): boolean {
  const current = selectedSnippet(surface);
  const place = cursorPlace(surface);
  return place !== null && snippetsAt(codingOf(surface.sourceId).snippets, place).some(({ id }) => id !== current?.id);
}
