// Decides that names go for good from everything the study holds: it happens when the study is opened the next time.
import { createNameReplacement, type NameChoice, type NameReplacement } from '#shared/domain/names/replace-names';
import { AppError } from '#shared/lib/app-error';

import { diskError } from '../vault/disk.ts';
import type { Vault, VaultServices } from '../vault/vault.ts';
import { readPast } from './read-past.ts';
import { holdsName, revisionsIn } from './renamed-texts.ts';
import { readPurge, sealChoices, type Tombstone, writePurge } from './tombstones.ts';

/**
 * Writes down which names are to be replaced in snapshot, journal, history, old revisions and backups. The caller closes the study and opens
 * it again at once. Names that were replaced before can be given too: then only what was left behind is cleaned.
 * @throws AppError('bad-input') for choices that cannot be, 'conflict' when another deletion is not finished yet, 'vault-damaged' when a text of
 * today cannot be read, 'disk': nothing was purged then.
 */
export async function startNamePurge(
  vault: Vault,
  choices: readonly NameChoice[],
  { disk, now, newId }: Pick<VaultServices, 'disk' | 'now' | 'newId'>,
): Promise<void> {
  const names = createNameReplacement(choices);
  if (vault.readOnlyReason) throw vault.readOnlyReason;
  await vault.whole;
  await vault.settled();
  try {
    if (await readPurge(disk, vault.files)) {
      throw new AppError('conflict', 'Another deletion is not finished yet. Close the study and open it again to finish that first.');
    }
    const tombstone: Tombstone = {
      participantId: `names-${newId()}`,
      at: now(),
      sourceIds: [],
      redacted: [],
      mentionsReplaced: true,
      renumbered: await renumberedIn(vault, names, disk),
    };
    await writePurge(disk, vault.files, { tombstones: [tombstone], stage: 'begun', choices: await sealChoices(vault.files, choices) });
  } catch (error) {
    throw diskError(error, 'The names could not be taken out of history and backups', 'Those stay as they are.');
  }
}

/** Sources in one of whose texts, of any time, a name stands; with the highest number that any of their texts has, or had. */
async function renumberedIn(
  vault: Vault,
  names: NameReplacement,
  disk: VaultServices['disk'],
): Promise<{ sourceId: string; by: number }[]> {
  const past = await readPast(disk, vault.files);
  const found: { sourceId: string; by: number }[] = [];
  for (const [sourceId, revisions] of await revisionsIn(disk, vault.files.transcripts)) {
    const current = vault.state.get('sources', sourceId)?.transcript.revision ?? 0;
    let holds = false;
    for (const revision of revisions) {
      const text = await vault.transcripts.read(sourceId, revision).catch((error: unknown) => {
        if (revision === current) throw error;
        // Nobody can say what an old text holds that cannot be read.
        return null;
      });
      holds ||= text === null || holdsName(text, names);
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (holds) found.push({ sourceId, by: Math.max(current, past.sources.get(sourceId)?.revision ?? 0, ...revisions) });
  }
  return found;
}
