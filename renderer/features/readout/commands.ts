// TO BE BUILT: a stand-in so that the workbench compiles while its room is being built.
import { READOUT } from '#shared/commands/catalog/readout';
import type { IdsOf } from '#shared/commands/catalog';

export const readoutHandlers = Object.fromEntries(READOUT.map((command) => [command.id, () => undefined])) as Record<IdsOf<typeof READOUT>, () => void>;
