// How many people a verdict stands on, as people of people.
import { distinctPeople } from '#shared/domain/evidence/participants-of';
import type { AssumptionVerdict } from '#shared/domain/evidence/verdict';
import type { ReadoutScope } from '#shared/domain/readout/readout-scope';
import { peopleOfPeople } from '#shared/domain/readout/sentences';

/**
 * `6 of 9 people`: those on the side that carries the verdict, of everybody heard. For a verdict that no side carries,
 * everybody who spoke to it, heard first-hand. `asked 8` where nobody raised it. Empty when nobody did.
 */
export function peopleOfVerdict(scope: ReadoutScope, { verdict, computed, participants, asked }: AssumptionVerdict): string {
  if (computed === 'asked but nobody raised it' && verdict === computed) return `asked ${asked.people.length}`;
  const { supporting, contradicting, refining } = participants;
  const spoke = (): number => distinctPeople([supporting, contradicting, refining]).length;
  const count = verdict === 'supported' ? supporting.length : verdict === 'contradicted' ? contradicting.length : spoke();
  return count === 0 ? '' : peopleOfPeople(count, scope.heard.length);
}
