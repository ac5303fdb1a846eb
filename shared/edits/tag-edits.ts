// Edits of the codebook: create, change, move, pin, delete tags. Merging is in merge-tags.ts.
import { z } from 'zod';

import { AppError } from '#shared/lib/app-error';
import { idField, nameField, orderField, textField } from '#shared/model/records/fields';
import { MOST_ALIASES, TAG_COLOURS, type Tag } from '#shared/model/records/tag';
import type { Draft } from '#shared/model/draft';
import type { VaultReader } from '#shared/model/vault-state';

import { defineEdit, orderAfterAll, requireFreeName, unique } from './edit-definition.ts';

const tagFields = {
  name: nameField,
  definition: textField,
  whenToUse: textField,
  whenNotToUse: textField,
  colour: z.int().min(1).max(TAG_COLOURS),
};

export const createTag = defineEdit({
  name: 'createTag',
  input: z
    .strictObject({ ...tagFields, parentId: idField.nullable(), id: idField })
    .partial()
    .required({ name: true }),
  label: (input) => `Create tag ${input.name}`,
  run(context, input) {
    return { tagId: addTag(context.draft, input.id ?? context.newId(), input).id };
  },
});

/** Adds a tag with defaults: colour of the parent, otherwise the next unused one; last among its siblings. */
export function addTag(draft: Draft, id: string, fields: { [K in keyof Tag]?: Tag[K] | undefined } & { name: string }): Tag {
  const name = fields.name.trim();
  const parentId = fields.parentId ?? null;
  const parent = parentId === null ? null : draft.require('tags', parentId);
  requireFreeTagName(draft, name, parentId, null);
  return draft.add('tags', {
    id,
    name,
    definition: fields.definition ?? '',
    whenToUse: fields.whenToUse ?? '',
    whenNotToUse: fields.whenNotToUse ?? '',
    colour: fields.colour ?? parent?.colour ?? nextColour(draft),
    parentId,
    order: orderAfterAll(childTags(draft, parentId)),
    favourite: null,
  });
}

function requireFreeTagName(reader: VaultReader, name: string, parentId: string | null, exceptId: string | null): void {
  requireFreeName(reader, 'tags', name, exceptId, (record) => (record as Tag).parentId === parentId);
}

/** Tags directly under a parent (null: top level). */
export function childTags(reader: VaultReader, parentId: string | null): Tag[] {
  if (parentId !== null) return reader.referring('tags', parentId, 'tags');
  return [...reader.all('tags').values()].filter((tag) => tag.parentId === null);
}

function nextColour(reader: VaultReader): number {
  const uses = new Array<number>(TAG_COLOURS).fill(0);
  for (const tag of reader.all('tags').values()) {
    if (tag.parentId === null) uses[tag.colour - 1] = (uses[tag.colour - 1] ?? 0) + 1;
  }
  return uses.indexOf(Math.min(...uses)) + 1;
}

export const updateTag = defineEdit({
  name: 'updateTag',
  input: z
    .strictObject({ ...tagFields, aliases: z.array(nameField).max(MOST_ALIASES) })
    .partial()
    .extend({ tagId: idField }),
  label: (input, state) => `Edit tag ${state.get('tags', input.tagId)?.name ?? ''}`.trim(),
  run({ draft }, { tagId, ...fields }) {
    const tag = draft.require('tags', tagId);
    if (fields.name) requireFreeTagName(draft, fields.name, tag.parentId, tagId);
    draft.update('tags', tagId, { ...fields, name: fields.name?.trim() });
    return {};
  },
});

/** Moves a tag under another parent or to another place among its siblings. */
export const moveTag = defineEdit({
  name: 'moveTag',
  input: z.strictObject({ tagId: idField, parentId: idField.nullable(), order: orderField.optional() }),
  label: (input, state) => `Move tag ${state.get('tags', input.tagId)?.name ?? ''}`.trim(),
  run({ draft }, move) {
    placeTag(draft, move);
    return {};
  },
});

