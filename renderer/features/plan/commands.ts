// TO BE BUILT: a stand-in so that the workbench compiles while its room is being built.
import { PLAN } from '#shared/commands/catalog/plan';
import type { IdsOf } from '#shared/commands/catalog';

export const planHandlers = Object.fromEntries(PLAN.map((command) => [command.id, () => undefined])) as Record<IdsOf<typeof PLAN>, () => void>;
