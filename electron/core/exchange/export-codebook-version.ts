// The rows of one version of the codebook, as they leave the study.
import { versionTable } from '#shared/domain/codebook/version-table';
import { exportedText, type ExportedNames, maskRows } from '#shared/domain/exchange/mask-rows';
import type { TableRow } from '#shared/domain/exchange/study-tables';
import type { VaultReader } from '#shared/model/vault-state';

/** Heading first. @throws AppError('not-found') when there is no such version. */
export function exportCodebookVersion(
  reader: VaultReader,
  versionId: string,
  names: ExportedNames = 'pseudonyms',
): { name: string; rows: TableRow[] } {
  const { name, tags } = reader.require('codebookVersions', versionId);
  const exported = exportedText(reader, names);
  return { name: exported(name), rows: maskRows(versionTable(tags), exported) };
}
