// Commands that start, open, keep, check and close studies.
import { call } from '#renderer/stores/session';

export const welcomeHandlers = {
  'vault.new': () => undefined,
  'vault.open': () => undefined,
  'vault.openSample': async () => {
    await call('vault.openSample', {});
  },
  'vault.keepSample': () => undefined,
  'vault.close': async () => {
    await call('vault.close', {});
  },
  'vault.check': () => undefined,
};
