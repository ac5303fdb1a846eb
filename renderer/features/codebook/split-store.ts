// Splitting a tag while it goes on: the tags it is split into, and where each snippet goes.
import { create } from 'zustand';

import { AppError } from '#shared/lib/app-error';
import { countNoun, foldForSearch } from '#shared/lib/text';
import type { Tag } from '#shared/model/records/tag';
import { notifyUndoable } from '#renderer/stores/notify-undoable';
import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { announce } from '#renderer/ui/announce';

import { currentTagList } from './codebook-lists.ts';

/** Tags that one is split into at most: each has a key. */
export const MOST_PARTS = 9;

interface SplitState {
  /** Null while the dialog is closed. */
  tagId: string | null;
  /** Names, in the order of their keys. */
  names: readonly string[];
  /** Place of a name by snippet; snippets that are not here keep the tag. */
  sorted: Readonly<Record<string, number>>;
  message: string | null;
  storing: boolean;
}

const CLOSED: SplitState = { tagId: null, names: [], sorted: {}, message: null, storing: false };

export const useSplitStore = create<SplitState>()(() => CLOSED);

/** Opens the dialog for a tag. */
export async function startSplit(tagId: string): Promise<void> {
  useSplitStore.setState({ ...CLOSED, tagId });
}

export function closeSplit(): void {
  const { tagId } = useSplitStore.getState();
  useSplitStore.setState(CLOSED);
  if (tagId !== null) currentTagList()?.focusTag(tagId);
}

/** The tag of a name, without regard to case and accents. */
export function tagCalled(name: string): Tag | undefined {
  return projection.list('tags').find((tag) => foldForSearch(tag.name) === foldForSearch(name));
}

/** Adds a tag to split into. @returns false when it is no further one. */
export function addPart(typed: string): boolean {
  const { tagId, names } = useSplitStore.getState();
  const name = typed.trim();
  const isKnown = names.some((other) => foldForSearch(other) === foldForSearch(name));
  if (name === '' || isKnown || names.length >= MOST_PARTS) return false;
  if (tagCalled(name)?.id === tagId) {
    useSplitStore.setState({ message: `“${name}” is the tag that is split. Snippets that you leave keep it.` });
    return false;
  }
  useSplitStore.setState({ names: [...names, name], message: null });
  return true;
}

/** Says where a snippet goes; null leaves it with the tag. */
export function sortSnippet(snippetId: string, part: number | null): void {
  const { [snippetId]: _, ...others } = useSplitStore.getState().sorted;
  const name = part === null ? 'Stays' : useSplitStore.getState().names[part];
  if (name === undefined) return;
  useSplitStore.setState({ sorted: part === null ? others : { ...others, [snippetId]: part } });
  announce(name);
}

/** Splits as sorted, as one step. */
export async function commitSplit(): Promise<void> {
  const { tagId, names, sorted } = useSplitStore.getState();
  if (tagId === null) return;
  const tag = projection.state.require('tags', tagId);
  const parts = names.flatMap((name, part) => {
    const snippetIds = Object.keys(sorted).filter((id) => sorted[id] === part);
    const there = tagCalled(name);
    return snippetIds.length === 0 ? [] : [{ into: there ? { tagId: there.id } : { name }, snippetIds }];
  });
  useSplitStore.setState({ storing: true, message: null });
  try {
    await edit('splitTag', { tagId, parts });
    closeSplit();
    const count = Object.keys(sorted).length;
    notifyUndoable(
      `Split “${tag.name}”: ${countNoun(count, 'snippet went', 'snippets went')} to ${countNoun(parts.length, 'tag', 'tags')}.`,
    );
  } catch (error) {
    useSplitStore.setState({
      storing: false,
      message: error instanceof AppError ? error.message : 'The tag could not be split. Nothing was changed.',
    });
  }
}
