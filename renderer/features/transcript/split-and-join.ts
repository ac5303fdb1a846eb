// Splitting a snippet at the cursor, and joining it with one that overlaps or touches it.
import { meets, snippetsAt } from '#shared/domain/coding/snippet-order';
import { comparePositions, endOf, startOf, type TextPosition } from '#shared/domain/coding/text-position';
import { shorten } from '#shared/lib/text';
import type { Snippet } from '#shared/model/records/snippet';
import { notifyUndoable } from '#renderer/stores/notify-undoable';
import { quickPick } from '#renderer/stores/quick-pick-store';
import { refuse } from '#renderer/stores/refuse';
import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { announce } from '#renderer/ui/announce';

import { activeSurface } from './active-surface.ts';
import { chooseSnippet, selectedSnippet, selectedText } from './choosing.ts';
import { codingOf, tagsOfSnippet } from './coding.ts';
import { cursorPlace } from './snippet-walk.ts';

/** Splits the snippet in which the cursor stands, before the selected words; asks which where several lie over one another. */
export async function splitHere(): Promise<void> {
  const surface = activeSurface();
  const place = surface && cursorPlace(surface);
  if (!surface || !place) return;
  const isInside = ({ range }: Snippet): boolean =>
    comparePositions(startOf(range), place) < 0 && comparePositions(place, endOf(range)) < 0;
  const current = selectedText(surface) ? null : selectedSnippet(surface);
  const under = snippetsAt(codingOf(surface.sourceId).snippets, place).filter(isInside);
  if (under.length === 0)
    return refuse('Where should the second part begin? Click there, or go to its first word with Ctrl and the arrows, and split again.');
  const wanted =
    under.find(({ id }) => id === current?.id) ??
    (under.length === 1 ? under[0] : await whichOf(under, 'Split a snippet', 'Several lie here. Which one?'));
  if (wanted) await splitAt(wanted, place);
}

async function splitAt({ id: snippetId }: Snippet, { turn, offset }: TextPosition): Promise<void> {
  const { snippetId: second } = await edit('splitSnippet', { snippetId, turn, offset });
  const surface = activeSurface();
  const snippet = projection.state.get('snippets', second);
  if (surface && snippet?.sourceId === surface.sourceId) chooseSnippet(surface, snippet, false);
  announce('Split in two; the second part is selected. Both have the tags; the note, cards and judgements stay with the first.');
}

/** Joins the selected snippet with the one that overlaps or touches it; asks which when there are several. */
export async function joinHere(): Promise<void> {
  const surface = activeSurface();
  const snippet = selectedSnippet(surface);
  if (!surface || !snippet) return;
  const others = codingOf(surface.sourceId).snippets.filter((other) => meets(surface.turns, snippet, other));
  if (others.length === 0) return refuse('No other snippet overlaps or touches this one.');
  const other = others.length === 1 ? others[0] : await whichOf(others, 'Join with…', 'Several overlap or touch this one. Which?');
  if (!other) return;
  await edit('joinSnippets', { snippetId: snippet.id, otherId: other.id });
  const joined = projection.state.get('snippets', snippet.id);
  if (joined && activeSurface() === surface) chooseSnippet(surface, joined, false);
  const sentence = 'Joined into one snippet, with the tags and notes of both.';
  announce(sentence);
  notifyUndoable(sentence);
}

async function whichOf(snippets: readonly Snippet[], title: string, placeholder: string): Promise<Snippet | undefined> {
  const answer = await quickPick({
    title,
    placeholder,
    items: snippets.map((snippet) => ({
      id: snippet.id,
      label: shorten(snippet.quote, 90),
      detail:
        tagsOfSnippet(snippet.id)
          .map((tag) => tag.name)
          .join(', ') || 'no tag',
    })),
  });
  return answer && 'id' in answer ? snippets.find(({ id }) => id === answer.id) : undefined;
}
