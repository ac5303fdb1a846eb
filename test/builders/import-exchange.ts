// Brings a file of another tool into a vault the way the app does: read, planned, committed.
import { commitProject, planProject } from '#core/exchange/import-project';
import { readExchange } from '#core/exchange/read-exchange';
import type { Vault } from '#core/vault/vault';

/** @param now time of the import, ISO. @returns the preview that a person sees before. */
export async function importExchange(vault: Vault, fileName: string, bytes: Uint8Array, now: string) {
  let ids = 0;
  const context = { newId: () => `new${vault.seq}x${(ids += 1)}`, now, by: 'importer' };
  const { preview, plan } = planProject(fileName, await readExchange(fileName, bytes), vault.state, context);
  await commitProject(vault, plan);
  return preview;
}