/** Puts a tag inside a parent (null: at the top), last or at an order. @throws AppError('conflict') for a place inside itself, or a name that is taken there. */
export function placeTag(
  draft: Draft,
  { tagId, parentId, order }: { tagId: string; parentId: string | null; order?: number | undefined },
): void {
  const tag = draft.require('tags', tagId);
  if (parentId === tagId || isInside(draft, parentId, tagId)) {
    throw new AppError('conflict', `“${tag.name}” cannot be moved into itself or one of its own children.`, { id: tagId });
  }
  if (parentId !== tag.parentId) requireFreeTagName(draft, tag.name, parentId, tagId);
  const siblings = childTags(draft, parentId).filter((sibling) => sibling.id !== tagId);
  draft.update('tags', tagId, { parentId, order: order ?? orderAfterAll(siblings) });
}

/** True for a tag at any depth inside another. */
export function isInside(reader: VaultReader, tagId: string | null, outerId: string): boolean {
  const seen = new Set<string>();
  let above = tagId === null ? null : reader.require('tags', tagId).parentId;
  while (above !== null && above !== outerId && !seen.has(above)) {
    seen.add(above);
    above = reader.require('tags', above).parentId;
  }
  return above === outerId;
}

/** Pins a tag to a key 1 to 9 (the tag that had it loses it), or takes the pin away with null. */
export const pinTag = defineEdit({
  name: 'pinTag',
  input: z.strictObject({ tagId: idField, key: z.int().min(1).max(9).nullable() }),
  label: (input) => (input.key === null ? 'Unpin tag' : `Pin tag to ${input.key}`),
  run({ draft }, { tagId, key }) {
    pinToKey(draft, tagId, key);
    return {};
  },
});

/** Gives a tag a key 1 to 9, which no other has afterwards, or none. */
export function pinToKey(draft: Draft, tagId: string, key: number | null): void {
  for (const tag of draft.all('tags').values()) {
    if (key !== null && tag.favourite === key && tag.id !== tagId) draft.update('tags', tag.id, { favourite: null });
  }
  draft.update('tags', tagId, { favourite: key });
}

/**
 * Deletes tags and their taggings. Children move up to the parent of the deleted tag. Snippets stay, also when no tag is left on them.
 */
export const deleteTags = defineEdit({
  name: 'deleteTags',
  input: z.strictObject({ tagIds: z.array(idField).min(1) }),
  label: (input, state) =>
    input.tagIds.length === 1
      ? `Delete tag ${state.get('tags', input.tagIds[0] ?? '')?.name ?? ''}`.trim()
      : `Delete ${input.tagIds.length} tags`,
  *run({ draft }, { tagIds }) {
    for (const tagId of unique(tagIds)) {
      const tag = draft.require('tags', tagId);
      for (const tagging of draft.referring('tags', tagId, 'taggings')) {
        draft.remove('taggings', tagging.id);
        yield;
      }
      liftChildren(draft, tag);
      removeMemosAbout(draft, 'tags', tagId);
      draft.remove('tags', tagId);
    }
    return {};
  },
});

/** Gives the children of a tag to its parent; a name that is taken there gets the old parent's name in brackets. */
export function liftChildren(draft: Draft, tag: Tag, newParentId: string | null = tag.parentId): void {
  for (const child of draft.referring('tags', tag.id, 'tags')) {
    const siblings = childTags(draft, newParentId).filter((sibling) => sibling.id !== tag.id);
    const taken = siblings.some((sibling) => sibling.name.toLowerCase() === child.name.toLowerCase());
    draft.update('tags', child.id, {
      parentId: newParentId,
      name: taken ? `${child.name} (${tag.name})` : child.name,
      order: orderAfterAll(siblings),
    });
  }
}

/** Memos about a record that goes away stay, but stand on their own. */
export function removeMemosAbout(
  draft: Draft,
  collection: 'sources' | 'tags' | 'themes' | 'departments' | 'assumptions',
  id: string,
): void {
  for (const memo of draft.referring(collection, id, 'memos')) draft.update('memos', memo.id, { about: null });
}
