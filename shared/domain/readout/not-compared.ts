// What was never judged: that says nothing about whether anybody was asked. Departments of which nothing was judged are named in one line.
import type { MatrixGroup } from '#shared/domain/evidence/matrix';
import { countNoun } from '#shared/lib/text';

import { departmentAnchor, type Sentence } from './readout-content.ts';
import type { ReadoutScope } from './readout-scope.ts';
import { sentence } from './sentences.ts';

export const NOT_COMPARED = 'Not compared with the interviews yet';

/** True for a department that has assumptions, of which not one has any evidence for, against or beside it. */
export function isNotCompared({ verdicts }: ReadoutScope, { assumptions }: MatrixGroup): boolean {
  return assumptions.length > 0 && assumptions.every(({ id }) => (verdicts.get(id)?.verdict ?? 'not tested') === 'not tested');
}

/** `Not compared yet: Marketing (6 assumptions), Sales (4 assumptions).` Null when every department was compared. */
export function notComparedSentence(scope: ReadoutScope): Sentence | null {
  const named = scope.matrix.groups.flatMap((group, index) => (isNotCompared(scope, group) ? [{ group, index }] : []));
  if (named.length === 0) return null;
  const parts = named.flatMap(({ group: { department, assumptions }, index }, at) => [
    ...(at > 0 ? [', '] : []),
    { ...scope.said(department.name), to: departmentAnchor(index) },
    ` (${countNoun(assumptions.length, 'assumption', 'assumptions')})`,
  ]);
  return sentence('Not compared yet: ', ...parts, '.');
}
