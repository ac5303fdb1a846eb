// Looks through the whole history for earlier forms of records that do not hold any more.
import type { Change } from '#shared/model/changes';

import type { Disk } from '../disk.ts';
import { listHistoryParts } from '../history.ts';
import { scanFile } from '../scan-lines.ts';
import type { VaultFiles } from '../vault-files.ts';

/** Changes of the given records, oldest first, from every line that verifies. @throws the operating system's error. */
export async function findChangesOf(
  disk: Disk,
  files: VaultFiles,
  records: readonly { collection: string; id: string }[],
): Promise<Change[]> {
  const wanted = new Set(records.map(({ collection, id }) => `${collection}/${id}`));
  const changes: Change[] = [];
  if (wanted.size === 0) return changes;
  for (const file of [...(await listHistoryParts(disk, files)).map((part) => part.file), files.journal]) {
    for await (const stretch of scanFile(disk, file, files.cipher)) {
      if (stretch.kind !== 'line') continue;
      changes.push(...stretch.parsed.entry.changes.filter(({ collection, id }) => wanted.has(`${collection}/${id}`)));
    }
  }
  return changes;
}
