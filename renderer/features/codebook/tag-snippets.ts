// The snippets of a tag by the people whose words they are.
import { candidatesOf, isUnknownPerson, type PeopleOf } from '#shared/domain/evidence/participants-of';
import type { Snippet } from '#shared/model/records/snippet';
import type { VaultReader } from '#shared/model/vault-state';

export interface SnippetGroup {
  /** Person key, joined when several speak; empty for nobody. */
  id: string;
  /** Participants whose words these are. */
  participantIds: readonly string[];
  snippets: Snippet[];
}

/** Groups in order of the pseudonyms; people who are no participants yet come last. Within a group as they stand in the texts. */
export function snippetsByPerson(reader: VaultReader, tagId: string, peopleOf: PeopleOf): SnippetGroup[] {
  const groups = new Map<string, SnippetGroup>();
  for (const tagging of reader.referring('tags', tagId, 'taggings')) {
    const snippet = reader.get('snippets', tagging.snippetId);
    if (!snippet) continue;
    const people = peopleOf(snippet).flatMap((key) => candidatesOf(key) ?? [key]);
    const participantIds = people.filter((key) => !isUnknownPerson(key));
    const id = people.join('+');
    const group = groups.get(id) ?? { id, participantIds, snippets: [] };
    group.snippets.push(snippet);
    groups.set(id, group);
  }
  const nameOf = (group: SnippetGroup): string =>
    group.participantIds.map((id) => reader.get('participants', id)?.pseudonym ?? '').join(' ');
  const titleOf = (snippet: Snippet): string => reader.get('sources', snippet.sourceId)?.title ?? '';
  for (const group of groups.values()) {
    group.snippets.sort(
      (left, right) =>
        titleOf(left).localeCompare(titleOf(right)) ||
        left.range.startTurn - right.range.startTurn ||
        left.range.startOffset - right.range.startOffset,
    );
  }
  return [...groups.values()].sort((left, right) => {
    const known = Number(right.participantIds.length > 0) - Number(left.participantIds.length > 0);
    return known || nameOf(left).localeCompare(nameOf(right), 'en', { numeric: true });
  });
}
