// Proposes tags for a passage from what the researcher tagged so far: those of the snippets that are most like it.
import type { NearestTexts } from './nearest-texts.ts';

export interface TagProposal {
  tagId: string;
  /** Part of the likeness of all neighbours that speaks for this tag, 0 to 1. */
  share: number;
  /** Neighbours with this tag, nearest first, and the words they share with the passage. */
  because: { snippetId: string; words: string[] }[];
}

/** Snippets that are asked. Measured on 1,263 coded interview quotes: 25 gave a little more hits than 15 and 8 (docs/adr/0013). */
const NEIGHBOURS = 25;
/** A tag with less than this part of the likeness is a guess nobody is helped by. */
const LEAST_SHARE = 0.08;
const REASONS = 3;

/**
 * Tags of the nearest tagged snippets, each weighted by the square of its likeness (k nearest neighbours, Cover & Hart 1967, distance
 * weighted after Dudani 1976). Nothing is proposed from a single shared word that only one snippet has with many others.
 * @param tagsOf ids of the tags on a snippet of the index. @param without snippets that must not count, such as the asked one itself.
 */
export function proposeTags(
  tagged: NearestTexts,
  tagsOf: (snippetId: string) => readonly string[],
  text: string,
  most: number,
  without: (snippetId: string) => boolean = () => false,
): TagProposal[] {
  const proposals = new Map<string, TagProposal>();
  let whole = 0;
  for (const { id, score, words } of tagged.nearest(text, NEIGHBOURS, without)) {
    const weight = score * score;
    whole += weight;
    for (const tagId of tagsOf(id)) {
      let proposal = proposals.get(tagId);
      if (!proposal) proposals.set(tagId, (proposal = { tagId, share: 0, because: [] }));
      proposal.share += weight;
      if (proposal.because.length < REASONS) proposal.because.push({ snippetId: id, words });
    }
  }
  return [...proposals.values()]
    .map((proposal) => ({ ...proposal, share: proposal.share / whole }))
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((left, right) => right.share - left.share || (left.tagId < right.tagId ? -1 : 1))
    .slice(0, most);
}
