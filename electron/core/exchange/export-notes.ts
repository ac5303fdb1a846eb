// The snippets of a study as Markdown notes with tags, packed as one archive or as they are.
import { strToU8, zipSync } from 'fflate';

import { exportedText } from '#shared/domain/exchange/mask-rows';
import { type Note, taggedNotes } from '#shared/domain/exchange/tagged-notes';

import { loadTurnSpeakers } from '../services/turn-speakers.ts';
import type { StudyView } from '../services/study-view.ts';
import type { TableOut } from './export-table.ts';
import { withheldOf } from './withheld.ts';
import { withPauses } from '../vault/pauses.ts';

/** A note for each source that has snippets; names leave as pseudonyms unless they are asked for, withheld words not at all. */
export async function exportNotes(view: StudyView, out: TableOut): Promise<Note[]> {
  const withheld = await withheldOf(view, out);
  const exported = exportedText(view.state, out.names ?? 'pseudonyms');
  return withPauses(taggedNotes(view.state, exported, withheld, { turnSpeakers: await loadTurnSpeakers(view) }));
}

/** @param now ISO 8601, or a day; it is the date of the files. */
export function zipNotes(notes: readonly Note[], now: string): Uint8Array {
  const files = Object.fromEntries(notes.map(({ fileName, text }) => [fileName, strToU8(text)]));
  return zipSync(files, { mtime: new Date(now) });
}
