// How many people a verdict stands on, as people of people.
import type { AssumptionVerdict } from '#shared/domain/evidence/verdict';
import type { ReadoutScope } from '#shared/domain/readout/readout-scope';
import { peopleOfPeople } from '#shared/domain/readout/sentences';

/**
 * `6 of 9 people`: those on the side that carries the verdict, of everybody heard. For a verdict that no side carries,
 * everybody who spoke to it. Empty when nobody did.
 */
export function peopleOfVerdict(scope: ReadoutScope, { verdict, participants, snippetIds }: AssumptionVerdict): string {
  const spoke = (): number =>
    scope.evidence.peopleBehind([...snippetIds.supporting, ...snippetIds.contradicting, ...snippetIds.refining]).length;
  const { supporting, contradicting } = participants;
  const count = verdict === 'supported' ? supporting.length : verdict === 'contradicted' ? contradicting.length : spoke();
  return count === 0 ? '' : peopleOfPeople(count, scope.heard.length);
}
