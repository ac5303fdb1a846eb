// Adding departments: a preset, all five presets at once, or one of the study's own.
import { DEPARTMENT_PRESETS, type DepartmentPreset } from '#shared/domain/evidence/department-presets';
import { countNoun } from '#shared/lib/text';
import { askText, quickPick } from '#renderer/stores/quick-pick-store';
import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { announce } from '#renderer/ui/announce';

const OWN = 'own';
const ALL = 'all';

/** The presets that the study does not have yet, by preset or by name. */
export function presetsLeft(departments: Iterable<{ preset: string | null; name: string }>): DepartmentPreset[] {
  const there = [...departments];
  const has = ({ preset, name }: DepartmentPreset): boolean =>
    there.some((department) => department.preset === preset || department.name.trim().toLowerCase() === name.toLowerCase());
  return DEPARTMENT_PRESETS.filter((preset) => !has(preset));
}

/** @returns the id of the new department. */
export async function addPreset(preset: DepartmentPreset): Promise<string> {
  const { departmentId } = await edit('addDepartment', { ...preset, assumptions: [...preset.assumptions] });
  announce(`${preset.name} was added with ${countNoun(preset.assumptions.length, 'assumption', 'assumptions')}.`);
  return departmentId;
}

/** Adds every preset that is not there yet. One step of undo takes all of them back. @returns the id of the first new department. */
export async function addAllPresets(): Promise<string | null> {
  const left = presetsLeft(projection.state.all('departments').values());
  if (left.length === 0) {
    announce('All five departments are there already.');
    return null;
  }
  const { departmentIds } = await edit('addDepartments', {
    departments: left.map((preset) => ({ ...preset, assumptions: [...preset.assumptions] })),
  });
  announce(`${countNoun(left.length, 'department was', 'departments were')} added.`);
  return departmentIds[0] ?? null;
}

/** Asks for a name. @returns the id of the new department, or null when it was left. */
export async function addOwnDepartment(): Promise<string | null> {
  const name = await askText({ title: 'Add department', placeholder: 'Name of the department', action: 'Add' });
  return name === null ? null : addNamed(name);
}

async function addNamed(name: string): Promise<string> {
  const { departmentId } = await edit('addDepartment', { name: name.trim() });
  announce(`${name.trim()} was added.`);
  return departmentId;
}

/** Offers what can be added: presets that are left, all of them, or a name of one's own. @returns the new department's id. */
export async function chooseDepartment(): Promise<string | null> {
  const left = presetsLeft(projection.state.all('departments').values());
  const items = left.map((preset) => ({
    id: preset.preset,
    label: preset.name,
    detail: preset.assumedCustomer,
    section: 'One of the five',
  }));
  const all =
    left.length > 1
      ? [{ id: ALL, label: left.length === 5 ? 'The five departments' : `The ${left.length} that are left`, section: 'All at once' }]
      : [];
  const answer = await quickPick({
    title: 'Add department',
    placeholder: 'Choose one of the five, or type a name of your own',
    items: [...items, ...all, { id: OWN, label: 'Own department…', section: 'Your own' }],
    create: { label: (query) => `Add “${query}”` },
  });
  if (!answer) return null;
  if ('create' in answer) return addNamed(answer.create);
  if (answer.id === OWN) return addOwnDepartment();
  const preset = left.find((each) => each.preset === answer.id);
  if (preset) return addPreset(preset);
  return addAllPresets();
}
