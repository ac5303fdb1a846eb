// A large study opens before its transcripts were looked for: what is missing is said afterwards.
import path from 'node:path';

import { expect, test, vi } from 'vitest';

import { writeLargeVault } from '#test/builders/large-vault';
import { startCore } from '#test/builders/running-core';

test('a missing transcript of a large study is named, once, after its first screen', { timeout: 30_000 }, async () => {
  const running = await startCore();
  try {
    const folder = path.join(running.folder, 'large.plumb');
    await writeLargeVault(folder, 4000);
    const opened: string[][] = [];
    const told: string[][] = [];
    running.core.events.subscribe((event) => {
      if (event.type === 'vault') opened.push([...(event.status?.notices ?? [])]);
      if (event.type === 'status') told.push([...event.status.notices]);
    });
    await running.core.handlers['vault.open']({ folder, acceptDamage: false });
    await vi.waitFor(() => expect(told.at(-1)).toHaveLength(1));
    expect(told.at(-1)?.[0]).toContain('The transcript of “Long interview” is missing');
    // A window reads the study anew when it hears that one was opened: that happens once, not for a sentence.
    expect(opened).toEqual([[]]);
    expect(told).toHaveLength(1);
  } finally {
    await running.stop();
  }
});
