// Short codes for assumptions in tables: the first letters of the department and a number, S2.
import type { MatrixGroup } from '#shared/domain/evidence/matrix';

/** Codes by assumption id. Letters are as many of the department's name as it takes to tell it from the others, at most three. */
export function departmentCodes(groups: readonly MatrixGroup[]): Map<string, string> {
  const codes = new Map<string, string>();
  const names = groups.map(({ department }) => lettersOf(department.name));
  for (const [index, group] of groups.entries()) {
    const letters = shortest(names, index);
    for (const [number, assumption] of group.assumptions.entries()) codes.set(assumption.id, `${letters}${number + 1}`);
  }
  return codes;
}

function lettersOf(name: string): string {
  return (
    name
      .normalize('NFC')
      .toUpperCase()
      .match(/\p{Lu}/gu)
      ?.join('') ?? ''
  );
}

function shortest(names: readonly string[], index: number): string {
  const name = names[index] ?? '';
  for (const length of [1, 2, 3]) {
    const start = name.slice(0, length);
    const free = names.every((other, at) => at === index || other.slice(0, length) !== start);
    if (start.length === length && free) return start.charAt(0) + start.slice(1).toLowerCase();
  }
  return `D${index + 1}-`;
}
