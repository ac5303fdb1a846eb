// Departments and assumptions in their order, and moving them up and down in it.
import { ordersBetween } from '#shared/edits/edit-definition';
import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { announce } from '#renderer/ui/announce';

interface Ordered {
  id: string;
  order: number;
}

/** A copy in order; equal places by id, as everywhere. */
export function inOrder<Item extends Ordered>(items: readonly Item[]): Item[] {
  return [...items].sort((left, right) => left.order - right.order || (left.id < right.id ? -1 : 1));
}

/** The order value that puts the item one place up or down; null when it stands at that end already. */
export function steppedOrder(items: readonly Ordered[], id: string, step: 1 | -1): { order: number; place: number } | null {
  const others = inOrder(items.filter((item) => item.id !== id));
  const from = inOrder(items).findIndex((item) => item.id === id);
  const place = from + step;
  if (from < 0 || place < 0 || place > others.length) return null;
  const [before, after] = [others[place - 1]?.order ?? null, others[place]?.order ?? null];
  // With no room left the middle still holds for some thirty moves more: nobody shuffles a handful of departments that often.
  const [order = ((before ?? 0) + (after ?? 0)) / 2] = ordersBetween(before, after, 1) ?? [];
  return { order, place: place + 1 };
}

export async function moveDepartment(departmentId: string, step: 1 | -1): Promise<void> {
  const departments = [...projection.state.all('departments').values()];
  const target = steppedOrder(departments, departmentId, step);
  if (!target) return;
  await edit('updateDepartment', { departmentId, order: target.order });
  announce(`${projection.state.get('departments', departmentId)?.name ?? 'Department'}: place ${target.place} of ${departments.length}`);
}

export async function moveAssumption(assumptionId: string, step: 1 | -1): Promise<void> {
  const { departmentId } = projection.state.require('assumptions', assumptionId);
  const siblings = projection.state.referring('departments', departmentId, 'assumptions');
  const target = steppedOrder(siblings, assumptionId, step);
  if (!target) return;
  await edit('updateAssumption', { assumptionId, order: target.order });
  announce(`Place ${target.place} of ${siblings.length}`);
}
