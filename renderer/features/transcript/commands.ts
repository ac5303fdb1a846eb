// TO BE BUILT: a stand-in so that the workbench compiles while its room is being built.
import { TRANSCRIPT } from '#shared/commands/catalog/transcript';
import type { IdsOf } from '#shared/commands/catalog';

export const transcriptHandlers = Object.fromEntries(TRANSCRIPT.map((command) => [command.id, () => undefined])) as Record<IdsOf<typeof TRANSCRIPT>, () => void>;
