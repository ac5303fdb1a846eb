// Opening for reading: beside a writer, without a trace, whatever the writer does meanwhile; and copies saved elsewhere.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { checkVault } from '#core/services/check';
import { copyVault } from '#core/vault/copy-vault';
import { type Disk, nodeDisk } from '#core/vault/disk';
import { openVault } from '#core/vault/open-vault';

import { addSource, countedServices, openAgain, temporaryFolder, temporaryVault } from '../../../../builders/temporary-vault.ts';
import { interceptDisk } from '../../../../crash/disk/intercept-disk.ts';

/** Names, sizes and times of everything in a folder, but for the mark, which the writer itself brings up to date a moment after it answered. */
function traceOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name !== 'journal.mark')
    .sort()
    .map((name) => `${name} ${statSync(path.join(folder, name)).size} ${statSync(path.join(folder, name)).mtimeMs}`);
}

/** A disk that fails for every operation that would change something. */
const readOnlyDisk: Disk = interceptDisk(nodeDisk, async (call, proceed) => {
  const writes = /^(rename|mkdir|unlink|rm|handle\.(write|writeFile|truncate|sync|datasync))$/.test(call.method);
  if (writes || (call.method === 'open' && call.args[1] !== 'r')) throw Object.assign(new Error('read-only'), { code: 'EROFS' });
  return proceed();
});

describe('beside a writer', () => {
  test('shows what was saved, refuses every change, leaves no trace', async () => {
    const writer = await temporaryVault();
    await writer.vault.edit('createTag', { id: 'a', name: 'A' });
    const before = traceOf(writer.folder);
    const { vault } = await openAgain(writer.folder, countedServices(), { readOnly: true });
    expect(vault.state.get('tags', 'a')?.name).toBe('A');
    expect(vault.undoLabel).toBe('Create tag A');
    expect(vault.readOnlyReason?.message).toMatch(/read-only/);
    for (const change of [
      () => vault.edit('createTag', { name: 'B' }),
      () => vault.undo(),
      () => vault.checkpoint(),
      () => vault.transcripts.write('s1', 1, { turns: [] }),
    ]) {
      await expect(change()).rejects.toMatchObject({ code: 'read-only' });
    }
    await vault.close();
    expect(traceOf(writer.folder)).toEqual(before);
    await writer.vault.edit('createTag', { name: 'B' });
  });

  test('a torn tail is passed over and stays for the next writer', async () => {
    const { vault, folder } = await temporaryVault();
    await vault.edit('createTag', { name: 'A' });
    writeFileSync(path.join(folder, 'journal.ndjson'), '{"len":"000', { flag: 'a' });
    const reader = await openAgain(folder, countedServices(), { readOnly: true });
    expect(reader.vault.seq).toBe(1);
    expect(readFileSync(path.join(folder, 'journal.ndjson'), 'utf8')).toMatch(/\{"len":"000$/);
  });

  test('while the writer edits and checkpoints, every look is a state that was, never older than what was answered, and checks', async () => {
    const { vault, folder } = await temporaryVault();
    await addSource(vault, 's1', [['Ana', 'Hello']], ['Ana']);
    const writing = new AbortController();
    const work = (async () => {
      for (let step = 0; !writing.signal.aborted; step += 1) {
        await vault.edit('createTag', { name: `Tag ${step}` });
        if (step % 5 === 4) await vault.checkpoint();
      }
    })();
    for (let look = 0; look < 25; look += 1) {
      const answered = vault.state.all('tags').size;
      const { seq } = vault;
      const reader = await openVault(folder, countedServices(), { readOnly: true });
      expect(reader.vault.seq).toBeGreaterThanOrEqual(seq - 1);
      expect(reader.vault.state.all('tags').size).toBe(reader.vault.seq - 1);
      expect(reader.vault.state.all('tags').size).toBeGreaterThanOrEqual(answered - 1);
      if (look % 5 === 0) expect((await checkVault(nodeDisk, reader.vault)).problems).toEqual([]);
    }
    writing.abort();
    await work;
  });
});

test('a folder that cannot be written opens for reading and says why', async () => {
  const { vault, folder } = await temporaryVault();
  await vault.edit('createTag', { id: 'a', name: 'A' });
  await vault.close();
  const before = traceOf(folder);
  const reader = await openAgain(folder, countedServices({ disk: readOnlyDisk }));
  expect(reader.vault.state.get('tags', 'a')?.name).toBe('A');
  expect(reader.vault.readOnlyReason?.message).toBe(
    'The disk that it lies on is read-only. You can look at everything; to change it, allow writing there or save a copy elsewhere.',
  );
  await reader.vault.close();
  expect(traceOf(folder)).toEqual(before);
});

describe('a copy elsewhere', () => {
  test('holds everything, also what could not be written to the study’s own disk, and can be undone', async () => {
    let full = false;
    const disk = interceptDisk(nodeDisk, async (call, proceed) => {
      if (full && call.path.includes('study.plumb') && /handle\.(datasync|sync|truncate|write)$/.test(call.method)) {
        throw Object.assign(new Error('failing'), { code: 'EIO' });
      }
      return proceed();
    });
    const { vault, folder } = await temporaryVault(countedServices({ disk }));
    await addSource(vault, 's1', [['Ana', 'Hello there']], ['Ana']);
    await vault.edit('createTag', { id: 'a', name: 'A' });
    full = true;
    await expect(vault.edit('createTag', { id: 'b', name: 'B' })).rejects.toMatchObject({ code: 'disk' });
    expect(vault.readOnlyReason?.message).toBe(
      'Your last change could not be saved: the disk reported an error. Everything before it is safe. The study is read-only until writing works again.',
    );
    const copy = path.join(temporaryFolder(), 'copy.plumb');
    expect(await copyVault(vault, copy, disk)).toEqual([]);
    const opened = await openAgain(copy);
    expect([...opened.vault.state.all('tags').keys()]).toEqual(['a']);
    expect((await opened.vault.turns('s1'))[0]?.text).toBe('Hello there');
    expect((await checkVault(nodeDisk, opened.vault)).problems).toEqual([]);
    await opened.vault.undo();
    expect(opened.vault.state.all('tags').size).toBe(0);
    expect(existsSync(path.join(folder, 'vault.json'))).toBe(true);
  });

  test('is not made over anything, and names what is missing', async () => {
    const { vault, folder } = await temporaryVault();
    await addSource(vault, 's1', [['Ana', 'Hello there']], ['Ana']);
    await expect(copyVault(vault, folder, nodeDisk)).rejects.toMatchObject({ code: 'conflict' });
    const disk = interceptDisk(nodeDisk, async (call, proceed) => {
      if (call.method === 'readFile' && call.path.endsWith('s1.1.json') && call.path.startsWith(folder)) {
        throw Object.assign(new Error('failing'), { code: 'EIO' });
      }
      return proceed();
    });
    const notices = await copyVault(vault, path.join(temporaryFolder(), 'copy.plumb'), disk);
    expect(notices.join(' ')).toContain('The transcript of “Source s1” is missing in the copy');
  });
});
