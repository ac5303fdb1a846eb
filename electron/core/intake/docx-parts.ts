// Finds the parts of a Word document that hold text, by the relations that the document declares (ECMA-376, part 2).
import type { Archive } from './open-archive.ts';
import { localName, readXml } from './read-xml.ts';

export interface WordParts {
  /** Name of the part with the text; it need not exist. */
  main: string;
  /** Names of the parts with footnotes and endnotes. */
  notes: string[];
}

/** @throws AppError('unreadable-file') when a list of relations is damaged. */
export function findWordParts(fileName: string, archive: Archive): WordParts {
  const main = relationsOf(fileName, archive, '').get('officeDocument')?.[0] ?? 'word/document.xml';
  const found = archive.has(main) ? main : 'word/document.xml';
  const relations = relationsOf(fileName, archive, found);
  const notes = ['footnotes', 'endnotes'].flatMap((kind) => relations.get(kind) ?? [`word/${kind}.xml`]);
  return { main: found, notes: [...new Set(notes)].filter((name) => archive.has(name)) };
}

/** Names of parts by the last word of their relation's type. A name is only ever looked up in the archive. */
function relationsOf(fileName: string, archive: Archive, part: string): Map<string, string[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const relations = new Map<string, string[]>();
  const list = archive.read(`${folder}_rels/${part.slice(folder.length)}.rels`);
  if (list === null) return relations;
  readXml(fileName, list, {
    open(element, { Type, Target, TargetMode }) {
      if (localName(element) !== 'Relationship' || Type === undefined || Target === undefined || TargetMode === 'External') return;
      const kind = Type.slice(Type.lastIndexOf('/') + 1);
      relations.set(kind, [...(relations.get(kind) ?? []), resolve(folder, Target)]);
    },
  });
  return relations;
}

function resolve(folder: string, target: string): string {
  const segments: string[] = [];
  for (const segment of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}
