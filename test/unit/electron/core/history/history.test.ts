// Looking back: the state after any entry, found backwards from now, is what it was; restoring it is one step; steps know whether they stand.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { AppError } from '#shared/lib/app-error';
import { stepsOf } from '#shared/domain/history/steps';
import { headOf, loadHeads } from '#core/history/history-index';
import { dropOldParts } from '#core/history/history-retention';
import { linesOf } from '#core/history/read-backwards';
import { stateAt, wayBack } from '#core/history/state-at';
import { checkVault } from '#core/services/check';
import { createVaultCipher } from '#core/vault/crypto/vault-cipher';
import { nodeDisk } from '#core/vault/disk';
import { formatJournalLine } from '#core/vault/journal-line';
import type { Vault } from '#core/vault/vault';
import type { JournalEntry } from '#shared/model/journal-entry';
import { inputOf, randomStep, type RandomStep } from '#test/builders/random-edits';
import { addSource, countedServices, temporaryVault } from '#test/builders/temporary-vault';

const records = (state: { toRecords(): unknown }): unknown => JSON.parse(JSON.stringify(state.toRecords()));

async function step(vault: Vault, random: RandomStep): Promise<void> {
  try {
    if (random.kind === 'undo') await vault.undo();
    else if (random.kind === 'redo') await vault.redo();
    else await vault.edit(random.kind, inputOf(vault.state, random), random.picks[5]! % 3 === 0 ? { coalesce: 'typing' } : {});
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'internal') throw error;
  }
}

describe('the state as of an entry', () => {
  test(
    'is what it was, over undo, redo, restarts and checkpoints; restoring it is one step that can be undone',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(randomStep, { minLength: 30, maxLength: 60 }), fc.nat(1000), async (random, pick) => {
          let { vault, reopen } = await temporaryVault();
          await addSource(
            vault,
            's1',
            [
              ['Ana', 'Nobody could tell me the price.'],
              ['Ben', 'We lost two weeks.'],
            ],
            ['Ana', 'Ben'],
          );
          const was = new Map<number, unknown>([[vault.seq, records(vault.state)]]);
          for (const [index, each] of random.entries()) {
            await step(vault, each);
            was.set(vault.seq, records(vault.state));
            if (index % 17 === 5) await vault.checkpoint();
            if (index % 29 === 11) ({ vault, reopen } = await reopen());
          }
          for (const seq of [...was.keys()].filter((_, index) => index % 5 === pick % 5)) {
            expect(records(await stateAt(nodeDisk, vault, seq))).toEqual(was.get(seq));
          }
          const seqs = [...was.keys()];
          const target = seqs[pick % seqs.length] ?? 1;
          const now = records(vault.state);
          const changes = await wayBack(nodeDisk, vault.files, vault.seq, target);
          const undoLabel = vault.undoLabel;
          const restored = await vault.restoreState('Restore', changes);
          expect(records(vault.state)).toEqual(was.get(target));
          if (changes.length > 0) {
            expect(restored).toBe(seqs.at(-1)! + 1);
            const again = await reopen();
            await again.vault.undo();
            expect(records(again.vault.state)).toEqual(now);
            expect(again.vault.undoLabel).toBe(undoLabel);
            await again.vault.close();
          }
        }),
        { numRuns: 12, seed: 3 },
      );
    },
  );

  test('says so when a step in between can no longer be read', async () => {
    const { vault } = await temporaryVault();
    for (let index = 0; index < 6; index += 1) {
      await vault.edit('createTag', { name: `Tag ${index}` });
      await vault.checkpoint();
    }
    const parts = readdirSync(vault.files.history).sort();
    rmSync(path.join(vault.files.history, parts[2] ?? ''));
    expect((await stateAt(nodeDisk, vault, 3)).all('tags').size).toBe(3);
    await expect(stateAt(nodeDisk, vault, 2)).rejects.toThrow(/Step 3 can no longer be read/);
    expect((await loadHeads(nodeDisk, vault)).startSeq).toBe(3);
  });
});

