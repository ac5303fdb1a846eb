// Tags, and themes after them, as codes of the standard.
import type { Tag } from '#shared/model/records/tag';
import type { Theme } from '#shared/model/records/theme';
import type { VaultReader } from '#shared/model/vault-state';

import { writeDescription } from './code-description.ts';
import { guidFrom, guidOf } from './guids.ts';
import { colourOf } from './tag-colours.ts';
import { xml, type XmlNode } from './write-xml.ts';

/** GUIDs of memos by what they are about: `tags/id`. */
export type NotesAbout = ReadonlyMap<string, readonly string[]>;

/** The tree of tags. @param notes null for a codebook alone, which knows no notes. */
export function tagCodes(reader: VaultReader, notes: NotesAbout | null): XmlNode[] {
  const byParent = Map.groupBy([...reader.all('tags').values()], (tag) => tag.parentId);
  return (byParent.get(null) ?? []).toSorted(inOrder).map((tag) => tagCode(tag, byParent, notes));
}

const inOrder = (left: Tag, right: Tag): number => left.order - right.order;

function tagCode(tag: Tag, byParent: ReadonlyMap<string | null, Tag[]>, notes: NotesAbout | null): XmlNode {
  const description = writeDescription(tag);
  return xml('Code', { guid: guidOf('tags', tag.id), name: tag.name, isCodable: tag.imported?.codable ?? true, color: colourText(tag) }, [
    ...(description === '' ? [] : [xml('Description', {}, description)]),
    ...noteRefs(notes, 'tags', tag.id),
    ...(byParent.get(tag.id) ?? []).toSorted(inOrder).map((child) => tagCode(child, byParent, notes)),
  ]);
}

/** The other tool's own colour as long as nobody gave the tag another one here. */
function colourText({ imported, colour }: Tag): string | null {
  return imported && imported.as === colour ? imported.colour : colourOf(colour);
}

/** References from a record's element to the notes about it. */
export function noteRefs(notes: NotesAbout | null, collection: string, id: string): XmlNode[] {
  return (notes?.get(`${collection}/${id}`) ?? []).map((guid) => xml('NoteRef', { targetGUID: guid }));
}

/** Themes as codes under one code that is not for coding; what lies in a theme is coded with it. */
export function themeCodes(reader: VaultReader, notes: NotesAbout): XmlNode[] {
  const themes = [...reader.all('themes').values()];
  if (themes.length === 0) return [];
  const byParent = Map.groupBy(themes, (theme) => theme.parentId);
  return [
    xml('Code', { guid: guidFrom('plumbline/themes'), name: 'Themes', isCodable: false }, [
      xml('Description', {}, 'Themes of the affinity map. The snippets of a theme are coded with it.'),
      ...(byParent.get(null) ?? []).map((theme) => themeCode(theme, byParent, notes)),
    ]),
  ];
}

function themeCode(theme: Theme, byParent: ReadonlyMap<string | null, Theme[]>, notes: NotesAbout): XmlNode {
  return xml('Code', { guid: guidOf('themes', theme.id), name: theme.name || 'Theme without a name', isCodable: true }, [
    ...(theme.insight === '' ? [] : [xml('Description', {}, theme.insight)]),
    ...noteRefs(notes, 'themes', theme.id),
    ...(byParent.get(theme.id) ?? []).map((child) => themeCode(child, byParent, notes)),
  ]);
}
