// Removing departments, assumptions and segments: what goes with them is said before and after; undo brings all of it back.
import { countNoun } from '#shared/lib/text';
import { announce } from '#renderer/ui/announce';
import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';

const judgements = (count: number): string => countNoun(count, 'judgement', 'judgements');

function judgementsOf(assumptionId: string): number {
  return projection.state.referring('assumptions', assumptionId, 'evidenceLinks').length;
}

/** `Its 4 assumptions and 7 judgements go with it.`; empty when nothing does. */
export function goesWithDepartment(departmentId: string): string {
  const assumptions = projection.state.referring('departments', departmentId, 'assumptions');
  if (assumptions.length === 0) return '';
  const links = assumptions.reduce((sum, { id }) => sum + judgementsOf(id), 0);
  const with_ = `Its ${countNoun(assumptions.length, 'assumption', 'assumptions')}`;
  return links > 0 ? `${with_} and ${judgements(links)} go with it.` : `${with_} ${assumptions.length === 1 ? 'goes' : 'go'} with it.`;
}

/** `Its 3 judgements go with it.`; empty when there are none. */
export function goesWithAssumption(assumptionId: string): string {
  const links = judgementsOf(assumptionId);
  return links === 0 ? '' : `Its ${judgements(links)} ${links === 1 ? 'goes' : 'go'} with it.`;
}

/** `The 5 people in it stay, without a segment.`; empty when nobody is in it. */
export function staysAfterSegment(segmentId: string): string {
  const people = projection.state.referring('segments', segmentId, 'participants').length;
  return people === 0 ? '' : `The ${countNoun(people, 'person', 'people')} in it ${people === 1 ? 'stays' : 'stay'}, without a segment.`;
}

export async function removeDepartment(departmentId: string): Promise<void> {
  const { name } = projection.state.require('departments', departmentId);
  const more = goesWithDepartment(departmentId);
  await edit('removeDepartment', { departmentId });
  tellRemoved(name, more);
}

export async function removeAssumption(assumptionId: string): Promise<void> {
  const more = goesWithAssumption(assumptionId);
  await edit('removeAssumption', { assumptionId });
  tellRemoved('The assumption', more);
}

export async function removeSegment(segmentId: string): Promise<void> {
  const { name } = projection.state.require('segments', segmentId);
  await edit('removeSegment', { segmentId });
  tellRemoved(`The segment ${name}`, '');
}

function tellRemoved(what: string, goesWithIt: string): void {
  const more = goesWithIt === '' ? '' : ` ${goesWithIt.replace(/ go(?:es)? with it\.$/, ' went with it.')}`;
  announce(`${what} was removed.${more} Undo brings it back.`);
}
