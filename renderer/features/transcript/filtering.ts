// Filtering a transcript: choosing, dimming, folding, clearing; and what the filter lets through.
import { useMemo } from 'react';

import type { IsShown } from '#shared/domain/coding/text-position';
import { type FilterAnswer, filterTranscript, type TranscriptFilter } from '#shared/domain/coding/transcript-filter';
import { countNoun } from '#shared/lib/text';
import type { Turn } from '#shared/model/transcript';
import { type QuickPickItem, quickPick } from '#renderer/stores/quick-pick-store';
import { projection } from '#renderer/stores/vault-store';
import { announce } from '#renderer/ui/announce';

import { activeSurface } from './active-surface.ts';
import { type Coding, codingOf, useCoding } from './coding.ts';
import { speakerNames } from './speakers.ts';
import { type ActiveFilter, useTranscriptStore } from './transcript-store.ts';
import type { TranscriptSurface } from './transcript-surface.ts';

/** A tag with everything inside it. */
function tagFamily(tagId: string): Set<string> {
  const family = new Set([tagId]);
  // A set grows while it is walked.
  for (const id of family) for (const child of projection.state.referring('tags', id, 'tags')) family.add(child.id);
  return family;
}

export function answerOf({ filter }: ActiveFilter, turns: readonly Turn[], { snippets, marks }: Coding): FilterAnswer {
  const tagIds = new Map<string, string[]>();
  for (const { snippetId, tag } of marks) if (tag) tagIds.set(snippetId, [...(tagIds.get(snippetId) ?? []), tag.id]);
  return filterTranscript(filter, turns, snippets, (id) => tagIds.get(id) ?? [], tagFamily);
}

/** The filter of a source with what it lets through; null without one. */
export function useFilter(sourceId: string, turns: readonly Turn[]): (ActiveFilter & { answer: FilterAnswer }) | null {
  const active = useTranscriptStore((state) => state.filters[sourceId]);
  const coding = useCoding(sourceId);
  return useMemo(() => (active ? { ...active, answer: answerOf(active, turns, coding) } : null), [active, turns, coding]);
}

function activeFilter(surface: TranscriptSurface): ActiveFilter | undefined {
  return useTranscriptStore.getState().filters[surface.sourceId];
}

/** Turns that the cursor may go to: all, unless some are folded away. */
export function shownTurns(surface: TranscriptSurface): IsShown {
  const active = activeFilter(surface);
  if (!active?.folds) return () => true;
  const { turns } = answerOf(active, surface.turns, codingOf(surface.sourceId));
  return (turn) => turns.has(turn);
}

/** Snippets that going from one to the next stops at. */
export function countedSnippets(surface: TranscriptSurface): (snippet: { id: string }) => boolean {
  const active = activeFilter(surface);
  if (!active) return () => true;
  const { snippetIds } = answerOf(active, surface.turns, codingOf(surface.sourceId));
  return ({ id }) => snippetIds.has(id);
}

/** Filters a source, or shows everything again. The turn at the top stays there; when it is folded away, the next one comes. */
export function setFilter(sourceId: string, active: ActiveFilter | null): void {
  const surface = activeSurface();
  const top = surface?.sourceId === sourceId ? surface.topTurn() : null;
  const above = top === null ? 0 : (surface?.aboveOf(top) ?? 0);
  const { [sourceId]: before, ...others } = useTranscriptStore.getState().filters;
  useTranscriptStore.setState({ filters: active ? { ...others, [sourceId]: active } : others });
  const folding = Boolean(before?.folds) !== Boolean(active?.folds);
  if (surface && top !== null && folding) requestAnimationFrame(() => surface.scrollToTurn(top, above));
  if (!active) announce('Everything is shown again.');
}

/** In words, for the filter's bar and for the live region. */
export function filterInWords(filter: TranscriptFilter, nameOf: (label: string | null) => string): string {
  if (filter.kind === 'tag') return projection.state.get('tags', filter.tagId)?.name ?? 'a tag that is gone';
  if (filter.kind === 'speaker') return nameOf(filter.label);
  return filter.kind === 'untagged' ? 'Nothing tagged yet' : 'Snippets without a tag';
}

/** `12 of 84 turns, 9 snippets`. */
export function countsInWords({ turns, snippetIds }: FilterAnswer, allTurns: number): string {
  return `${turns.size} of ${countNoun(allTurns, 'turn', 'turns')}, ${countNoun(snippetIds.size, 'snippet', 'snippets')}`;
}

/** The filter key: choose and dim, then fold, then choose anew. */
export async function stepFilter(): Promise<void> {
  const surface = activeSurface();
  if (!surface) return;
  const active = activeFilter(surface);
  if (active && !active.folds) {
    setFilter(surface.sourceId, { ...active, folds: true });
    announce('The other turns are folded away.');
    return;
  }
  await chooseFilter(surface);
}

export async function chooseFilter(surface: TranscriptSurface): Promise<void> {
  const nameOf = speakerNames(surface.sourceId);
  const items = filterItems(surface, nameOf);
  const answer = await quickPick({
    title: 'Filter this transcript',
    placeholder: 'Type a tag or a speaker',
    items: items.map(({ item }) => item),
    empty: (query) => `No tag and no speaker here is called “${query}”.`,
  });
  const chosen = answer && 'id' in answer ? items.find(({ item }) => item.id === answer.id) : undefined;
  if (!chosen) return;
  const active = chosen.filter && { filter: chosen.filter, folds: false };
  setFilter(surface.sourceId, active);
  if (active)
    announce(
      `${filterInWords(active.filter, nameOf)}: ${countsInWords(answerOf(active, surface.turns, codingOf(surface.sourceId)), surface.turns.length)}.`,
    );
}

interface FilterItem {
  item: QuickPickItem;
  /** Null: everything again. */
  filter: TranscriptFilter | null;
}

function filterItems(surface: TranscriptSurface, nameOf: (label: string | null) => string): FilterItem[] {
  const { marks } = codingOf(surface.sourceId);
  const bare = marks.filter(({ tag }) => tag === null).length;
  const items: FilterItem[] = activeFilter(surface)
    ? [{ item: { id: 'clear', label: 'Show everything', section: 'Now' }, filter: null }]
    : [];
  items.push(...tagItems(marks));
  const labels = countEach(surface.turns.map(({ speaker }) => speaker));
  for (const [label, count] of labels) {
    items.push({
      item: { id: `speaker:${label ?? ''}`, label: nameOf(label), hint: String(count), section: 'Speakers' },
      filter: { kind: 'speaker', label },
    });
  }
  if (marks.length > 0)
    items.push({
      item: { id: 'untagged', label: 'Turns in which nothing is tagged', section: 'Still open' },
      filter: { kind: 'untagged' },
    });
  if (bare > 0)
    items.push({
      item: { id: 'bare', label: 'Snippets without a tag', hint: String(bare), section: 'Still open' },
      filter: { kind: 'bare' },
    });
  return items;
}

function tagItems(marks: Coding['marks']): FilterItem[] {
  const counts = countEach(marks.flatMap(({ tag }) => tag ?? []));
  return [...counts]
    .sort(([left, many], [right, few]) => few - many || left.name.localeCompare(right.name, 'en'))
    .map(([tag, count]) => ({
      item: { id: `tag:${tag.id}`, label: tag.name, hint: String(count), section: 'Tags in this interview' },
      filter: { kind: 'tag', tagId: tag.id },
    }));
}

function countEach<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
