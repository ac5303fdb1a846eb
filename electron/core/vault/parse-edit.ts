// Finds a named edit and checks what it was given.
import { AppError } from '#shared/lib/app-error';
import { editByName } from '#shared/edits/index';
import type { EditDefinition } from '#shared/edits/edit-definition';

/** @throws AppError('bad-input') for unknown edits, and naming the first field that is wrong. */
export function parseEdit(name: string, input: unknown): { definition: EditDefinition; input: unknown } {
  const definition = editByName(name);
  if (!definition) throw new AppError('bad-input', `There is no edit called “${name}”.`, { edit: name });
  const parsed = definition.input.safeParse(input);
  if (parsed.success) return { definition, input: parsed.data };
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.') ?? '';
  const what = field ? `the field “${field}” ` : 'the input ';
  throw new AppError('bad-input', `${name}: ${what}${issue?.message ?? 'is wrong'}.`, { edit: name, field });
}
