// What the keys of a transcript do with the selected words or snippet.
import { inVivoName } from '#shared/domain/coding/in-vivo';
import { quickTags } from '#shared/domain/coding/quick-tags';
import { quoteOf } from '#shared/domain/transcript/anchor';
import { countNoun, foldForSearch } from '#shared/lib/text';
import { notifyUndoable } from '#renderer/stores/notify-undoable';
import { quickPick } from '#renderer/stores/quick-pick-store';
import { refuse } from '#renderer/stores/refuse';
import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { select, useViewStore } from '#renderer/stores/view-store';
import { announce } from '#renderer/ui/announce';
import { focusInspector } from '#renderer/ui/focus-surface';

import { activeSurface } from './active-surface.ts';
import { applyTags, removeTag } from './apply-tags.ts';
import { currentTarget, type Target } from './choosing.ts';
import { tagsOfSnippet } from './coding.ts';
import { placeOnBoard } from './place-on-board.ts';
import { useTranscriptStore } from './transcript-store.ts';

/** The snippet that a command means; words become one first. */
async function asSnippet(target: Target | null): Promise<string | null> {
  if (!target) return null;
  return target.kind === 'snippet' ? target.snippetId : applyTags(target, {});
}

/** Puts the tag of a key 1 to 9 on. */
export async function quickTag(key: number): Promise<void> {
  const target = currentTarget();
  const { quickSlots } = useTranscriptStore.getState();
  const tag = quickSlots && quickTags(projection.state, quickSlots)[key - 1];
  if (!target) return;
  if (!tag) return refuse(`No tag is on key ${key} yet. Pin one in the codebook, or press T and choose.`);
  await applyTags(target, { tagIds: [tag.id] });
}

export async function repeatTags(): Promise<void> {
  const target = currentTarget();
  const tagIds = useTranscriptStore.getState().lastTagIds.filter((id) => projection.state.get('tags', id));
  if (!target) return;
  if (tagIds.length === 0) return refuse('No tag was put on yet in this session.');
  await applyTags(target, { tagIds });
}

/** The selected words become the tag, the first six of them when there are more; its name can be shortened at once. */
export async function tagInVivo(): Promise<void> {
  const surface = activeSurface();
  const target = currentTarget();
  if (!surface || !target) return;
  const range = target.kind === 'text' ? target.range : projection.state.require('snippets', target.snippetId).range;
  const quote = quoteOf(surface.turns, range);
  const name = inVivoName(quote);
  if (name === null) return refuse('There is no word in what is selected.');
  const there = [...projection.state.all('tags').values()].find((tag) => foldForSearch(tag.name) === foldForSearch(name));
  await applyTags(target, there ? { tagIds: [there.id] } : { newTag: { name } });
  const tagId = useTranscriptStore.getState().lastTagIds.at(-1);
  if (!there && tagId !== undefined && useViewStore.getState().inspectorVisible)
    useTranscriptStore.setState({ asking: { for: 'name', tagId } });
}

export async function markWithoutTag(): Promise<void> {
  const target = currentTarget();
  if (target?.kind !== 'text') return refuse('These words are marked already.');
  await applyTags(target, {});
  announce('Marked.');
}

export async function addNote(): Promise<void> {
  const target = currentTarget();
  // Letters typed before the snippet is on the disk are no commands of the text any more.
  if (target?.kind === 'text') document.querySelector<HTMLElement>('[data-part="inspector"]')?.focus({ preventScroll: true });
  const snippetId = await asSnippet(target);
  if (snippetId === null) return;
  select({ kind: 'snippet', id: snippetId });
  useViewStore.setState({ inspectorVisible: true });
  useTranscriptStore.setState({ asking: { for: 'note', snippetId } });
}

/** Runs something with the snippet that is selected. */
function withSnippet(work: (snippetId: string) => void | Promise<void>): void | Promise<void> {
  const target = currentTarget();
  return target?.kind === 'snippet' ? work(target.snippetId) : undefined;
}

export const toggleStar = (): void | Promise<void> => withSnippet(starSnippet);

export async function starSnippet(snippetId: string): Promise<void> {
  const starred = !projection.state.require('snippets', snippetId).starred;
  await edit('starSnippets', { snippetIds: [snippetId], starred });
  announce(starred ? 'Starred as a key quote.' : 'No longer a key quote.');
}

export const putOnBoard = (): void | Promise<void> => withSnippet(putSnippetOnBoard);

export async function putSnippetOnBoard(snippetId: string): Promise<void> {
  const cards = projection.state.referring('snippets', snippetId, 'cards').length;
  if (cards > 0) return refuse('It is on the board already.');
  await placeOnBoard(snippetId);
  announce('Put on the board, loose.');
}

/** Takes the only tag off, or asks which. */
export const untag = (): void | Promise<void> =>
  withSnippet(async (snippetId) => {
    const tags = tagsOfSnippet(snippetId);
    const [only] = tags;
    if (!only) return refuse('This snippet has no tag.');
    if (tags.length === 1) return removeTag(snippetId, only);
    const answer = await quickPick({
      title: 'Remove a tag',
      placeholder: 'Which one?',
      items: tags.map((tag) => ({ id: tag.id, label: tag.name })),
    });
    const chosen = answer && 'id' in answer ? tags.find((tag) => tag.id === answer.id) : undefined;
    if (chosen) await removeTag(snippetId, chosen);
  });

/** Makes one snippet of two; the focus stays in the inspector, whose button is gone. */
export async function joinWith(snippetId: string, otherId: string): Promise<void> {
  await edit('joinSnippets', { snippetId, otherId });
  announce('Joined into one snippet. Undo parts them again.');
  focusInspector();
}

export const deleteSnippet = (): void | Promise<void> => withSnippet(removeSnippet);

/** Removes a snippet with what hangs on it; it is said, and offered to be taken back. */
export async function removeSnippet(snippetId: string): Promise<void> {
  const sentence = removalInWords(snippetId);
  await edit('removeSnippets', { snippetIds: [snippetId] });
  const { text } = useTranscriptStore.getState();
  select(text ? { kind: 'text', sourceId: text.sourceId } : null);
  announce(sentence);
  notifyUndoable(sentence);
}

/** `Removed the snippet, with 2 tags, 1 card and 1 judgement. The text stays.` */
export function removalInWords(snippetId: string): string {
  const count = (from: 'taggings' | 'cards' | 'evidenceLinks'): number => projection.state.referring('snippets', snippetId, from).length;
  const parts = [
    count('taggings') > 0 ? countNoun(count('taggings'), 'tag', 'tags') : '',
    count('cards') > 0 ? countNoun(count('cards'), 'card on the board', 'cards on the board') : '',
    count('evidenceLinks') > 0 ? countNoun(count('evidenceLinks'), 'judgement', 'judgements') : '',
  ].filter((part) => part !== '');
  return `Removed the snippet${parts.length > 0 ? `, with ${parts.join(', ')}` : ''}. The text stays.`;
}

/** The focus goes into the inspector, which describes the snippet. */
export function openDetails(): void {
  useViewStore.setState({ inspectorVisible: true });
  useTranscriptStore.setState({ asking: { for: 'tag' } });
}
