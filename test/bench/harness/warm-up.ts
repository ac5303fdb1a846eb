// Brings a freshly opened vault to the state of a study in work: code compiled, undo steps at their limit, journal short.
import type { Vault } from '#core/vault/vault';
import type { Tagging } from '#shared/model/records/tagging';

/** Fewer than make the vault write a checkpoint by itself. */
const BURSTS = 7;
const EDITS = 1000;

/** Gives so many edits at once and waits for all of them. */
export async function tagAtOnce(vault: Vault, next: () => Tagging, edits = EDITS): Promise<void> {
  await Promise.all(
    Array.from({ length: edits }, () => {
      const { snippetId, tagId } = next();
      return vault.edit('tagSnippets', { snippetIds: [snippetId], tagIds: [tagId] });
    }),
  );
}

/** Adds 7,000 taggings, then writes a checkpoint. */
export async function warmUp(vault: Vault, next: () => Tagging): Promise<void> {
  for (let burst = 0; burst < BURSTS; burst += 1) await tagAtOnce(vault, next);
  await vault.checkpoint();
}
