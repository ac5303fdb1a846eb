// Tags for a passage as it is about to be tagged, from what was tagged so far; kept up to date with every edit.
import { NearestTexts } from '#shared/domain/assisted/nearest-texts';
import { proposeTags } from '#shared/domain/assisted/propose-tags';
import type { ProposedTag } from '#shared/rpc/assist-answers';

import { Pauses } from '../vault/pauses.ts';
import type { Vault } from '../vault/vault.ts';

const MOST = 3;

export class TagProposals {
  #following: { vault: Vault; tagged: NearestTexts; stale: Set<string>; stop: () => void } | null = null;

  /** Forgets everything kept of a study. */
  clear(): void {
    this.#following?.stop();
    this.#following = null;
  }

  /**
   * Up to three tags, the likeliest first. The first call reads all tagged snippets, with pauses.
   * @param text words of the passage. @param snippetId when it is a snippet already: it does not count itself, nor the tags it has.
   */
  async propose(vault: Vault, text: string, snippetId: string | null): Promise<ProposedTag[]> {
    const { tagged, stale } = this.#follow(vault);
    const pauses = new Pauses();
    for (const id of stale) {
      if (pauses.due) await pauses.take();
      stale.delete(id);
      const snippet = vault.state.get('snippets', id);
      if (snippet && vault.state.referring('snippets', id, 'taggings').length > 0) tagged.set(id, snippet.quote);
      else tagged.remove(id);
    }
    const tagsOf = (id: string): string[] => vault.state.referring('snippets', id, 'taggings').map(({ tagId }) => tagId);
    const had = new Set(snippetId === null ? [] : tagsOf(snippetId));
    return proposeTags(tagged, tagsOf, text, MOST + had.size, (id) => id === snippetId)
      .filter(({ tagId }) => !had.has(tagId))
      .slice(0, MOST);
  }

  #follow(vault: Vault): { tagged: NearestTexts; stale: Set<string> } {
    if (this.#following?.vault === vault) return this.#following;
    this.clear();
    const stale = new Set([...vault.state.all('taggings').values()].map(({ snippetId }) => snippetId));
    const stop = vault.announcements.subscribe(({ entry }) => {
      for (const { collection, id, before, after } of entry.changes) {
        if (collection === 'snippets') stale.add(id);
        if (collection !== 'taggings') continue;
        for (const tagging of [before, after])
          if (tagging && 'snippetId' in tagging && tagging.snippetId !== null) stale.add(tagging.snippetId);
      }
    });
    this.#following = { vault, tagged: new NearestTexts(), stale, stop };
    return this.#following;
  }
}
