// Speaker labels of a source's turns, for counting people behind snippets of sources with several participants.
import type { StudyView } from './study-view.ts';

/**
 * Reads the labels of every source with more than one participant; the others need none.
 * @returns by source id; null for sources that were not read or cannot be.
 */
export async function loadTurnSpeakers(vault: StudyView): Promise<(sourceId: string) => readonly (string | null)[] | null> {
  const labels = new Map<string, readonly (string | null)[]>();
  for (const source of vault.state.all('sources').values()) {
    const people = new Set(source.speakers.flatMap((speaker) => speaker.participantId ?? []));
    if (people.size < 2 || vault.state.referring('sources', source.id, 'snippets').length === 0) continue;
    const turns = await vault.turns(source.id).catch(() => null);
    if (turns)
      labels.set(
        source.id,
        turns.map((turn) => turn.speaker),
      );
  }
  return (sourceId) => labels.get(sourceId) ?? null;
}
