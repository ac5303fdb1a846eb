// What happens when a tag is clicked while text is selected in a transcript: whoever holds the selection may take the tag.
/** Type of a dragged tag; its data is the tag's id. */
export const TAG_DRAG_TYPE = 'application/x-plumbline-tag';

type TagTaker = (tagId: string) => boolean;

const takers = new Set<TagTaker>();

/**
 * A surface with a pending selection offers to take clicked tags. The taker returns true when it has applied the tag, false when
 * nothing is selected in it. @returns the undo of the offer.
 */
export function offerTagTaker(taker: TagTaker): () => void {
  takers.add(taker);
  return () => void takers.delete(taker);
}

/** Gives a clicked tag to the surface that has text selected. @returns whether one took it. */
export function giveTag(tagId: string): boolean {
  return [...takers].some((taker) => taker(tagId));
}
