// Writes one version of the codebook as CSV.
import { versionTable } from '#shared/domain/codebook/version-table';
import { exportedText, type ExportedNames, maskRows } from '#shared/domain/exchange/mask-rows';
import type { VaultReader } from '#shared/model/vault-state';

import { csvText } from './export-table.ts';

/** @throws AppError('not-found') when there is no such version. */
export function exportCodebookVersion(
  reader: VaultReader,
  versionId: string,
  names: ExportedNames = 'pseudonyms',
): { name: string; text: string; rows: number } {
  const { name, tags } = reader.require('codebookVersions', versionId);
  const exported = exportedText(reader, names);
  return { name: exported(name), text: csvText(maskRows(versionTable(tags), exported)), rows: tags.length };
}
