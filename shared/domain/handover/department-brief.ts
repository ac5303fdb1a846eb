// The brief “before you ask”: what to know and to acknowledge before a department is asked to open its version of the customer.
import { acknowledgedByDepartment } from '#shared/domain/plan/acknowledgements';
import type { ReadoutScope } from '#shared/domain/readout/readout-scope';
import type { Assumption } from '#shared/model/records/assumption';

export interface DepartmentBrief {
  departmentId: string;
  name: string;
  protects: string;
  says: string;
  researchGives: string;
  acknowledge: string;
  /** What was said already, newest first. */
  acknowledged: { saidOn: string; saidBy: string; words: string }[];
  assumedCustomer: string;
  /** Its statements, those that most rides on first; nothing of what was heard stands in a brief. */
  statements: { statement: string; importance: number; origin: Assumption['origin']; dated: string | null }[];
}

/** One brief for each department, in order; texts as they were written, participants' names replaced. */
export function departmentBriefs(scope: ReadoutScope): DepartmentBrief[] {
  const text = (words: string): string => scope.shown(words.trim());
  const said = new Map(acknowledgedByDepartment(scope.reader).map((each) => [each.department.id, each.said]));
  return scope.matrix.groups.map(({ department, assumptions }) => ({
    departmentId: department.id,
    name: text(department.name),
    protects: text(department.protects),
    says: text(department.says),
    researchGives: text(department.researchGives),
    acknowledge: text(department.acknowledge),
    acknowledged: (said.get(department.id) ?? []).map(({ saidOn, saidBy, words }) => ({
      saidOn,
      saidBy: text(saidBy),
      words: text(words),
    })),
    assumedCustomer: text(department.assumedCustomer),
    statements: assumptions
      .toSorted((left, right) => right.importance - left.importance)
      .map(({ statement, importance, origin, dated }) => ({ statement: text(statement), importance, origin, dated })),
  }));
}
