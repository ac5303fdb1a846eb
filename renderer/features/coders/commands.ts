// Commands of second coders.
import type { IdsOf } from '#shared/commands/catalog';
import type { CODERS } from '#shared/commands/catalog/coders';
import { askText } from '#renderer/stores/quick-pick-store';
import { call } from '#renderer/stores/session';
import { openTab } from '#renderer/stores/tabs';
import { useVaultStore } from '#renderer/stores/vault-store';
import { focusFrontSurface } from '#renderer/ui/focus-surface';

import { openMerge } from './merge-store.ts';
import { openPack } from './pack-store.ts';

export const codersHandlers: Record<IdsOf<typeof CODERS>, () => void | Promise<void>> = {
  'coders.compare': () => {
    openTab({ kind: 'coders' });
    focusFrontSurface();
  },
  'coders.pack': () => openPack(),
  'coders.merge': () => openMerge(),
  'coders.name': async () => {
    const { settings, loginName } = useVaultStore.getState();
    const name = await askText({
      title: 'The name you code under',
      placeholder: loginName,
      initial: settings.coderName,
      action: 'Code as',
    });
    if (name !== null) await call('app.changeSettings', { coderName: name.trim() });
  },
};
