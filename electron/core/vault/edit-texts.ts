// The transcripts that an edit asked for, read before it runs: the edit itself waits for nothing.
import { AppError } from '#shared/lib/app-error';
import type { VaultReader } from '#shared/model/vault-state';
import type { Turn } from '#shared/model/transcript';
import type { EditDefinition } from '#shared/edits/edit-definition';

import type { Transcripts } from './transcripts.ts';

/**
 * Reads the texts of `definition.texts`. A source that is being imported has no record yet: its first revision is read.
 * @returns the turns of each; the function throws for a source that was not asked for (a defect). @throws AppError('not-found' | 'vault-damaged')
 */
export async function turnsForEdit(
  definition: EditDefinition,
  input: unknown,
  state: VaultReader,
  transcripts: Transcripts,
): Promise<(sourceId: string) => readonly Turn[]> {
  const texts = new Map<string, readonly Turn[]>();
  for (const sourceId of definition.texts?.(input, state) ?? []) {
    const source = state.get('sources', sourceId);
    const text = source ? await transcripts.readSource(source) : await readUnrecorded(definition, sourceId, transcripts);
    texts.set(sourceId, text.turns);
  }
  return (sourceId) => {
    const turns = texts.get(sourceId);
    if (!turns) throw new AppError('internal', 'An edit read a transcript that it did not ask for. Nothing was changed.');
    return turns;
  };
}

function readUnrecorded(definition: EditDefinition, sourceId: string, transcripts: Transcripts) {
  if (definition.name === 'importSources' || definition.name === 'importQuotes') return transcripts.read(sourceId, 1);
  throw new AppError('not-found', `There is no source ${sourceId}. It may have been removed.`, { id: sourceId });
}
