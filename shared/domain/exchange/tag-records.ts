// Codes of a foreign project as tags of the study: same tree, same names, same colours as near as the palette allows.
import { TAG_COLOURS, type Tag } from '#shared/model/records/tag';

import { readDescription } from './code-description.ts';
import { bring, note } from './exchange-report.ts';
import type { ProjectCode } from './project.ts';
import { fieldText, nameLine, type RecordMaker } from './record-maker.ts';
import { nearestColour } from './tag-colours.ts';

/** Adds the codes; one that the study has already, by id or by name at the same place of the tree, is that tag. */
export function addTags(maker: RecordMaker): void {
  const { project, reader, report } = maker;
  const counts = { there: 0, renamed: 0, unparented: 0, long: 0 };
  const siblings = siblingsOf(maker);
  let order = 0;
  for (const tag of reader.all('tags').values()) order = Math.max(order, tag.order);
  const known = new Set<string>();
  for (const code of project.codes) {
    const parentId = code.parent === null ? null : (maker.tagIds.get(code.parent) ?? null);
    const name = nameLine(code.name, 'Code without a name');
    if (known.has(code.key)) counts.unparented += 1;
    known.add(code.key);
    const there = existingTag(maker, code, siblings, parentId, name);
    if (there !== null) {
      counts.there += 1;
      maker.tagIds.set(code.key, there);
      continue;
    }
    if (name !== code.name) counts.renamed += 1;
    if (code.description.length > 100_000) counts.long += 1;
    const tag = newTag(maker, code, { name, parentId, order: (order += 1) });
    maker.tagIds.set(code.key, tag.id);
    maker.add('tags', tag);
  }
  bring(report, project.codes.length - counts.there, 'code', 'codes');
  note(report.changes, counts.there, 'code is', 'codes are', 'in the study already; those tags are used.');
  note(report.changes, counts.renamed, 'code name was', 'code names were', 'brought to one line of at most 300 letters.');
  note(report.changes, counts.unparented, 'code has', 'codes have', 'an id that another code has too; each got one of its own.');
  note(report.leaves, counts.long, 'description is', 'descriptions are', 'cut after 100,000 letters.');
}

/** Tags of the study by parent and name. */
function siblingsOf({ reader }: RecordMaker): Map<string, string> {
  return new Map([...reader.all('tags').values()].map((tag) => [siblingKey(tag.parentId, tag.name), tag.id]));
}

const siblingKey = (parentId: string | null, name: string): string => `${parentId ?? ''} ${name.trim().toLowerCase()}`;

function existingTag(
  { reader, project }: RecordMaker,
  code: ProjectCode,
  siblings: ReadonlyMap<string, string>,
  parentId: string | null,
  name: string,
): string | null {
  if (reader.get('tags', code.guid)) return code.guid;
  const there = siblings.get(siblingKey(parentId, name)) ?? null;
  // Two codes of the file with one name at one place stay two, unless the study itself has that tag.
  const twins =
    there === null ? 0 : project.codes.filter((other) => other.parent === code.parent && nameLine(other.name, '') === name).length;
  return twins > 1 ? null : there;
}

function newTag(
  maker: RecordMaker,
  code: ProjectCode,
  { name, parentId, order }: { name: string; parentId: string | null; order: number },
): Tag {
  const given = code.colour === null ? null : nearestColour(code.colour);
  const words = readDescription(code.description);
  const colour = given ?? inheritedColour(maker, parentId);
  return {
    id: maker.idFor('tags', code.guid),
    name,
    definition: fieldText(words.definition),
    whenToUse: fieldText(words.whenToUse),
    whenNotToUse: fieldText(words.whenNotToUse),
    colour,
    parentId,
    order,
    favourite: null,
    ...(words.aliases.length > 0 ? { aliases: words.aliases } : {}),
    imported: { colour: given === null ? null : hexOf(code.colour), as: colour, codable: code.codable },
  };
}

/** A code without a colour has its parent's; at the top they go round the palette. */
function inheritedColour({ records, reader }: RecordMaker, parentId: string | null): number {
  const parent = parentId === null ? undefined : (records.tags.findLast((tag) => tag.id === parentId) ?? reader.get('tags', parentId));
  return parent?.colour ?? (records.tags.filter((tag) => tag.parentId === null).length % TAG_COLOURS) + 1;
}

function hexOf(colour: string | null): string | null {
  const text = colour?.trim() ?? '';
  const hex = text.startsWith('#') ? text : `#${text}`;
  return /^#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/.test(hex) ? hex : null;
}
