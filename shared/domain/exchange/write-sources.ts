// Sources with their snippets and taggings as text sources of the standard, and participants as its cases.
import { shorten } from '#shared/lib/text';
import type { Snippet } from '#shared/model/records/snippet';
import type { Source } from '#shared/model/records/source';
import type { VaultReader } from '#shared/model/vault-state';

import { guidFrom, guidOf } from './guids.ts';
import type { SourceTextOut } from './source-text.ts';
import { noteRefs, type NotesAbout } from './write-codes.ts';
import { xml, type XmlNode } from './write-xml.ts';

/** GUID of a coder by name; nobody has none. */
export function userGuid(name: string): string | null {
  return name === '' ? null : guidFrom(`users/${name}`);
}

/** File of a source's text in the folder `sources` of the package. */
export const textFileOf = (source: Source): string => `${guidOf('sources', source.id)}.txt`;

/** One source. @returns also how many snippets have no place in its text. */
export function writeSource(reader: VaultReader, source: Source, text: SourceTextOut, notes: NotesAbout): { node: XmlNode; lost: number } {
  const placed = reader
    .referring('sources', source.id, 'snippets')
    .map((snippet) => ({ snippet, place: snippet.review ? null : text.placeOf(snippet) }))
    .filter(({ place }) => place !== null);
  const all = reader.referring('sources', source.id, 'snippets').length;
  const inOrder = placed.toSorted(
    (left, right) => (left.place?.start ?? 0) - (right.place?.start ?? 0) || (left.place?.end ?? 0) - (right.place?.end ?? 0),
  );
  const node = xml(
    'TextSource',
    {
      guid: guidOf('sources', source.id),
      name: source.title,
      plainTextPath: `internal://${textFileOf(source)}`,
      creationDateTime: source.importedAt,
    },
    [
      ...inOrder.map(({ snippet, place }) => writeSelection(reader, snippet, place ?? { start: 0, end: 0 })),
      ...noteRefs(notes, 'sources', source.id),
    ],
  );
  return { node, lost: all - placed.length };
}

function writeSelection(reader: VaultReader, snippet: Snippet, { start, end }: { start: number; end: number }): XmlNode {
  const taggings = reader.referring('snippets', snippet.id, 'taggings').toSorted((left, right) => (left.id < right.id ? -1 : 1));
  const cards = reader.referring('snippets', snippet.id, 'cards').filter((card) => card.themeId !== null);
  return xml(
    'PlainTextSelection',
    {
      guid: guidOf('snippets', snippet.id),
      name: shorten(snippet.quote, 100),
      startPosition: start,
      endPosition: end,
      creatingUser: userGuid(snippet.by),
      creationDateTime: snippet.at,
    },
    [
      ...(snippet.note === '' ? [] : [xml('Description', {}, snippet.note)]),
      ...taggings.map((tagging) =>
        xml('Coding', { guid: guidFrom(`taggings/${tagging.id}`), creatingUser: userGuid(tagging.by), creationDateTime: tagging.at }, [
          xml('CodeRef', { targetGUID: guidOf('tags', tagging.tagId) }),
        ]),
      ),
      ...cards.map((card) =>
        xml('Coding', { guid: guidFrom(`cards/${card.id}`) }, [xml('CodeRef', { targetGUID: guidOf('themes', card.themeId ?? '') })]),
      ),
    ],
  );
}

const variableGuid = (name: string): string => guidFrom(`variables/${name}`);

/** Participants as cases with their attributes, and the variables that those are values of. */
export function writeCases(reader: VaultReader): { variables: XmlNode[]; cases: XmlNode[] } {
  const names = new Set<string>();
  const cases = [...reader.all('participants').values()].map((person) => {
    const segment = person.segmentId === null ? undefined : reader.get('segments', person.segmentId);
    const values: [string, string][] = [
      ...(segment ? [['Segment', segment.name] as [string, string]] : []),
      ...(person.reached === 'unknown' ? [] : [['Reached', person.reached] as [string, string]]),
      ...Object.entries(person.attributes).filter(([, value]) => value !== ''),
    ];
    for (const [name] of values) names.add(name);
    return xml('Case', { guid: guidOf('participants', person.id), name: person.pseudonym }, [
      ...(person.relationship === '' ? [] : [xml('Description', {}, person.relationship)]),
      ...values.map(([name, value]) =>
        xml('VariableValue', {}, [xml('VariableRef', { targetGUID: variableGuid(name) }), xml('TextValue', {}, value)]),
      ),
      ...reader
        .referring('participants', person.id, 'sources')
        .map((source) => xml('SourceRef', { targetGUID: guidOf('sources', source.id) })),
    ]);
  });
  const variables = [...names].map((name) => xml('Variable', { guid: variableGuid(name), name, typeOfVariable: 'Text' }));
  return { variables, cases };
}
