// Reads the sources of a REFI-QDA project: text and transcripts with their selections; areas of PDF pages; selections on pictures and times are counted.
import { guidKey } from './guids.ts';
import type { ExchangeProject, ProjectArea, ProjectCoding, ProjectSelection, ProjectSource } from './project.ts';
import { keyOrNull, readVariableValues, references } from './read-references.ts';
import { attributeOf, childOf, childrenOf, type XmlElement } from './xml-element.ts';

type OtherSelections = ExchangeProject['otherSelections'];

/** Sources in their order; each transcript of a recording is a source of its own. */
export function readSources(list: XmlElement | undefined): { sources: ProjectSource[]; otherSelections: OtherSelections } {
  const otherSelections: OtherSelections = { picture: 0, audio: 0, video: 0, transcript: 0 };
  const sources = (list?.children ?? []).flatMap((element) => readSource(element, otherSelections));
  return { sources, otherSelections };
}

function readSource(element: XmlElement, others: OtherSelections): ProjectSource[] {
  switch (element.name.toLowerCase()) {
    case 'textsource':
      return [textSource(element, 'text', attributeOf(element, 'richTextPath'))];
    case 'pdfsource':
      return [withAreas(element, withText(element, 'pdf', childOf(element, 'Representation')))];
    case 'picturesource':
      others.picture += childrenOf(element, 'PictureSelection').length;
      return [withText(element, 'picture', childOf(element, 'TextDescription'))];
    case 'audiosource':
      others.audio += childrenOf(element, 'AudioSelection').length;
      return recording(element, 'audio', others);
    case 'videosource':
      others.video += childrenOf(element, 'VideoSelection').length;
      return recording(element, 'video', others);
    default:
      return [];
  }
}

function textSource(element: XmlElement, kind: ProjectSource['kind'], otherPath: string | null): ProjectSource {
  const guid = (attributeOf(element, 'guid') ?? '').replace(/^\{|\}$/g, '');
  return {
    key: guidKey(guid),
    guid,
    kind,
    name: attributeOf(element, 'name') ?? '',
    description: childOf(element, 'Description')?.text ?? '',
    path: attributeOf(element, 'plainTextPath'),
    otherPath,
    content: childOf(element, 'PlainTextContent')?.text ?? null,
    selections: childrenOf(element, 'PlainTextSelection').flatMap((selection) => readSelection(selection)),
    areas: [],
    codings: readCodings(element),
    notes: references(element, 'NoteRef'),
    at: attributeOf(element, 'creationDateTime'),
    variables: readVariableValues(element),
  };
}

/** A source whose text lies in an element of its own; name and id are those of the source itself. */
function withText(element: XmlElement, kind: ProjectSource['kind'], text: XmlElement | undefined): ProjectSource {
  const outer = textSource(element, kind, attributeOf(element, 'path'));
  if (!text) return outer;
  const inner = textSource(text, kind, null);
  return {
    ...outer,
    path: inner.path,
    content: inner.content,
    selections: inner.selections,
    codings: [...outer.codings, ...inner.codings],
    notes: [...outer.notes, ...inner.notes],
  };
}

/**
 * Adds the areas of pages. Some tools write one selection twice, as an area and as a range of the text with the same id: that is the range, with
 * the codings of both.
 */
function withAreas(element: XmlElement, source: ProjectSource): ProjectSource {
  const byKey = new Map(source.selections.map((selection) => [selection.key, selection]));
  for (const area of childrenOf(element, 'PDFSelection').map(readArea)) {
    const twin = byKey.get(area.key);
    if (!twin) source.areas.push(area);
    else {
      const known = new Set(twin.codings.map(({ code, user }) => `${code} ${user ?? ''}`));
      twin.codings.push(...area.codings.filter(({ code, user }) => !known.has(`${code} ${user ?? ''}`)));
      twin.notes = [...new Set([...twin.notes, ...area.notes])];
    }
  }
  return source;
}

