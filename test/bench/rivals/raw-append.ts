// The limit: 200 bytes appended to a plain file and synced, blocking and not.
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';

const LINE = Buffer.from(`${'x'.repeat(199)}\n`);

export interface RawAppend {
  /** fs.writeSync and fs.fdatasyncSync. */
  blocking(): void;
  /** fs.promises: write and datasync. */
  nonBlocking(): Promise<void>;
  close(): Promise<void>;
}

/** Opens two plain files in a folder. */
export async function openRawAppend(folder: string): Promise<RawAppend> {
  const descriptor = openSync(path.join(folder, 'raw-blocking.txt'), 'a');
  const handle = await open(path.join(folder, 'raw-non-blocking.txt'), 'a');
  return {
    blocking: () => {
      writeSync(descriptor, LINE);
      fdatasyncSync(descriptor);
    },
    nonBlocking: async () => {
      await handle.write(LINE);
      await handle.datasync();
    },
    close: async () => {
      closeSync(descriptor);
      await handle.close();
    },
  };
}
