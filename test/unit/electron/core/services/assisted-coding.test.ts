// Assisted coding in the core: found in all interviews, tagged as one step, stopped without a trace; proposals follow the study.
import { randomUUID } from 'node:crypto';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { ProposedTag } from '#shared/rpc/assist-answers';

import { type RunningCore, startCore } from '../../../../builders/running-core.ts';

let running: RunningCore;

beforeAll(async () => {
  running = await startCore();
  await running.core.handlers['vault.openSample']({});
  await running.core.handlers['vault.keepSample']({ folder: path.join(running.folder, 'study.plumb') });
});
afterAll(() => running.stop());

const find = (search: { kind: 'text'; text: string } | { kind: 'pattern'; pattern: string } | { kind: 'like'; tagId: string }) =>
  running.core.handlers['assist.find']({ jobId: randomUUID(), request: { search, unit: 'sentence', everybody: false, tagId: null } });

async function records() {
  const { records: all } = await running.core.handlers['vault.snapshot']({});
  return all;
}

describe('assisted coding', () => {
  it('tags what was found but what was left out, remembers that it was suggested, and takes one undo', async () => {
    const before = await records();
    const { findId, total, passages } = await find({ kind: 'text', text: 'price' });
    expect(total).toBe(passages.length);
    expect(passages.every(({ quote }) => /price/i.test(quote))).toBe(true);
    const done = await running.core.handlers['assist.tag']({
      jobId: randomUUID(),
      findId,
      leaveOut: [0],
      tagIds: [],
      newTag: { name: 'Says price' },
    });
    expect(done).toEqual({ cancelled: false, tagged: total - 1 });
    const after = await records();
    const tag = Object.values(after.tags).find(({ name }) => name === 'Says price');
    const taggings = Object.values(after.taggings).filter(({ tagId }) => tagId === tag?.id);
    expect(taggings).toHaveLength(total - 1);
    expect(new Set(taggings.map(({ origin }) => origin))).toEqual(new Set(['suggested']));
    // What has the tag is not found again.
    const again = await running.core.handlers['assist.find']({
      jobId: randomUUID(),
      request: { search: { kind: 'text', text: 'price' }, unit: 'sentence', everybody: false, tagId: tag?.id ?? null },
    });
    expect(again.total).toBe(1);
    await running.core.handlers['vault.undo']({});
    expect(await records()).toEqual(before);
  });

  it('gives up a pattern that would never end, and goes on', async () => {
    await expect(find({ kind: 'pattern', pattern: '^(\\w+\\s?)+(\\w+\\s?)+(\\w+\\s?)+§$' })).rejects.toThrow(/takes too long/);
    expect((await find({ kind: 'pattern', pattern: 'pric(e|ing)' })).total).toBeGreaterThan(0);
  }, 60_000);

  it('leaves nothing behind when it is stopped', async () => {
    const before = await records();
    const { findId } = await find({ kind: 'pattern', pattern: '\\w+' });
    const jobId = randomUUID();
    const tagging = running.core.handlers['assist.tag']({ jobId, findId, leaveOut: [], tagIds: [], newTag: { name: 'All' } });
    await running.core.handlers['job.cancel']({ jobId });
    const { cancelled } = await tagging;
    if (cancelled) expect(await records()).toEqual(before);
    else await running.core.handlers['vault.undo']({});
    expect(await records()).toEqual(before);
  });

  it('proposes tags from what is tagged, without those that are on it, and follows edits', async () => {
    const { tags, taggings, snippets } = await records();
    const [one] = Object.values(taggings);
    const snippet = snippets[one?.snippetId ?? ''];
    const ask = (snippetId: string | null): Promise<ProposedTag[]> =>
      running.core.handlers['assist.tagsFor']({ text: snippet?.quote ?? '', snippetId });
    expect((await ask(null)).map(({ tagId }) => tagId)).toContain(one?.tagId);
    const own = Object.values(taggings)
      .filter(({ snippetId }) => snippetId === snippet?.id)
      .map(({ tagId }) => tagId);
    expect((await ask(snippet?.id ?? '')).filter(({ tagId }) => own.includes(tagId))).toEqual([]);
    await running.core.handlers['vault.edit']({ edit: 'deleteTags', input: { tagIds: Object.keys(tags) } });
    expect(await ask(null)).toEqual([]);
    await running.core.handlers['vault.undo']({});
    expect((await ask(null)).map(({ tagId }) => tagId)).toContain(one?.tagId);
  });
});
