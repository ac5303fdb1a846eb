// The snippets of a study as Markdown notes with tags, packed as one archive or as they are.
import { strToU8, zipSync } from 'fflate';

import { exportedText, type ExportedNames } from '#shared/domain/exchange/mask-rows';
import { type Note, taggedNotes } from '#shared/domain/exchange/tagged-notes';

import { loadTurnSpeakers } from '../services/turn-speakers.ts';
import type { StudyView } from '../services/study-view.ts';
import { withPauses } from '../vault/pauses.ts';

/** A note for each source that has snippets; names leave as pseudonyms unless they are asked for. */
export async function exportNotes(view: StudyView, names: ExportedNames = 'pseudonyms'): Promise<Note[]> {
  await view.settled();
  return withPauses(taggedNotes(view.state, exportedText(view.state, names), { turnSpeakers: await loadTurnSpeakers(view) }));
}

/** @param now ISO 8601; the day is the date of the files. */
export function zipNotes(notes: readonly Note[], now: string): Uint8Array {
  const files = Object.fromEntries(notes.map(({ fileName, text }) => [fileName, strToU8(text)]));
  return zipSync(files, { mtime: new Date(now) });
}
