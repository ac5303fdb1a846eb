// The real disk without its flushes: these campaigns damage what is written, they do not cut the power.
import { promises as fs } from 'node:fs';

import type { Disk } from '#core/vault/disk';

const nothing = (): Promise<void> => Promise.resolve();

/** As node:fs/promises, but sync and datasync of files return at once. */
export const quietDisk: Disk = {
  ...fs,
  open: async (...args: Parameters<Disk['open']>) => {
    const handle = await fs.open(...args);
    handle.sync = nothing;
    handle.datasync = nothing;
    return handle;
  },
};
