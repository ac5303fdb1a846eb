// How much is behind a tag: snippets and distinct people. Only rows whose tag was touched count again.
import { useMemo } from 'react';

import { distinctPeople, type PeopleOf } from '#shared/domain/evidence/participants-of';
import { countNoun } from '#shared/lib/text';
import type { Tagging } from '#shared/model/records/tagging';
import { usePeopleOf } from '#renderer/stores/people-of';
import { useReferring } from '#renderer/stores/record-hooks';
import { projection } from '#renderer/stores/vault-store';

export interface TagCounts {
  snippets: number;
  people: number;
}

export function countTag(taggings: readonly Tagging[], peopleOf: PeopleOf): TagCounts {
  const people: (readonly string[])[] = [];
  for (const tagging of taggings) {
    const snippet = projection.state.get('snippets', tagging.snippetId);
    if (snippet) people.push(peopleOf(snippet));
  }
  return { snippets: taggings.length, people: distinctPeople(people).length };
}

export function useTagCounts(tagId: string): TagCounts {
  const taggings = useReferring('tags', tagId, 'taggings');
  const peopleOf = usePeopleOf();
  return useMemo(() => countTag(taggings, peopleOf), [taggings, peopleOf]);
}

/** `14 snippets from 9 people`. */
export function countsInWords({ snippets, people }: TagCounts): string {
  return snippets === 0 ? 'No snippets yet' : `${countNoun(snippets, 'snippet', 'snippets')} from ${countNoun(people, 'person', 'people')}`;
}
