// Taggings that a study does not have yet: what each measured edit adds, to the vault and to its rivals.
import { taggingId } from '#shared/edits/tagging-edits';
import type { Tagging } from '#shared/model/records/tagging';
import type { VaultReader } from '#shared/model/vault-state';

/** Gives a new tagging at each call, far apart in the study from the one before. @throws Error when there is none left. */
export function newTaggings(reader: VaultReader): () => Tagging {
  const snippetIds = [...reader.all('snippets').keys()];
  const tagIds = [...reader.all('tags').keys()];
  const step = stepWithout(snippetIds.length);
  let count = 0;
  const places = snippetIds.length * tagIds.length;
  return () => {
    for (let tried = 0; tried < places; tried += 1) {
      const snippetId = snippetIds[(count * step) % snippetIds.length] ?? '';
      const tagId = tagIds[(Math.floor(count / snippetIds.length) + (count % 7) * 8) % tagIds.length] ?? '';
      count += 1;
      const id = taggingId(snippetId, tagId);
      if (reader.get('taggings', id)) continue;
      return { id, snippetId, tagId, by: 'researcher', at: '2026-02-03T10:20:30.456Z', origin: 'hand' };
    }
    throw new Error('Every snippet of this study has every tag already.');
  };
}

/** A stride of about 0.6 of the length that meets every place once. */
function stepWithout(length: number): number {
  const divisor = (left: number, right: number): number => (right === 0 ? left : divisor(right, left % right));
  let step = Math.max(1, Math.floor(length * 0.618));
  while (divisor(length, step) !== 1) step += 1;
  return step;
}
