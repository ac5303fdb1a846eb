// What a person should know about a file before it goes in, as sentences.
import type { Source } from '#shared/model/records/source';

import type { ImportRow } from './import-store.ts';

export function problemsOf(
  row: Pick<ImportRow, 'preview' | 'file' | 'speakers' | 'title' | 'state'>,
  existing: readonly Source[],
): string[] {
  const { preview } = row;
  if (!preview) return [];
  const problems = [...preview.warnings];
  if (preview.speakers.length > 0 && !row.speakers.some((speaker) => speaker.role === 'participant')) {
    problems.push('Nobody is marked as a participant, so nobody is heard in it.');
  }
  if (row.state === 'ready' && existing.some((source) => source.fileName !== '' && source.fileName === preview.fileName)) {
    problems.push('A file of this name is in the study already. Importing it makes a second interview.');
  }
  if (row.title.trim() === '') problems.push('It needs a title.');
  return problems;
}