describe('steps', () => {
  test('are undone exactly when the vault can no longer undo them', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ what: fc.constantFrom('edit', 'edit', 'type', 'undo', 'redo') }), { minLength: 5, maxLength: 60 }),
        async (random) => {
          const { vault } = await temporaryVault(countedServices());
          for (const [index, { what }] of random.entries()) {
            const input = { decision: { question: `What ${index}?` } };
            if (what === 'undo') await vault.undo().catch(() => undefined);
            else if (what === 'redo') await vault.redo().catch(() => undefined);
            else if (what === 'type') await vault.edit('updateStudy', input, { coalesce: 'question' });
            else await vault.edit('createTag', { name: `Tag ${index}` });
          }
          const { heads } = await loadHeads(nodeDisk, vault);
          expect(heads.map(({ seq }) => seq)).toEqual(Array.from({ length: vault.seq }, (_, index) => index + 1));
          const steps = stepsOf(heads);
          const standing = steps.filter(({ kind, undone }) => kind === 'edit' && !undone);
          const labels: string[] = [];
          for (; vault.undoLabel !== null; await vault.undo()) labels.push(vault.undoLabel);
          expect(standing.map(({ label }) => label)).toEqual(labels);
          await vault.close();
        },
      ),
      { numRuns: 25, seed: 5 },
    );
  });

  test('are read without parsing what they changed, also sealed', () => {
    const text = `a "quote" \\ ,"changes":[ ],"coalesce":"x"} "collection":"tags" é`;
    const entry: JournalEntry = {
      seq: 7,
      at: '2026-05-01T10:00:00.000Z',
      by: text,
      kind: 'edit',
      edit: 'updateTag',
      label: text,
      changes: [1, 2].map((index) => ({
        collection: 'tags',
        id: `t${index}`,
        before: null,
        after: { id: `t${index}`, name: text } as never,
      })),
    };
    const cipher = createVaultCipher(Buffer.alloc(32, 7), 'v');
    for (const [each, wanted] of [
      [entry, undefined],
      [{ ...entry, coalesce: text }, text],
    ] as const) {
      for (const use of [undefined, cipher]) {
        const { line } = formatJournalLine(each, '0'.repeat(64), use);
        const head = headOf(line.subarray(0, -1), use ?? { ...cipher, openEntry: (json, chain) => ({ json, chain }) });
        expect(head).toEqual({
          seq: 7,
          at: entry.at,
          by: text,
          kind: 'edit',
          edit: 'updateTag',
          label: text,
          records: 2,
          ...(wanted ? { coalesce: wanted } : {}),
        });
      }
    }
  });
});

describe('retention', () => {
  /** A study with one step a month for a year, each in a part of its own. @param months counted from the first step, as the clock says. */
  async function yearOfWork(months: readonly number[]) {
    let time = Date.UTC(2025, 0, 15);
    const services = countedServices({ now: () => new Date(time).toISOString() });
    const opened = await temporaryVault(services);
    for (const [index, month] of months.entries()) {
      time = Date.UTC(2025, month, 15);
      await opened.vault.edit('createTag', { name: `Tag ${index}` });
      await opened.vault.checkpoint();
    }
    return { ...opened, now: services.now };
  }

  test('drops parts older than so many months, keeps the rest whole, and undo knows', async () => {
    const { vault, now, reopen } = await yearOfWork([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    const { heads } = await loadHeads(nodeDisk, vault);
    expect(await dropOldParts(nodeDisk, vault, heads, 3, now())).toBe(8);
    expect(readdirSync(vault.files.history)).toHaveLength(4);
    expect((await loadHeads(nodeDisk, vault)).startSeq).toBe(8);
    expect(await checkVault(nodeDisk, vault)).toMatchObject({ ok: true, problems: [] });
    expect((await stateAt(nodeDisk, vault, 8)).all('tags').size).toBe(8);
    await expect(stateAt(nodeDisk, vault, 7)).rejects.toMatchObject({ code: 'vault-damaged' });
    await vault.edit('createTag', { name: 'Later' });
    const again = await reopen();
    let undone = 0;
    for (; again.vault.undoLabel !== null; undone += 1) await again.vault.undo();
    expect(undone).toBe(5);
    expect(await checkVault(nodeDisk, again.vault)).toMatchObject({ ok: true, problems: [] });
  });

  test('a clock that is ten years ahead drops nothing', async () => {
    const { vault } = await yearOfWork([0, 1, 2]);
    const { heads } = await loadHeads(nodeDisk, vault);
    expect(await dropOldParts(nodeDisk, vault, heads, 12, '2036-01-01T00:00:00.000Z')).toBeNull();
    expect(readdirSync(vault.files.history)).toHaveLength(3);
    const jumped = await yearOfWork([0, 1, 120, 2, 3]);
    const after = await loadHeads(nodeDisk, jumped.vault);
    expect(await dropOldParts(nodeDisk, jumped.vault, after.heads, 6, jumped.now())).toBeNull();
  });

  test('what history-start.json says is not believed when it was changed', async () => {
    const { vault, now } = await yearOfWork([0, 1, 2, 3]);
    const { heads } = await loadHeads(nodeDisk, vault);
    await dropOldParts(nodeDisk, vault, heads, 1, now());
    const start = JSON.parse(readFileSync(vault.files.historyStart, 'utf8')) as { seq: number; chain: string };
    writeFileSync(vault.files.historyStart, JSON.stringify({ ...start, chain: 'f'.repeat(64) }));
    expect(await checkVault(nodeDisk, vault)).toMatchObject({ ok: false });
    expect(linesOf(Buffer.from('a\nb\nc'))).toHaveLength(2);
  });
});
