// The codebook as it stands, in the form that versions keep: tags with what they mean and how much is behind them.
import { createPeopleOf, distinctPeople } from '#shared/domain/evidence/participants-of';
import type { Steps } from '#shared/lib/steps';
import type { KeptTag } from '#shared/model/records/codebook-version';
import type { VaultReader } from '#shared/model/vault-state';

/**
 * Parents before those inside them, siblings in their order. Halts after each tag: one may be on thousands of snippets.
 * @param people false leaves them uncounted (0), for who only wants to know what differs.
 */
export function* codebookNow(reader: VaultReader, { people: counted }: { people: boolean } = { people: true }): Steps<KeptTag[]> {
  const peopleOf = createPeopleOf(reader);
  const byParent = Map.groupBy(reader.all('tags').values(), ({ parentId }) => parentId);
  const kept: KeptTag[] = [];
  const waiting = [...(byParent.get(null) ?? [])].toSorted(inOrder).toReversed();
  for (let tag = waiting.pop(); tag; tag = waiting.pop()) {
    const taggings = reader.referring('tags', tag.id, 'taggings');
    const snippets = counted ? taggings.flatMap(({ snippetId }) => reader.get('snippets', snippetId) ?? []) : [];
    const { id, name, definition, whenToUse, whenNotToUse, colour, parentId, order, aliases = [] } = tag;
    const people = distinctPeople(snippets.map(peopleOf)).length;
    const texts = { name, definition, whenToUse, whenNotToUse };
    kept.push({ id, ...texts, colour, parentId, order, aliases: [...aliases], snippets: taggings.length, people });
    waiting.push(...(byParent.get(id) ?? []).toSorted(inOrder).toReversed());
    yield;
  }
  return kept;
}

const inOrder = (left: { order: number }, right: { order: number }): number => left.order - right.order;
