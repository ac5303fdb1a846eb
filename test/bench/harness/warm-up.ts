// Brings a freshly opened vault to the state of a study in work: code compiled, undo steps at their limit, journal short.
import type { Vault } from '#core/vault/vault';
import type { Tagging } from '#shared/model/records/tagging';

/** Fewer than make the vault write a checkpoint by itself. */
const BURSTS = 7;
const EDITS = 1000;

/** As many new taggings as are given at once. */
export function someTaggings(next: () => Tagging, edits = EDITS): Tagging[] {
  return Array.from({ length: edits }, next);
}

/** Gives an edit for each tagging at once and waits for all of them. */
export async function tagAtOnce(vault: Vault, taggings: readonly Tagging[]): Promise<void> {
  await Promise.all(taggings.map(({ snippetId, tagId }) => vault.edit('tagSnippets', { snippetIds: [snippetId], tagIds: [tagId] })));
}

/** Adds 7,000 taggings, then writes a checkpoint. */
export async function warmUp(vault: Vault, next: () => Tagging): Promise<void> {
  for (let burst = 0; burst < BURSTS; burst += 1) await tagAtOnce(vault, someTaggings(next));
  await vault.checkpoint();
}
