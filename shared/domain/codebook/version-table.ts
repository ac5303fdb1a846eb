// A codebook version as a table: a heading row, then one row a tag, in the columns of the codebook's own table.
import { namesCell } from '#shared/domain/exchange/names-cell';
import type { TableRow } from '#shared/domain/exchange/study-tables';
import type { KeptTag } from '#shared/model/records/codebook-version';

import { keptPaths } from './kept-paths.ts';

/** In the order of the tree; names above a tag are joined by ` > `, other names by `; `. */
export function versionTable(tags: readonly KeptTag[]): TableRow[] {
  const paths = keptPaths(tags);
  const rows = tags.map((tag): TableRow => [
    (paths.get(tag.id) ?? []).join(' > '),
    tag.name,
    tag.definition,
    tag.whenToUse,
    tag.whenNotToUse,
    namesCell(tag.aliases),
    tag.colour,
    tag.snippets,
    tag.people,
  ]);
  return [['Tag', 'Name', 'Definition', 'When to use', 'When not to use', 'Other names', 'Colour', 'Snippets', 'People'], ...rows];
}
