// The whole study as a project of the REFI-QDA standard (1.5), strictly as its schema wants it.
import type { VaultReader } from '#shared/model/vault-state';

import type { SourceTextOut } from './source-text.ts';
import { tagCodes, themeCodes } from './write-codes.ts';
import { userGuid, writeCases, writeSource } from './write-sources.ts';
import { notesAbout, writeGraphs, writeLinks, writeNotes, writeSets } from './write-views.ts';
import { writeXml, xml, type XmlNode } from './write-xml.ts';

const SCHEMA = { 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance' };

/** @param textOf the text of a source as it goes out. @param now ISO 8601. @returns the XML, and how many snippets have no place in their text. */
export function writeProject(
  reader: VaultReader,
  textOf: (sourceId: string) => SourceTextOut,
  { now, origin }: { now: string; origin: string },
): { xml: string; lost: number } {
  const notes = notesAbout(reader);
  const sources = [...reader.all('sources').values()].map((source) => writeSource(reader, source, textOf(source.id), notes));
  const { variables, cases } = writeCases(reader);
  const codes = [...tagCodes(reader, notes), ...themeCodes(reader, notes)];
  const study = reader.require('study', 'study');
  const list = (name: string, nodes: readonly XmlNode[]): XmlNode[] => (nodes.length === 0 ? [] : [xml(name, {}, nodes)]);
  const root = xml(
    'Project',
    {
      xmlns: 'urn:QDA-XML:project:1.0',
      ...SCHEMA,
      'xsi:schemaLocation': 'urn:QDA-XML:project:1.0 http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd',
      name: study.name,
      origin,
      modifiedDateTime: now,
    },
    [
      ...list('Users', writeUsers(reader)),
      ...(codes.length === 0 ? [] : [xml('CodeBook', {}, [xml('Codes', {}, codes)])]),
      ...list('Variables', variables),
      ...list('Cases', cases),
      ...list(
        'Sources',
        sources.map(({ node }) => node),
      ),
      ...list('Notes', writeNotes(reader)),
      ...list('Links', writeLinks(reader)),
      ...list('Sets', writeSets(reader)),
      ...list('Graphs', writeGraphs(reader)),
      ...(study.decision.question === '' ? [] : [xml('Description', {}, study.decision.question)]),
      ...(notes.get('project/') ?? []).map((guid) => xml('NoteRef', { targetGUID: guid })),
    ],
  );
  return { xml: writeXml(root), lost: sources.reduce((sum, { lost }) => sum + lost, 0) };
}

/** The codebook alone (.qdc). */
export function writeCodebook(reader: VaultReader, origin: string): string {
  return writeXml(
    xml(
      'CodeBook',
      {
        xmlns: 'urn:QDA-XML:codebook:1.0',
        ...SCHEMA,
        'xsi:schemaLocation': 'urn:QDA-XML:codebook:1.0 http://schema.qdasoftware.org/versions/Codebook/v1.0/Codebook.xsd',
        origin,
      },
      [xml('Codes', {}, tagCodes(reader, null))],
    ),
  );
}

/** Everybody who made a snippet, a tagging, a memo or a judgement, each once. */
function writeUsers(reader: VaultReader): XmlNode[] {
  const names = new Set<string>();
  for (const collection of ['snippets', 'taggings', 'memos', 'evidenceLinks'] as const) {
    for (const record of reader.all(collection).values()) if (record.by !== '') names.add(record.by);
  }
  return [...names].map((name) => xml('User', { guid: userGuid(name), name }));
}
