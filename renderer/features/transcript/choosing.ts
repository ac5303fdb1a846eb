// Choosing words or snippets in a transcript, and what a command then acts on.
import type { TextPosition } from '#shared/domain/coding/text-position';
import { endOf, startOf } from '#shared/domain/coding/text-position';
import type { UnitSelection } from '#shared/domain/coding/unit-cursor';
import { checkedRange, quoteOf, sameRange } from '#shared/domain/transcript/anchor';
import { countNoun, countWords, shorten } from '#shared/lib/text';
import type { Snippet, TextRange } from '#shared/model/records/snippet';
import { projection } from '#renderer/stores/vault-store';
import { select, useViewStore } from '#renderer/stores/view-store';
import { announce } from '#renderer/ui/announce';

import { activeSurface } from './active-surface.ts';
import { codingOf, tagsOfSnippet } from './coding.ts';
import { setHere, useTranscriptStore } from './transcript-store.ts';
import type { TranscriptSurface } from './transcript-surface.ts';

/** What tagging, noting and copying act on. */
export type Target = { kind: 'text'; sourceId: string; range: TextRange } | { kind: 'snippet'; snippetId: string };

/** The range without white space at its edges; null when nothing visible is left. */
function trimmed(surface: TranscriptSurface, range: TextRange): TextRange | null {
  try {
    return checkedRange(surface.turns, range);
  } catch {
    return null;
  }
}

/** The snippet of exactly this range. */
export function snippetOfRange(sourceId: string, range: TextRange): Snippet | null {
  return codingOf(sourceId).snippets.find((snippet) => sameRange(snippet.range, range)) ?? null;
}

/** Selects words. Words that are a snippet already select that snippet as well. @returns false when they are only white space. */
export function chooseText(surface: TranscriptSurface, selection: UnitSelection, byPointer: boolean): boolean {
  const range = trimmed(surface, selection.range);
  if (!range) return false;
  useTranscriptStore.setState({
    text: { viewId: surface.viewId, sourceId: surface.sourceId, selection: { ...selection, range }, byPointer },
    floatingPicker: null,
  });
  surface.cursor = selection.fixed === 'start' ? endOf(range) : startOf(range);
  setHere(surface.viewId, surface.cursor.turn);
  const snippet = snippetOfRange(surface.sourceId, range);
  select(snippet ? { kind: 'snippet', id: snippet.id } : { kind: 'text', sourceId: surface.sourceId });
  return true;
}

/** Selects words by key: the browser's selection goes along, what moves stays in sight, and it is read out. */
export function chooseTextByKey(surface: TranscriptSurface, selection: UnitSelection): void {
  surface.writeSelection(selection.range, selection.fixed);
  chooseText(surface, selection, false);
  surface.bringIntoSight(selection.range, selection.fixed === 'start' && selection.unit === null ? 'end' : 'start');
  announce(shorten(quoteOf(surface.turns, selection.range), 300));
}

/** Nothing is selected any more; the keyboard goes on from a place. */
export function clearText(surface: TranscriptSurface, cursor: TextPosition | null = surface.cursor): void {
  surface.cursor = cursor;
  if (cursor) setHere(surface.viewId, cursor.turn);
  if (useTranscriptStore.getState().text === null) return;
  useTranscriptStore.setState({ text: null, floatingPicker: null });
  if (useViewStore.getState().selection?.kind === 'text') select(null);
  if (surface.holdsSelection()) getSelection()?.removeAllRanges();
}

/** Selects a snippet in place of words, and says what it is. */
export function chooseSnippet(surface: TranscriptSurface, snippet: Snippet, say = true): void {
  clearText(surface, startOf(snippet.range));
  useTranscriptStore.setState({ cardDismissed: null });
  select({ kind: 'snippet', id: snippet.id });
  if (!say) return;
  const names = tagsOfSnippet(snippet.id).map((tag) => tag.name);
  announce(
    `Snippet: ${shorten(snippet.quote, 200)}. ${names.length === 0 ? 'No tag' : `${countNoun(names.length, 'tag', 'tags')}: ${names.join(', ')}`}.`,
  );
}

/** The selected snippet, when it lies in the transcript in front. */
export function selectedSnippet(surface: TranscriptSurface | null = activeSurface()): Snippet | null {
  const { selection } = useViewStore.getState();
  const snippet = selection?.kind === 'snippet' ? projection.state.get('snippets', selection.id) : undefined;
  return snippet && snippet.sourceId === surface?.sourceId ? snippet : null;
}

/** Words selected in this transcript. */
export function selectedText(surface: TranscriptSurface | null = activeSurface()): UnitSelection | null {
  const { text } = useTranscriptStore.getState();
  return text && text.viewId === surface?.viewId ? text.selection : null;
}

/** Selected words come before the selected snippet; words that are a snippet are that snippet. */
export function currentTarget(): Target | null {
  const surface = activeSurface();
  if (!surface) return null;
  const text = selectedText(surface);
  const snippet = text ? snippetOfRange(surface.sourceId, text.range) : selectedSnippet(surface);
  if (snippet) return { kind: 'snippet', snippetId: snippet.id };
  return text ? { kind: 'text', sourceId: surface.sourceId, range: text.range } : null;
}

/** `7 words`. */
export function wordsOf(quote: string): string {
  return countNoun(countWords(quote), 'word', 'words');
}
