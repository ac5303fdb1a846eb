// What is done to all chosen tags at once: colour and keys. Moving, merging and deleting take several in their own files.
import { countNoun } from '#shared/lib/text';
import type { Tag } from '#shared/model/records/tag';
import { quickPick } from '#renderer/stores/quick-pick-store';
import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { announce } from '#renderer/ui/announce';

import { COLOUR_NAMES } from './colour-names.ts';
import { pinTag } from './tag-actions.ts';

/** Distinct snippets behind tags. */
export function snippetsBehind(tagIds: readonly string[]): number {
  return new Set(tagIds.flatMap((id) => projection.state.referring('tags', id, 'taggings').map(({ snippetId }) => snippetId))).size;
}

/** `3 tags, on 14 snippets`. */
export function chosenInWords(tagIds: readonly string[]): string {
  const snippets = snippetsBehind(tagIds);
  const tags = countNoun(tagIds.length, 'tag', 'tags');
  return snippets === 0 ? `${tags}, on no snippet` : `${tags}, on ${countNoun(snippets, 'snippet', 'snippets')}`;
}

const tagsOf = (tagIds: readonly string[]): Tag[] => tagIds.flatMap((id) => projection.state.get('tags', id) ?? []);

/** Chooses one of the sixteen colours for tags. One step, however many they are. */
export async function recolourTags(tagIds: readonly string[]): Promise<void> {
  const tags = tagsOf(tagIds);
  const [first] = tags;
  if (!first) return;
  const colours = new Set(tags.map(({ colour }) => colour));
  const answer = await quickPick({
    title: tags.length === 1 ? 'Colour' : `Colour of ${tags.length} tags`,
    placeholder: tags.length === 1 ? 'Choose a colour' : 'Choose a colour; snippets keep their tags and show it',
    items: COLOUR_NAMES.map((label, at) => ({
      id: String(at + 1),
      label,
      detail: usesOf(at + 1),
      ...(colours.has(at + 1) ? { hint: 'current' } : {}),
    })),
  });
  if (!answer || !('id' in answer)) return;
  const colour = Number(answer.id);
  if (tags.length === 1) await edit('updateTag', { tagId: first.id, colour });
  else {
    await edit('recolourTags', { tagIds: tags.map(({ id }) => id), colour });
    announce(`${tags.length} tags are ${COLOUR_NAMES[colour - 1] ?? ''} now`);
  }
}

function usesOf(colour: number): string {
  const names = projection
    .list('tags')
    .filter((tag) => tag.colour === colour && tag.parentId === null)
    .map((tag) => tag.name);
  return names.length === 0 ? 'not used yet' : names.slice(0, 3).join(', ');
}

const KEYS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** One tag gets a key of choice; several get those that are free, in the order in which they stand, or lose theirs. */
export async function pinTags(tagIds: readonly string[]): Promise<void> {
  const tags = tagsOf(tagIds);
  const [first, ...others] = tags;
  if (first && others.length === 0) return pinTag(first.id);
  const taken = new Set(
    projection.list('tags').flatMap(({ id, favourite }) => (favourite === null || tagIds.includes(id) ? [] : [favourite])),
  );
  const free = KEYS.filter((key) => !taken.has(key));
  const pinned = tags.filter(({ favourite }) => favourite !== null).length;
  const got = Math.min(free.length, tags.length);
  const answer = await quickPick({
    title: `Keys for ${tags.length} tags`,
    placeholder: 'Which keys put them on a selection?',
    items: [
      ...(got === 0
        ? []
        : [
            {
              id: 'free',
              label: `Keys ${free.slice(0, got).join(', ')}`,
              detail: got < tags.length ? `for the first ${got}; the others get none` : 'in the order in which they stand',
            },
          ]),
      ...(pinned === 0 ? [] : [{ id: 'none', label: 'No key', detail: `${countNoun(pinned, 'tag has', 'tags have')} one now` }]),
    ],
    empty: () => 'All nine keys belong to other tags. Take one away from a tag first.',
  });
  if (!answer || !('id' in answer)) return;
  const pins = tags.map(({ id }, place) => ({ tagId: id, key: answer.id === 'free' ? (free[place] ?? null) : null }));
  await edit('pinTags', { pins });
  announce(answer.id === 'free' ? `${countNoun(got, 'tag has a key', 'tags have keys')} now` : `${tags.length} tags have no key now`);
}
