// Takes something out of the open study for good, and out of everything that is remembered of it besides.
import type { CoreServices } from '../core-services.ts';
import type { Vault, VaultServices } from '../vault/vault.ts';

/** @param begin writes down what is to go. @returns sentences about what was done. @throws as Session.purge. */
export async function purgeStudy(
  { session, imports, exchange, search }: Pick<CoreServices, 'session' | 'imports' | 'exchange' | 'search'>,
  begin: (vault: Vault, services: VaultServices) => Promise<void>,
): Promise<string[]> {
  imports.clear();
  exchange.clear();
  const { folder } = session.vault.files;
  await search.forget(folder);
  try {
    return await session.purge(begin);
  } finally {
    // Somebody may have searched before the deletion began.
    await search.forget(folder);
  }
}
