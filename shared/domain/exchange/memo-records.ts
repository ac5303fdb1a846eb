// Notes, descriptions of sources and sets of a foreign project as memos.
import type { Memo } from '#shared/model/records/memo';

import { note } from './exchange-report.ts';
import type { ProjectNote } from './project.ts';
import { fieldText, nameLine, type RecordMaker, timeOf } from './record-maker.ts';

/** Adds the memos; notes of selections are in their snippets already. @returns how many notes found a home here. */
export function addMemos(maker: RecordMaker): number {
  const { project, report } = maker;
  const byKey = new Map(project.notes.map((each) => [each.key, each]));
  const used = new Set<string>();
  const about = (keys: readonly string[], target: Memo['about'], title: string): void => {
    for (const key of keys) {
      const found = byKey.get(key);
      if (found && !used.has(key)) addMemo(maker, found, target, title);
      if (found) used.add(key);
    }
  };
  for (const code of project.codes) about(code.notes, aboutOf('tags', maker.tagIds.get(code.key)), code.name);
  for (const source of project.sources) {
    const target = aboutOf('sources', maker.sourceIds.get(source.key));
    about(source.notes, target, source.name);
    if (source.description.trim() !== '' && target) addText(maker, source.name, source.description, target);
  }
  const ofSelections = selectionNotes(maker);
  for (const each of project.notes) if (!used.has(each.key) && !ofSelections.has(each.key)) addMemo(maker, each, null, '');
  if (project.description.trim() !== '') addText(maker, project.name, project.description, null);
  addSets(maker);
  note(report.changes, project.sets.length, 'set became a memo that lists', 'sets became memos that list', 'what is in it.');
  return project.notes.length;
}

const aboutOf = (collection: 'tags' | 'sources', id: string | undefined): Memo['about'] => (id === undefined ? null : { collection, id });

function selectionNotes({ project }: RecordMaker): Set<string> {
  return new Set(
    project.sources.flatMap((source) =>
      source.selections.flatMap((selection) => [...selection.notes, ...selection.codings.flatMap((coding) => coding.notes)]),
    ),
  );
}

function addMemo(maker: RecordMaker, found: ProjectNote, about: Memo['about'], title: string): void {
  maker.add('memos', {
    id: maker.idFor('memos', found.key),
    title: nameLine(found.name || title, 'Note'),
    text: fieldText(found.text),
    about,
    by: maker.coder(found.user),
    at: timeOf(found.at, maker.now),
  });
}

function addText(maker: RecordMaker, title: string, text: string, about: Memo['about']): void {
  maker.add('memos', {
    id: maker.newId(),
    title: nameLine(title, 'Note'),
    text: fieldText(text),
    about,
    by: maker.coder(null),
    at: maker.now,
  });
}

function addSets(maker: RecordMaker): void {
  const { project } = maker;
  const codes = new Map(project.codes.map((code) => [code.key, code.name]));
  const sources = new Map(project.sources.map((source) => [source.key, source.name]));
  for (const set of project.sets) {
    const members = [...set.codes.map((key) => codes.get(key)), ...set.sources.map((key) => sources.get(key))];
    const list = members.filter((name) => name !== undefined).map((name) => `- ${name}`);
    addText(maker, `Set: ${set.name}`, [set.description.trim(), list.join('\n')].filter((part) => part !== '').join('\n\n'), null);
  }
}
