// Clocks that jump by years in both directions, or stand still: the order of steps, undo and what is there after a restart do not depend on them (trust.md T12).
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { nodeDisk } from '#core/vault/disk';
import { checkVault } from '#core/services/check';

import { countedServices, temporaryVault } from '../../../../builders/temporary-vault.ts';

const YEAR_MS = 365 * 24 * 3_600_000;
const moments = fc.array(fc.constantFrom(0, 0, 1000, -3_600_000, 3_600_000, -YEAR_MS, YEAR_MS, -10 * YEAR_MS, 10 * YEAR_MS), {
  minLength: 4,
  maxLength: 12,
});

test('edits under a clock that jumps stay in their order, over undo, checkpoints and restarts', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(moments, async (jumps) => {
      let clock = Date.UTC(2026, 0, 1);
      let opened = await temporaryVault(countedServices({ now: () => new Date(clock).toISOString() }));
      const names: string[] = [];
      for (const [index, jump] of jumps.entries()) {
        clock += jump;
        const { seq } = await opened.vault.edit('createTag', { id: `t${index}`, name: `Tag ${index}` });
        expect(seq).toBe(opened.vault.seq);
        names.push(`Tag ${index}`);
        if (index % 3 === 1) await opened.vault.checkpoint();
        if (index % 4 === 2) opened = await opened.reopen();
      }
      const listed = (): string[] => [...opened.vault.state.all('tags').values()].map(({ name }) => name).sort();
      expect(listed()).toEqual([...names].sort());
      clock -= 20 * YEAR_MS;
      opened = await opened.reopen();
      for (const name of names.toReversed()) expect((await opened.vault.undo()).label).toContain(name);
      expect(listed()).toEqual([]);
      for (const name of names) expect((await opened.vault.redo()).label).toContain(name);
      expect(listed()).toEqual([...names].sort());
      expect(await checkVault(nodeDisk, opened.vault)).toMatchObject({ ok: true });
    }),
    { numRuns: 12 },
  );
});
