// The colour of a card: that of its snippet's first tag, in the order of the codebook.
import type { VaultReader } from '#shared/model/vault-state';

export interface SnippetColour {
  /** 1 to 16 of the palette; null without a tag. */
  colour: number | null;
  /** Names of its tags, the first one's first. */
  names: string[];
}

/** Tags by when they were put on: the first one colours the card for good. */
export function colourOfSnippet(reader: VaultReader, snippetId: string): SnippetColour {
  const taggings = reader.referring('snippets', snippetId, 'taggings').sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : left.tagId < right.tagId ? -1 : 1));
  const tags = taggings.flatMap(({ tagId }) => reader.get('tags', tagId) ?? []);
  return { colour: tags[0]?.colour ?? null, names: tags.map((tag) => tag.name) };
}
