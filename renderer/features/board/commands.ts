// TO BE BUILT: a stand-in so that the workbench compiles while its room is being built.
import { BOARD } from '#shared/commands/catalog/board';
import type { IdsOf } from '#shared/commands/catalog';

export const boardHandlers = Object.fromEntries(BOARD.map((command) => [command.id, () => undefined])) as Record<IdsOf<typeof BOARD>, () => void>;
