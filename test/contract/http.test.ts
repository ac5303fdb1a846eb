// The contract over the loopback host: a real server, real sessions, Node's own fetch.
import { startCore } from '#test/builders/running-core';
import { startTestHeadless } from '#test/builders/running-headless';

import { describeHost } from './expectations.ts';

describeHost('HTTP', async () => {
  const running = await startCore('browser');
  const host = await startTestHeadless({ core: running.core });
  const window = await host.openWindow();
  return {
    ...running,
    window,
    anotherWindow: host.openWindow,
    stop: async () => {
      window.close();
      await host.stop();
      await running.stop();
    },
  };
});
