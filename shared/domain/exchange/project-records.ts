// A foreign project as records of the study, with the report of what comes over, changes and stays behind. Nothing is changed by it.
import type { VaultReader } from '#shared/model/vault-state';

import { bring, type ExchangeReport, note } from './exchange-report.ts';
import { addMemos } from './memo-records.ts';
import { addLooseCases } from './participant-records.ts';
import type { ExchangeProject, ProjectSource } from './project.ts';
import { type AddedRecords, recordMaker } from './record-maker.ts';
import { addSources, type NewTranscript, type SourceText } from './source-records.ts';
import { addTags } from './tag-records.ts';

/** What the file holds, counted as an independent reader would. */
export interface ProjectCounts {
  codes: number;
  codeDepth: number;
  sources: number;
  selections: number;
  codings: number;
  users: number;
  notes: number;
  sets: number;
  cases: number;
  variables: number;
  links: number;
  graphs: number;
}

export interface PlannedImport {
  name: string;
  records: AddedRecords;
  transcripts: NewTranscript[];
  report: ExchangeReport;
  counts: ProjectCounts;
}

/** @param textOf text of a source of the package. @param context ids, time and person of the import. */
export function planImport(
  project: ExchangeProject,
  reader: VaultReader,
  textOf: (source: ProjectSource) => SourceText,
  context: { newId: () => string; now: string; by: string },
): PlannedImport {
  const maker = recordMaker(project, reader, context);
  const { report } = maker;
  addTags(maker);
  const { transcripts } = addSources(maker, textOf);
  const cases = addLooseCases(maker);
  const notes = addMemos(maker);
  bring(report, maker.records.participants.length, 'participant', 'participants');
  bring(report, notes, 'note', 'notes');
  bring(report, project.users.length, 'coder', 'coders');
  note(report.changes, cases, 'case became a participant', 'cases became participants', 'with all attributes.');
  report.changes.push(...project.oddities);
  const variables = project.sources.reduce((sum, source) => sum + source.variables.length, 0);
  note(report.leaves, variables, 'attribute', 'attributes', 'of whole sources: only people have attributes here.');
  note(report.leaves, project.links, 'link', 'links', 'between records of the other tool: there is no home for them here.');
  note(report.leaves, project.graphs, 'map', 'maps', 'of the other tool: there is no home for them here.');
  const { picture, audio, video, transcript } = project.otherSelections;
  note(report.leaves, picture, 'selection', 'selections', 'on pictures: Plumbline works with words.');
  note(report.leaves, audio + video, 'selection', 'selections', 'on recordings: Plumbline works with words.');
  note(report.leaves, transcript, 'selection of a transcript has', 'selections of transcripts have', 'no place in the text.');
  return { name: project.name, records: maker.records, transcripts, report, counts: countProject(project) };
}

/** Counts what a project holds. */
export function countProject(project: ExchangeProject): ProjectCounts {
  const depths = new Map<string, number>();
  let codeDepth = 0;
  for (const code of project.codes) {
    const depth = (code.parent === null ? 0 : (depths.get(code.parent) ?? 0)) + 1;
    depths.set(code.key, depth);
    codeDepth = Math.max(codeDepth, depth);
  }
  const selections = project.sources.flatMap((source) => [...source.selections, ...source.areas]);
  const ofSources = project.sources.reduce((sum, source) => sum + source.codings.length, 0);
  return {
    codes: project.codes.length,
    codeDepth,
    sources: project.sources.length,
    selections: selections.length,
    codings: selections.reduce((sum, selection) => sum + selection.codings.length, ofSources),
    users: project.users.length,
    notes: project.notes.length,
    sets: project.sets.length,
    cases: project.cases.length,
    variables: project.variables.size,
    links: project.links,
    graphs: project.graphs,
  };
}
