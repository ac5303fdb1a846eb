// The departments as options of a choice, “none” first.
import { useRecords } from '#renderer/stores/record-hooks';

/** Value and words of each; '' stands for none. */
export function useDepartmentOptions(): (readonly [string, string])[] {
  const departments = useRecords('departments').toSorted((left, right) => left.order - right.order);
  return [['', 'None'] as const, ...departments.map(({ id, name }) => [id, name] as const)];
}
