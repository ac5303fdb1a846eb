// What was acknowledged in each department, and where it is still to be said before the first interview.
import { listed } from '#shared/domain/readout/sentences';
import { withoutDirections } from '#shared/lib/text';
import type { Acknowledgement } from '#shared/model/records/acknowledgement';
import type { Department } from '#shared/model/records/department';
import type { VaultReader } from '#shared/model/vault-state';

export interface DepartmentAcknowledged {
  department: Department;
  /** Newest first. */
  said: Acknowledgement[];
}

/** Each department in order with what was said to it. */
export function acknowledgedByDepartment(reader: VaultReader): DepartmentAcknowledged[] {
  return [...reader.all('departments').values()]
    .sort((left, right) => left.order - right.order)
    .map((department) => ({
      department,
      said: reader.referring('departments', department.id, 'acknowledgements').toSorted(newestFirst),
    }));
}

function newestFirst(left: Acknowledgement, right: Acknowledgement): number {
  return left.saidOn < right.saidOn ? 1 : left.saidOn > right.saidOn ? -1 : left.at < right.at ? 1 : -1;
}

export interface AcknowledgeFirst {
  /** Departments to which nothing was said yet. */
  open: Department[];
  /** Interviews held already. */
  interviews: number;
}

/** What is still to be said; null when every department was acknowledged, or there is none. */
export function acknowledgeFirst(reader: VaultReader): AcknowledgeFirst | null {
  const open = acknowledgedByDepartment(reader).flatMap(({ department, said }) => (said.length === 0 ? [department] : []));
  if (open.length === 0) return null;
  const interviews = [...reader.all('sources').values()].filter(({ kind }) => kind === 'interview').length;
  return { open, interviews };
}

/** The reminder in words: names first, and why it is worth the minute. */
export function acknowledgeReminder({ open, interviews }: AcknowledgeFirst): string {
  const when = interviews === 0 ? 'before the first interview' : 'before the result comes back';
  return `Not acknowledged yet: ${listed(open.map(({ name }) => withoutDirections(name)))}. Say aloud ${when} what each protects and why that is right; then ask.`;
}
