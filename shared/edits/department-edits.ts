// Edits of departments and their assumptions.
import { z } from 'zod';

import { ASSUMPTION_ORIGINS } from '#shared/model/records/assumption';
import { DEPARTMENT_PRESET_KEYS } from '#shared/model/records/department';
import { dayField, idField, nameField, optionalNameField, orderField, textField } from '#shared/model/records/fields';
import type { Draft } from '#shared/model/draft';

import { defineEdit, orderAfterAll, requireFreeName } from './edit-definition.ts';
import { leaveAssumption } from './commitment-references.ts';
import { untestAssumption } from './guide-edits.ts';
import { dropRival } from './rival-edits.ts';
import { leaveDepartment } from './rhythm-references.ts';
import { removeMemosAbout } from './tag-edits.ts';

const departmentFields = {
  name: nameField,
  protects: textField,
  says: textField,
  researchGives: textField,
  acknowledge: textField,
  assumedCustomer: textField,
  order: orderField,
};

const assumptionFields = {
  statement: nameField,
  origin: z.enum(ASSUMPTION_ORIGINS),
  dated: dayField.nullable(),
  importance: z.int().min(1).max(5),
  owner: optionalNameField,
  order: orderField,
  sure: z.int().min(0).max(100).nullable(),
};

const newAssumptionSchema = z
  .strictObject({ ...assumptionFields, id: idField })
  .partial()
  .required({ statement: true });

const newDepartmentSchema = z
  .strictObject({
    ...departmentFields,
    id: idField,
    preset: z.enum(DEPARTMENT_PRESET_KEYS).nullable(),
    assumptions: z.array(newAssumptionSchema),
  })
  .partial()
  .required({ name: true });

/** Adds a department, with its first assumptions if given (that is how a preset comes in: as one step). */
export const addDepartment = defineEdit({
  name: 'addDepartment',
  input: newDepartmentSchema,
  label: (input) => `Add department ${input.name}`,
  run: ({ draft, newId }, input) => putDepartment(draft, newId, input),
});

/** Adds several departments as one step: the five presets at once. */
export const addDepartments = defineEdit({
  name: 'addDepartments',
  input: z.strictObject({ departments: z.array(newDepartmentSchema).min(1).max(100) }),
  label: (input) => (input.departments.length === 1 ? 'Add a department' : `Add ${input.departments.length} departments`),
  run: ({ draft, newId }, { departments }) => ({
    departmentIds: departments.map((input) => putDepartment(draft, newId, input).departmentId),
  }),
});

function putDepartment(draft: Draft, newId: () => string, { assumptions = [], ...fields }: z.infer<typeof newDepartmentSchema>) {
  requireFreeName(draft, 'departments', fields.name, null);
  const department = draft.add('departments', {
    id: fields.id ?? newId(),
    name: fields.name,
    preset: fields.preset ?? null,
    protects: fields.protects ?? '',
    says: fields.says ?? '',
    researchGives: fields.researchGives ?? '',
    acknowledge: fields.acknowledge ?? '',
    assumedCustomer: fields.assumedCustomer ?? '',
    order: fields.order ?? orderAfterAll(draft.all('departments').values()),
  });
  const assumptionIds = assumptions.map((assumption) => putAssumption(draft, assumption.id ?? newId(), department.id, assumption));
  return { departmentId: department.id, assumptionIds };
}

export const updateDepartment = defineEdit({
  name: 'updateDepartment',
  input: z.strictObject(departmentFields).partial().extend({ departmentId: idField }),
  label: 'Edit department',
  run({ draft }, { departmentId, ...fields }) {
    if (fields.name) requireFreeName(draft, 'departments', fields.name, departmentId);
    draft.update('departments', departmentId, fields);
    return {};
  },
});

/** Removes a department with its assumptions and their evidence. */
export const removeDepartment = defineEdit({
  name: 'removeDepartment',
  input: z.strictObject({ departmentId: idField }),
  label: (input, state) => `Remove department ${state.get('departments', input.departmentId)?.name ?? ''}`.trim(),
  run({ draft }, { departmentId }) {
    for (const assumption of draft.referring('departments', departmentId, 'assumptions')) dropAssumption(draft, assumption.id);
    leaveDepartment(draft, departmentId);
    removeMemosAbout(draft, 'departments', departmentId);
    draft.remove('departments', departmentId);
    return {};
  },
});

export const addAssumption = defineEdit({
  name: 'addAssumption',
  input: newAssumptionSchema.extend({ departmentId: idField }),
  label: 'Add assumption',
  run({ draft, newId }, { departmentId, ...fields }) {
    draft.require('departments', departmentId);
    return { assumptionId: putAssumption(draft, fields.id ?? newId(), departmentId, fields) };
  },
});

function putAssumption(draft: Draft, id: string, departmentId: string, fields: z.infer<typeof newAssumptionSchema>): string {
  return draft.add('assumptions', {
    id,
    departmentId,
    statement: fields.statement,
    origin: fields.origin ?? 'other',
    dated: fields.dated ?? null,
    importance: fields.importance ?? 3,
    owner: fields.owner ?? '',
    ...(fields.sure == null ? {} : { sure: fields.sure }),
    order: fields.order ?? orderAfterAll(draft.referring('departments', departmentId, 'assumptions')),
  }).id;
}

export const updateAssumption = defineEdit({
  name: 'updateAssumption',
  input: z.strictObject(assumptionFields).partial().extend({ assumptionId: idField }),
  label: 'Edit assumption',
  run({ draft }, { assumptionId, ...fields }) {
    draft.update('assumptions', assumptionId, fields);
    return {};
  },
});

/** Removes an assumption with its evidence, its searches and its confidence; a set of rivals goes on without it, or goes when one is left. */
export const removeAssumption = defineEdit({
  name: 'removeAssumption',
  input: z.strictObject({ assumptionId: idField }),
  label: 'Remove assumption',
  run({ draft }, { assumptionId }) {
    dropAssumption(draft, assumptionId);
    return {};
  },
});

function dropAssumption(draft: Draft, assumptionId: string): void {
  for (const link of draft.referring('assumptions', assumptionId, 'evidenceLinks')) draft.remove('evidenceLinks', link.id);
  for (const search of draft.referring('assumptions', assumptionId, 'counterSearches')) draft.remove('counterSearches', search.id);
  dropRival(draft, assumptionId);
  leaveAssumption(draft, assumptionId);
  untestAssumption(draft, assumptionId);
  removeMemosAbout(draft, 'assumptions', assumptionId);
  draft.remove('assumptions', assumptionId);
}
