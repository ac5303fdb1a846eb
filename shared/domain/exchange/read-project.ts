// Reads a project or codebook of the REFI-QDA standard (1.5) from its XML, leniently: any namespace, any order of children, ids that are no GUIDs.
import { AppError } from '#shared/lib/app-error';
import { countNoun } from '#shared/lib/text';

import { guidKey, isGuid } from './guids.ts';
import type { ExchangeProject, ProjectCase, ProjectCode, ProjectNote, ProjectSet, ProjectUser } from './project.ts';
import { keyOrNull, readVariableValues, references } from './read-references.ts';
import { readSources } from './read-sources.ts';
import { attributeOf, childOf, childrenOf, countInside, type XmlElement } from './xml-element.ts';

const PROJECT_NAMESPACE = 'urn:QDA-XML:project:1.0';
const CODEBOOK_NAMESPACE = 'urn:QDA-XML:codebook:1.0';

/**
 * The content of a `.qde` or `.qdc` file.
 * @param fileName for messages and for a name when the file has none.
 * @throws AppError('unreadable-file') when the root element is neither a project nor a codebook.
 */
export function readProject(fileName: string, root: XmlElement): ExchangeProject {
  const kind = root.name.toLowerCase() === 'project' ? 'project' : root.name.toLowerCase() === 'codebook' ? 'codebook' : null;
  if (kind === null) {
    throw new AppError(
      'unreadable-file',
      `${fileName} was not imported: it is XML, but neither a REFI-QDA project nor a codebook (its first element is “${root.name}”). Nothing was changed. Export it again as REFI-QDA from the other tool.`,
      { fileName },
    );
  }
  const codeBook = kind === 'codebook' ? root : childOf(root, 'CodeBook');
  const sources = readSources(childOf(root, 'Sources'));
  const codes = readCodes(childOf(codeBook, 'Codes'));
  return {
    kind,
    name: attributeOf(root, 'name') ?? fileName.replace(/\.[^.]*$/, ''),
    origin: attributeOf(root, 'origin') ?? '',
    description: childOf(root, 'Description')?.text ?? '',
    users: childrenOf(childOf(root, 'Users'), 'User').map(readUser),
    codes,
    variables: readVariables(childOf(root, 'Variables')),
    cases: childrenOf(childOf(root, 'Cases'), 'Case').map(readCase),
    sources: sources.sources,
    notes: childrenOf(childOf(root, 'Notes'), 'Note').map(readNote),
    projectNotes: references(root, 'NoteRef'),
    sets: [...childrenOf(childOf(root, 'Sets'), 'Set'), ...(kind === 'project' ? childrenOf(childOf(codeBook, 'Sets'), 'Set') : [])].map(
      readSet,
    ),
    links: countInside(childOf(root, 'Links'), 'Link'),
    graphs: countInside(childOf(root, 'Graphs'), 'Graph'),
    otherSelections: sources.otherSelections,
    oddities: oddities(root, codeBook, kind, codes),
  };
}

function oddities(
  root: XmlElement,
  codeBook: XmlElement | undefined,
  kind: 'project' | 'codebook',
  codes: readonly ProjectCode[],
): string[] {
  const found: string[] = [];
  const wanted = kind === 'project' ? PROJECT_NAMESPACE : CODEBOOK_NAMESPACE;
  const spaces = [root, codeBook].map((element) => (element ? attributeOf(element, 'xmlns') : null));
  const strange = spaces.find((space) => space !== null && space !== wanted);
  if (strange) found.push(`A part of the file names another version of the format (${strange.slice(0, 80)}); it was read all the same.`);
  const noGuids = codes.filter((code) => !isGuid(code.guid)).length;
  if (noGuids > 0)
    found.push(`${countNoun(noGuids, 'code has an id', 'codes have ids')} that the standard does not allow; new ids are given.`);
  return found;
}

function readUser(element: XmlElement): ProjectUser {
  return { key: guidKey(attributeOf(element, 'guid') ?? ''), name: attributeOf(element, 'name') ?? attributeOf(element, 'id') ?? '' };
}

/** All codes, parents before children, siblings in their order. Walked without recursion: depth is only bounded by the reader of the XML. */
function readCodes(list: XmlElement | undefined): ProjectCode[] {
  const codes: ProjectCode[] = [];
  const waiting = childrenOf(list, 'Code')
    .map((element) => ({ element, parent: null as string | null }))
    .reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { element, parent } = next;
    const guid = (attributeOf(element, 'guid') ?? `code ${codes.length + 1}`).replace(/^\{|\}$/g, '');
    const key = guidKey(guid);
    codes.push({
      key,
      guid,
      parent,
      name: attributeOf(element, 'name') ?? '',
      description: childOf(element, 'Description')?.text ?? '',
      colour: attributeOf(element, 'color') ?? attributeOf(element, 'colour'),
      codable: (attributeOf(element, 'isCodable') ?? 'true').toLowerCase() !== 'false',
      notes: references(element, 'NoteRef'),
    });
    for (const child of childrenOf(element, 'Code').reverse()) waiting.push({ element: child, parent: key });
  }
  return codes;
}

function readNote(element: XmlElement): ProjectNote {
  const content = childOf(element, 'PlainTextContent')?.text;
  return {
    key: guidKey(attributeOf(element, 'guid') ?? ''),
    name: attributeOf(element, 'name') ?? '',
    text: content ?? childOf(element, 'Description')?.text ?? '',
    path: content === undefined ? attributeOf(element, 'plainTextPath') : null,
    user: keyOrNull(attributeOf(element, 'creatingUser')),
    at: attributeOf(element, 'creationDateTime'),
  };
}

function readVariables(list: XmlElement | undefined): Map<string, string> {
  return new Map(
    childrenOf(list, 'Variable').map((element) => [guidKey(attributeOf(element, 'guid') ?? ''), attributeOf(element, 'name') ?? '']),
  );
}

function readCase(element: XmlElement): ProjectCase {
  return {
    name: attributeOf(element, 'name') ?? '',
    description: childOf(element, 'Description')?.text ?? '',
    variables: readVariableValues(element),
    codes: references(element, 'CodeRef'),
    sources: references(element, 'SourceRef'),
    selections: references(element, 'SelectionRef'),
  };
}

function readSet(element: XmlElement): ProjectSet {
  return {
    name: attributeOf(element, 'name') ?? '',
    description: childOf(element, 'Description')?.text ?? '',
    codes: references(element, 'MemberCode'),
    sources: references(element, 'MemberSource'),
    notes: references(element, 'MemberNote'),
  };
}
