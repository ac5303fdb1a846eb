// What an export for other tools carries, how, and what they will not see: said before it is written.
import { countNoun } from '#shared/lib/text';
import type { VaultReader } from '#shared/model/vault-state';

import type { ExportedNames } from './mask-rows.ts';
import { bring, emptyReport, type ExchangeReport, note } from './exchange-report.ts';

/** @param lost snippets without a place in the text of their source. @param names how people appear in the file. */
export function exportReport(reader: VaultReader, format: 'qdpx' | 'qdc', lost: number, names: ExportedNames): ExchangeReport {
  const report = emptyReport();
  const count = (collection: Parameters<VaultReader['all']>[0]): number => reader.all(collection).size;
  const tags = [...reader.all('tags').values()];
  bring(report, tags.length, 'tag as a code', 'tags as codes');
  const ruled = tags.filter((tag) => tag.whenToUse !== '' || tag.whenNotToUse !== '').length;
  note(report.changes, ruled, 'tag has its rules', 'tags have their rules', '(when to use, when not) inside of the description.');
  const also = tags.filter((tag) => (tag.aliases ?? []).length > 0).length;
  note(report.changes, also, 'tag has its other names', 'tags have their other names', 'inside of the description.');
  if (format === 'qdc') {
    const pinned = tags.filter((tag) => tag.favourite !== null).length;
    note(report.leaves, pinned, 'pinned key', 'pinned keys', 'of tags: a codebook file has no place for them.');
    if (count('sources') > 0)
      report.leaves.push('Sources, snippets and everything else: a codebook file holds codes only. Export .qdpx for the whole study.');
    if (names === 'pseudonyms') report.changes.push('Participants who are named in a tag or its rules appear under their pseudonyms.');
    return report;
  }
  bring(report, count('sources'), 'source', 'sources');
  bring(report, count('snippets') - lost, 'snippet as a selection', 'snippets as selections');
  bring(report, count('taggings'), 'tagging as a coding', 'taggings as codings');
  bring(report, count('participants'), 'participant as a case', 'participants as cases');
  bring(report, count('memos'), 'memo as a note', 'memos as notes');
  note(report.changes, count('themes'), 'theme is', 'themes are', 'written as codes under “Themes”; their snippets are coded with them.');
  note(report.changes, count('departments'), 'department is', 'departments are', 'written as sets of notes.');
  note(report.changes, count('assumptions'), 'assumption is', 'assumptions are', 'written as notes.');
  note(report.changes, count('evidenceLinks'), 'evidence link is', 'evidence links are', 'written as links with their reasons as notes.');
  note(report.leaves, lost, 'snippet has', 'snippets have', 'no place in the text of the source and is only in our own file.');
  report.leaves.push(
    'Other tools do not see times of turns, who speaks, stars, pinned keys, the order and look of the board, and what is written for the readout. All of it is in the file plumbline.json of the package, for Plumbline alone.',
  );
  if (names === 'pseudonyms') sayPseudonyms(report);
  else sayNames(reader, report);
  return report;
}

function sayNames(reader: VaultReader, report: ExchangeReport): void {
  const named = [...reader.all('participants').values()].filter((person) => person.name !== '').length;
  report.changes.push(
    `The package holds the texts word for word${named > 0 ? ` and the real names of ${countNoun(named, 'participant', 'participants')}` : ''}: give it only to those who may read the interviews.`,
  );
}

function sayPseudonyms(report: ExchangeReport): void {
  report.changes.push(
    'Participants appear under their pseudonyms, also in the texts, the quotes, notes and titles. Whoever else is named there stays named: replace such names in the study first.',
  );
  report.leaves.push(
    'The names of participants, and the captions and the original file’s wording of interviews that name one. Read back into Plumbline, the package gives the study with pseudonyms.',
  );
}
