// TO BE BUILT: a stand-in so that the workbench compiles while its room is being built.
import { CODEBOOK } from '#shared/commands/catalog/codebook';
import type { IdsOf } from '#shared/commands/catalog';

export const codebookHandlers = Object.fromEntries(CODEBOOK.map((command) => [command.id, () => undefined])) as Record<IdsOf<typeof CODEBOOK>, () => void>;
