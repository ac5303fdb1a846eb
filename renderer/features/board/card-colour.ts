// The colour of a card: that of its snippet's first tag.
import type { VaultReader } from '#shared/model/vault-state';

/** 1 to 16 of the palette, by the tag that was put on first; null without a tag. */
export function colourOfSnippet(reader: VaultReader, snippetId: string): number | null {
  let first: { at: string; tagId: string } | null = null;
  for (const tagging of reader.referring('snippets', snippetId, 'taggings')) {
    if (!first || tagging.at < first.at || (tagging.at === first.at && tagging.tagId < first.tagId)) first = tagging;
  }
  return first ? (reader.get('tags', first.tagId)?.colour ?? null) : null;
}
