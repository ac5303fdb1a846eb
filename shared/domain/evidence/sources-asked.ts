// In which sources an assumption was asked about, by the questions of the guide that test it.
import type { VaultReader } from '#shared/model/vault-state';

/** Sources in which a person confirmed that a question which tests the assumption was asked; each once, in no given order. */
export function sourcesAskedAbout(reader: VaultReader, assumptionId: string): Set<string> {
  const sources = new Set<string>();
  for (const question of reader.referring('assumptions', assumptionId, 'questions')) {
    for (const { asked, sourceId } of reader.referring('questions', question.id, 'askings')) if (asked) sources.add(sourceId);
  }
  return sources;
}
