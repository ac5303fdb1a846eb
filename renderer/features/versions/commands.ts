// Commands of codebook versions.
import type { IdsOf } from '#shared/commands/catalog';
import type { VERSIONS } from '#shared/commands/catalog/versions';

import { exportVersion, removeVersion, showVersions, startChanging, startSaving } from './versions-store.ts';

export const versionsHandlers: Record<IdsOf<typeof VERSIONS>, () => void | Promise<void>> = {
  'version.save': startSaving,
  'version.list': showVersions,
  'version.change': startChanging,
  'version.export': exportVersion,
  'version.remove': removeVersion,
};
