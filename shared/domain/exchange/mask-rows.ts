// Pseudonyms in tables that leave the study: names in quotes, titles and notes are replaced before anybody else reads them.
import { createNameMask } from '#shared/domain/readout/name-mask';
import type { VaultReader } from '#shared/model/vault-state';

import type { TableRow } from './study-tables.ts';

export type ExportedNames = 'pseudonyms' | 'names';

/** Words of our own headings: never taken for anybody's name. */
const HEADINGS = new Set([
  ...'Quote Participant Segment Source Time Tags Note Starred By At Tag Name Definition Colour Snippets People Reached Relationship Interviews Consent'.split(
    ' ',
  ),
  'Quotes withheld',
]);

/** Gives what a text is exported as. */
export function exportedText(reader: VaultReader, names: ExportedNames): (text: string) => string {
  if (names === 'names') return (text) => text;
  const { mask } = createNameMask(reader);
  return mask;
}

/** Every cell as it is exported; our own words in the heading stay. */
export function maskRows(rows: readonly TableRow[], exported: (text: string) => string): TableRow[] {
  return rows.map((row, index) => {
    const isOwn = (cell: string): boolean => index === 0 && HEADINGS.has(cell);
    return row.map((cell) => (typeof cell === 'string' && !isOwn(cell) ? exported(cell) : cell));
  });
}
