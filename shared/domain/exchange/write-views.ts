// Memos, departments with their assumptions, evidence and boards as notes, sets, links and graphs of the standard.
import { shorten } from '#shared/lib/text';
import type { Assumption } from '#shared/model/records/assumption';
import type { VaultReader } from '#shared/model/vault-state';

import { guidFrom, guidOf } from './guids.ts';
import type { NotesAbout } from './write-codes.ts';
import { userGuid } from './write-sources.ts';
import { xml, type XmlNode } from './write-xml.ts';

/** GUIDs of memos by what they are about; those about nothing under `project/`. */
export function notesAbout(reader: VaultReader): NotesAbout {
  const notes = new Map<string, string[]>();
  for (const memo of reader.all('memos').values()) {
    const key = memo.about ? `${memo.about.collection}/${memo.about.id}` : 'project/';
    notes.set(key, [...(notes.get(key) ?? []), guidOf('memos', memo.id)]);
  }
  return notes;
}

/** Memos; assumptions, each as a note; and the reasons of evidence. */
export function writeNotes(reader: VaultReader): XmlNode[] {
  const memos = [...reader.all('memos').values()].map((memo) =>
    xml('Note', { guid: guidOf('memos', memo.id), name: memo.title, creatingUser: userGuid(memo.by), creationDateTime: memo.at }, [
      xml('PlainTextContent', {}, memo.text),
    ]),
  );
  const assumptions = [...reader.all('assumptions').values()].map((assumption) =>
    xml('Note', { guid: guidOf('assumptions', assumption.id), name: `Assumption: ${shorten(assumption.statement, 200)}` }, [
      xml('PlainTextContent', {}, assumptionText(reader, assumption)),
    ]),
  );
  const reasons = [...reader.all('evidenceLinks').values()]
    .filter((link) => link.reason !== '')
    .map((link) =>
      xml(
        'Note',
        { guid: reasonGuid(link.id), name: `Reason: ${link.relation}`, creatingUser: userGuid(link.by), creationDateTime: link.at },
        [xml('PlainTextContent', {}, link.reason)],
      ),
    );
  return [...memos, ...assumptions, ...reasons];
}

const reasonGuid = (linkId: string): string => guidFrom(`reasons/${linkId}`);

function assumptionText(reader: VaultReader, assumption: Assumption): string {
  return [
    assumption.statement,
    `Department: ${reader.get('departments', assumption.departmentId)?.name ?? ''}`,
    `Origin: ${assumption.origin}`,
    ...(assumption.dated === null ? [] : [`Dated: ${assumption.dated}`]),
    `Importance: ${assumption.importance} of 5`,
    ...(assumption.owner === '' ? [] : [`Owner: ${assumption.owner}`]),
  ].join('\n');
}

/** Evidence: from a theme's code or a snippet's selection to an assumption's note. */
export function writeLinks(reader: VaultReader): XmlNode[] {
  return [...reader.all('evidenceLinks').values()].map((link) =>
    xml(
      'Link',
      {
        guid: guidOf('evidenceLinks', link.id),
        name: link.relation,
        direction: 'OneWay',
        originGUID: link.themeId === null ? guidOf('snippets', link.snippetId ?? '') : guidOf('themes', link.themeId),
        targetGUID: guidOf('assumptions', link.assumptionId),
      },
      link.reason === '' ? [] : [xml('NoteRef', { targetGUID: reasonGuid(link.id) })],
    ),
  );
}

/** Departments as sets of the notes that are their assumptions, and of memos about either. */
export function writeSets(reader: VaultReader): XmlNode[] {
  const notes = notesAbout(reader);
  return [...reader.all('departments').values()]
    .toSorted((left, right) => left.order - right.order)
    .map((department) => {
      const assumptions = reader.referring('departments', department.id, 'assumptions').toSorted((left, right) => left.order - right.order);
      const members = [
        ...(notes.get(`departments/${department.id}`) ?? []),
        ...assumptions.flatMap(({ id }) => [guidOf('assumptions', id), ...(notes.get(`assumptions/${id}`) ?? [])]),
      ];
      const description = [
        ['Protects', department.protects],
        ['Says', department.says],
        ['What research gives it', department.researchGives],
        ['To acknowledge first', department.acknowledge],
        ['Its version of the customer', department.assumedCustomer],
      ]
        .filter(([, text]) => text !== '')
        .map(([name, text]) => `${name}: ${text}`)
        .join('\n\n');
      return xml('Set', { guid: guidOf('departments', department.id), name: `Department: ${department.name}` }, [
        ...(description === '' ? [] : [xml('Description', {}, description)]),
        ...members.map((guid) => xml('MemberNote', { targetGUID: guid })),
      ]);
    });
}

/** Boards with something on them: themes and loose cards at their places. */
export function writeGraphs(reader: VaultReader): XmlNode[] {
  return [...reader.all('boards').values()].flatMap((board) => {
    const themes = reader.referring('boards', board.id, 'themes').map((theme) => ({
      id: `vertices/${theme.id}`,
      represented: guidOf('themes', theme.id),
      name: theme.name,
      x: theme.x,
      y: theme.y,
    }));
    const cards = reader.referring('boards', board.id, 'cards').map((card) => ({
      id: `vertices/${card.id}`,
      represented: guidOf('snippets', card.snippetId),
      name: shorten(reader.get('snippets', card.snippetId)?.quote ?? '', 100),
      x: card.x,
      y: card.y,
    }));
    if (themes.length + cards.length === 0) return [];
    const vertices = [...themes, ...cards].map(({ id, represented, name, x, y }) =>
      xml('Vertex', { guid: guidFrom(id), representedGUID: represented, name, firstX: Math.round(x), firstY: Math.round(y) }),
    );
    return [xml('Graph', { guid: guidOf('boards', board.id), name: board.name }, vertices)];
  });
}
