// How many people a verdict stands on, as people of people.
import type { AssumptionVerdict } from '#shared/domain/evidence/verdict';
import { countNoun } from '#shared/lib/text';

/**
 * `6 of 9 people`: those on the side that carries the verdict, of everybody heard. For a verdict that no side carries,
 * everybody who spoke to it. Empty when nobody did.
 */
export function peopleOfVerdict({ verdict, participants }: AssumptionVerdict, heard: number): string {
  const { supporting, contradicting, refining } = participants;
  const spoke = new Set([...supporting, ...contradicting, ...refining]).size;
  const count = { supported: supporting.length, contradicted: contradicting.length, mixed: spoke, thin: spoke, 'not tested': 0 }[verdict];
  return count === 0 ? '' : `${count} of ${countNoun(heard, 'person', 'people')}`;
}
