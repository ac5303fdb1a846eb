// The transcripts that an edit asks for, read before it runs: edits themselves read no files.
import { AppError } from '#shared/lib/app-error';
import type { Turn } from '#shared/model/transcript';
import type { VaultState } from '#shared/model/vault-state';
import type { EditDefinition } from '#shared/edits/edit-definition';

import type { Transcripts } from './transcripts.ts';

/**
 * Gives the turns of a source by its id, for those that the edit said it needs. A source that is being imported has no record yet: its first
 * revision is read. To be asked for again after waiting: another text may be the current one then. @throws AppError('not-found' | 'vault-damaged').
 */
export async function editTexts(
  definition: EditDefinition,
  input: unknown,
  state: VaultState,
  transcripts: Transcripts,
): Promise<(sourceId: string, revision?: number) => readonly Turn[]> {
  if (!definition.texts) return noTexts;
  const texts = new Map<string, readonly Turn[]>();
  for (const sourceId of definition.texts(input, state) ?? []) {
    const source = state.get('sources', sourceId);
    const text = source ? await transcripts.readSource(source) : await readUnrecorded(definition, sourceId, transcripts);
    texts.set(sourceId, text.turns);
  }
  for (const { sourceId, transcript } of definition.revisions?.(input, state) ?? []) {
    const text = await transcripts.readSource({ ...state.require('sources', sourceId), transcript });
    texts.set(`${sourceId}.${transcript.revision}`, text.turns);
  }
  return (sourceId, revision) => texts.get(revision === undefined ? sourceId : `${sourceId}.${revision}`) ?? noTexts();
}

/** For edits that ask for no transcript. */
export function noTexts(): never {
  throw new AppError('internal', 'An edit read a transcript that it did not ask for. Nothing was changed.');
}

function readUnrecorded({ name }: EditDefinition, sourceId: string, transcripts: Transcripts) {
  if (name === 'importSources' || name === 'importQuotes' || name === 'importProject') return transcripts.read(sourceId, 1);
  throw new AppError('not-found', `There is no source ${sourceId}. It may have been removed.`, { id: sourceId });
}
