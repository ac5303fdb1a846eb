// Tidying the codebook: likely duplicates are merged, unused tags deleted, each after the person has chosen it.
import { type LikelyDuplicate, likelyDuplicates, unusedTags } from '#shared/domain/coding/tidy-tags';
import { countNoun } from '#shared/lib/text';
import type { Tag } from '#shared/model/records/tag';
import { type QuickPickItem, quickPick } from '#renderer/stores/quick-pick-store';
import { refuse } from '#renderer/stores/refuse';
import { projection } from '#renderer/stores/vault-store';

import { mergeTags } from './merge-tags.ts';
import { deleteTags } from './tag-actions.ts';

const ALL_UNUSED = 'unused';

/** Lists likely duplicates and unused tags. Choosing a pair goes on to merging, choosing an unused tag deletes it; both can be undone. */
export async function tidyTags(): Promise<void> {
  const pairs = likelyDuplicates(projection.state);
  const unused = unusedTags(projection.state);
  if (pairs.length === 0 && unused.length === 0) return refuse('No two tags look alike, and every tag is used.');
  const answer = await quickPick({
    title: 'Tidy the codebook',
    placeholder: 'Which pair should be one, which tag may go?',
    items: [...pairs.map(pairItem), ...unusedItems(unused)],
  });
  if (!answer || !('id' in answer)) return;
  const pair = pairs[Number(answer.id.slice('pair:'.length))];
  if (answer.id.startsWith('pair:') && pair) return mergeTags([pair.one.id, pair.other.id]);
  await deleteTags(answer.id === ALL_UNUSED ? unused.map(({ id }) => id) : [answer.id]);
}

function pairItem({ one, other, byName, shared, fewer }: LikelyDuplicate, at: number): QuickPickItem {
  const snippets = shared > 0 ? `${shared} of ${countNoun(fewer, 'snippet', 'snippets')} in common` : '';
  return {
    id: `pair:${at}`,
    label: `${one.name} and ${other.name}`,
    detail: [byName ? 'nearly the same name' : '', snippets].filter((part) => part !== '').join(', '),
    hint: 'merge…',
    section: 'Likely the same',
  };
}

function unusedItems(unused: readonly Tag[]): QuickPickItem[] {
  const section = 'On no snippet';
  const all = { id: ALL_UNUSED, label: `All ${unused.length} unused tags`, hint: 'delete', section };
  return [...(unused.length > 1 ? [all] : []), ...unused.map(({ id, name }) => ({ id, label: name, hint: 'delete', section }))];
}
