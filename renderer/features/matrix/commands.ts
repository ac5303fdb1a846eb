// TO BE BUILT: a stand-in so that the workbench compiles while its room is being built.
import { MATRIX } from '#shared/commands/catalog/matrix';
import type { IdsOf } from '#shared/commands/catalog';

export const matrixHandlers = Object.fromEntries(MATRIX.map((command) => [command.id, () => undefined])) as Record<IdsOf<typeof MATRIX>, () => void>;
