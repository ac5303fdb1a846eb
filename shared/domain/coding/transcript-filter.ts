// Showing a part of a transcript: the turns of a tag, of a speaker, or those in which nothing is tagged yet.
import type { Snippet } from '#shared/model/records/snippet';
import type { Turn } from '#shared/model/transcript';

export type TranscriptFilter =
  | { kind: 'tag'; tagId: string }
  | { kind: 'speaker'; label: string | null }
  /** Turns that no tagged snippet touches. */
  | { kind: 'untagged' }
  /** Snippets that carry no tag. */
  | { kind: 'bare' };

export interface FilterAnswer {
  turns: ReadonlySet<number>;
  snippetIds: ReadonlySet<string>;
}

/**
 * Turns and snippets that a filter lets through.
 * @param tagIdsOf tags of a snippet. @param family the tag and all tags inside it: a filter by a group shows what is in the group.
 */
export function filterTranscript(
  filter: TranscriptFilter,
  turns: readonly Turn[],
  snippets: readonly Snippet[],
  tagIdsOf: (snippetId: string) => readonly string[],
  family: (tagId: string) => ReadonlySet<string>,
): FilterAnswer {
  if (filter.kind === 'speaker') {
    const own = new Set(turns.flatMap((turn, index) => (turn.speaker === filter.label ? [index] : [])));
    return {
      turns: own,
      snippetIds: new Set(snippets.filter(({ range }) => turnsOf(range).some((turn) => own.has(turn))).map(({ id }) => id)),
    };
  }
  const tags = filter.kind === 'tag' ? family(filter.tagId) : null;
  const fits = ({ id }: Snippet): boolean => (tags ? tagIdsOf(id).some((tagId) => tags.has(tagId)) : tagIdsOf(id).length === 0);
  const fitting = snippets.filter(fits);
  if (filter.kind !== 'untagged') return { turns: touchedBy(fitting), snippetIds: new Set(fitting.map(({ id }) => id)) };
  const tagged = touchedBy(snippets.filter((snippet) => !fits(snippet)));
  return {
    turns: new Set(turns.flatMap((_turn, index) => (tagged.has(index) ? [] : [index]))),
    snippetIds: new Set(fitting.map(({ id }) => id)),
  };
}

function touchedBy(snippets: readonly Snippet[]): Set<number> {
  return new Set(snippets.flatMap(({ range }) => turnsOf(range)));
}

function turnsOf({ startTurn, endTurn }: Snippet['range']): number[] {
  return Array.from({ length: endTurn - startTurn + 1 }, (_turn, index) => startTurn + index);
}
