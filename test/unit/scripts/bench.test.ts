// The bench: its studies are valid and repeat, its rows have the agreed fields, targets can be missed. Times are not tested.
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import { describe, expect, test } from 'vitest';

import { checkVault } from '#core/services/check';
import { nodeDisk } from '#core/vault/disk';
import type { Samples } from '#test/bench/harness/bench';
import { type Row, rowOf } from '#test/bench/harness/measure';
import { judge } from '#test/bench/harness/targets';
import { newTaggings } from '#test/bench/harness/new-taggings';
import { copyOfStudy } from '#test/bench/study-cache';
import { STUDY_SIZES, writeStudy } from '#test/bench/study-generator';
import { countedServices, openAgain, temporaryFolder } from '#test/builders/temporary-vault';

const REPOSITORY = path.resolve(import.meta.dirname, '../../..');

function runBench(args: readonly string[]): Promise<{ stdout: string; stderr: string }> {
  return promisify(execFile)(process.execPath, ['scripts/bench.ts', ...args], { cwd: REPOSITORY });
}

describe('studies', () => {
  test('a study opens, passes the check and has the promised size', async () => {
    const folder = path.join(temporaryFolder(), 'study.plumb');
    await writeStudy(folder, 'S');
    const { vault, notices } = await openAgain(folder);
    const report = await checkVault(nodeDisk, vault);
    expect({ ok: report.ok, problems: report.problems, notices }).toEqual({ ok: true, problems: [], notices: [] });
    const { interviews, words, snippets, tags, themes, assumptions } = STUDY_SIZES.S;
    expect(report.records).toMatchObject({
      participants: interviews,
      sources: interviews,
      snippets,
      tags,
      themes,
      assumptions,
      departments: 5,
    });
    expect([...vault.state.all('sources').values()].map((source) => source.transcript.words)).toEqual(
      Array.from({ length: interviews }, () => words),
    );
    for (const collection of ['taggings', 'cards', 'evidenceLinks', 'memos'] as const)
      expect(vault.state.all(collection).size).toBeGreaterThan(0);
  });

  test('the same seed gives the same bytes, another seed others', async () => {
    const bytesOf = async (seed: number): Promise<string[]> => {
      const folder = path.join(temporaryFolder(), 'study.plumb');
      await writeStudy(folder, 'tiny', seed);
      const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.json')).sort();
      return Promise.all(names.map(async (name) => `${name} ${await readFile(path.join(folder, name), 'utf8')}`));
    };
    const [first, again, other] = [await bytesOf(3), await bytesOf(3), await bytesOf(4)];
    expect(first).toHaveLength(1 + STUDY_SIZES.tiny.interviews);
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  test('a copy can be changed without changing the study, and no tagging is given twice', async () => {
    const folder = temporaryFolder();
    const study = path.join(folder, 'study.plumb');
    await writeStudy(study, 'tiny');
    const before = await readFile(path.join(study, 'vault.json'), 'utf8');
    await copyOfStudy(study, path.join(folder, 'copy.plumb'));
    const { vault } = await openAgain(path.join(folder, 'copy.plumb'), countedServices());
    const next = newTaggings(vault.state);
    const free = vault.state.all('snippets').size * vault.state.all('tags').size - vault.state.all('taggings').size;
    for (let count = 0; count < free; count += 1) {
      const { id, snippetId, tagId } = next();
      expect(vault.state.get('taggings', id)).toBeUndefined();
      await vault.edit('tagSnippets', { snippetIds: [snippetId], tagIds: [tagId] });
    }
    expect(next).toThrow('every tag');
    await vault.checkpoint();
    expect(await readFile(path.join(study, 'vault.json'), 'utf8')).toBe(before);
  });
});

describe('rows', () => {
  const child = (own: number[], raw: number[]): Samples => ({
    times: { own, raw },
    clock: { own: own.map((time) => time * 2), raw },
    bytes: { own: 500, lowdb: 5_000_000 },
    loop: [{ wallMs: 60, ownMs: 12 }],
    peakMB: 100,
    notes: { cells: 3 },
    absent: [],
  });

  test('samples of several processes are one row with ratios of medians', () => {
    const row = rowOf([child([1, 2, 3], [2]), child([9], [1])]);
    expect(row).toMatchObject({ n: 4, medianMs: 2.5, p95Ms: 9, clockMs: 5, bytes: 500, peakMB: 100, loopMs: 12, loopWallMs: 60 });
    expect(row.ratios).toEqual({ raw: 1.67, bytesLowdb: 10_000 });
    expect(row.rivals).toEqual({ raw: 1.5 });
  });

  test('targets are met or missed by the figures of the row', () => {
    const row: Row = { op: 'edit', about: '', size: 'L', ...rowOf([child([6], [2])]) };
    const judged = judge(row);
    expect(judged.find(({ what }) => what === 'durable edit / raw append')).toMatchObject({ value: 3, limit: '<= 1.5', met: false });
    expect(judged.find(({ what }) => what.includes('bytes written'))).toMatchObject({ value: 500, met: true });
    expect(judged.find(({ what }) => what.includes('event loop'))).toMatchObject({ value: 12, met: true });
    expect(judged.some(({ what }) => what.includes('SQLite'))).toBe(false);
  });
});

describe('command line', () => {
  test('--json gives one object a line with the agreed fields', async () => {
    const { stdout } = await runBench(['--only', 'undo,matrix', '--sizes', 'S', '--json']);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ op, size }) => [op, size])).toEqual([
      ['calibration', 'machine'],
      ['undo', 'S'],
      ['matrix', 'S'],
    ]);
    for (const line of lines) {
      expect(line).toMatchObject({ n: expect.any(Number), medianMs: expect.any(Number), p95Ms: expect.any(Number) });
      expect(line['medianMs']).toBeGreaterThan(0);
      expect(line['p95Ms']).toBeGreaterThanOrEqual(line['medianMs'] as number);
      expect(line['peakMB']).toBeGreaterThan(20);
      expect(line).toHaveProperty('bytes');
      expect(line).toHaveProperty('ratios');
    }
    expect(Object.keys(lines[1]?.['ratios'] ?? {})).toEqual(['raw', 'rawAsync']);
    expect(Object.keys(lines[2]?.['ratios'] ?? {})).toEqual(['walk']);
  });

  test('an unknown operation is refused with the list of those there are', async () => {
    await expect(runBench(['--only', 'everything'])).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('burst, undo, open'),
    });
  });
});
