// Commands of assisted coding.
import type { IdsOf } from '#shared/commands/catalog';
import type { ASSISTED } from '#shared/commands/catalog/assisted';

import { openPassages } from './passages-store.ts';

export const assistedHandlers: Record<IdsOf<typeof ASSISTED>, () => void> = {
  'assisted.findPassages': () => openPassages(),
};