function readArea(element: XmlElement): ProjectArea {
  const [firstX = 0, firstY = 0, secondX = 0, secondY = 0, page = 0] = ['firstX', 'firstY', 'secondX', 'secondY', 'page'].map(
    (name) => Number(attributeOf(element, name) ?? 0) || 0,
  );
  return {
    ...selectionIn(element),
    page,
    left: Math.min(firstX, secondX),
    bottom: Math.min(firstY, secondY),
    right: Math.max(firstX, secondX),
    top: Math.max(firstY, secondY),
    words: childOf(childOf(element, 'Representation'), 'PlainTextContent')?.text ?? null,
  };
}

function recording(element: XmlElement, kind: 'audio' | 'video', others: OtherSelections): ProjectSource[] {
  const outer = textSource(element, kind, attributeOf(element, 'path'));
  const transcripts = childrenOf(element, 'Transcript');
  if (transcripts.length === 0) return [outer];
  return transcripts.map((transcript, index) => {
    const inner = textSource(transcript, kind, null);
    return {
      ...inner,
      key: index === 0 ? outer.key : inner.key,
      guid: index === 0 ? outer.guid : inner.guid,
      name: [outer.name, transcripts.length > 1 || !outer.name ? inner.name : ''].filter((name) => name !== '').join(': '),
      selections: transcriptSelections(transcript, others),
      codings: index === 0 ? [...outer.codings, ...inner.codings] : inner.codings,
      notes: index === 0 ? [...outer.notes, ...inner.notes] : inner.notes,
      variables: index === 0 ? outer.variables : [],
    };
  });
}

/** Selections of a transcript go from one synchronisation point to another; those know their place in the text. */
function transcriptSelections(transcript: XmlElement, others: OtherSelections): ProjectSelection[] {
  const places = new Map<string, number>();
  for (const point of childrenOf(transcript, 'SyncPoint')) {
    const position = wholeNumber(attributeOf(point, 'position'));
    if (position !== null) places.set(guidKey(attributeOf(point, 'guid') ?? ''), position);
  }
  const placeOf = (selection: XmlElement, name: string): number | undefined => places.get(guidKey(attributeOf(selection, name) ?? ''));
  return childrenOf(transcript, 'TranscriptSelection').flatMap((selection) => {
    const start = placeOf(selection, 'fromSyncPoint');
    const end = placeOf(selection, 'toSyncPoint');
    if (start !== undefined && end !== undefined) return readSelection(selection, { start, end });
    others.transcript += 1;
    return [];
  });
}

function readSelection(element: XmlElement, place?: { start: number; end: number }): ProjectSelection[] {
  const start = place?.start ?? wholeNumber(attributeOf(element, 'startPosition'));
  const end = place?.end ?? wholeNumber(attributeOf(element, 'endPosition'));
  if (start === null || end === null) return [];
  return [{ ...selectionIn(element), start: Math.min(start, end), end: Math.max(start, end) }];
}

/** What a selection of any kind has beside its place. */
function selectionIn(element: XmlElement): Omit<ProjectSelection, 'start' | 'end'> {
  const guid = (attributeOf(element, 'guid') ?? '').replace(/^\{|\}$/g, '');
  return {
    key: guidKey(guid),
    guid,
    name: attributeOf(element, 'name') ?? '',
    description: childOf(element, 'Description')?.text ?? '',
    codings: readCodings(element),
    notes: references(element, 'NoteRef'),
    user: keyOrNull(attributeOf(element, 'creatingUser')),
    at: attributeOf(element, 'creationDateTime'),
  };
}

function readCodings(element: XmlElement): ProjectCoding[] {
  return childrenOf(element, 'Coding').map((coding) => ({
    code: references(coding, 'CodeRef')[0] ?? '',
    user: keyOrNull(attributeOf(coding, 'creatingUser')),
    at: attributeOf(coding, 'creationDateTime'),
    notes: references(coding, 'NoteRef'),
  }));
}

function wholeNumber(text: string | null): number | null {
  const value = text === null ? Number.NaN : Number(text.trim());
  return Number.isSafeInteger(value) && value >= 0 ? value : null;
}
