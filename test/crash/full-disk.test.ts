// A disk that is really full: a small file system in memory, filled to its last byte while edits go on (trust.md T6).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { describe, expect, onTestFinished, test } from 'vitest';

import { littleRoom } from '#core/services/disk-room';
import { AppError } from '#shared/lib/app-error';
import { createVault, openVault } from '#core/vault/open-vault';
import type { Vault } from '#core/vault/vault';

import { countedServices, temporaryFolder } from '../builders/temporary-vault.ts';

const mountable = canMount();
if (!mountable) console.warn('A really full disk was NOT tested: no small file system can be mounted here (Linux and root are needed).');

/** Tries the very thing: root in a container often may not. */
function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'plumbline-small-disk-'));
  try {
    mount(folder);
    execFileSync('umount', ['-l', folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function mount(folder: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
}

/** A folder on a disk of one megabyte. */
function smallDisk(): string {
  const folder = temporaryFolder('plumbline-small-disk-');
  mount(folder);
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  return folder;
}

/** Writes until nothing more fits. @returns takes the filling away. */
function fillUp(disk: string): () => void {
  const filling = path.join(disk, 'filling.bin');
  for (let bytes = 1 << 20; bytes >= 1; bytes = Math.floor(bytes / 2)) {
    try {
      for (;;) writeFileSync(filling, Buffer.alloc(bytes), { flag: 'a' });
    } catch (error) {
      expect(error).toMatchObject({ code: 'ENOSPC' });
    }
  }
  return () => rmSync(filling);
}

/** Edits until one is refused. @returns the names that were answered, and the refusal. */
async function editUntilRefused(vault: Vault, beginning: string): Promise<{ answered: string[]; refusal: unknown }> {
  const answered: string[] = [];
  for (let number = 0; number < 100; number += 1) {
    const name = `${beginning} ${number}`;
    try {
      await vault.edit('createTag', { id: `${beginning}-${number}`, name, definition: 'x'.repeat(300) });
      answered.push(name);
    } catch (refusal) {
      return { answered, refusal };
    }
  }
  return { answered, refusal: null };
}

const tagNames = (vault: Vault): string[] => [...vault.state.all('tags').values()].map(({ name }) => name);

describe.skipIf(!mountable)('on a disk that is really full', () => {
  test('edits are refused with a sentence, nothing answered is lost, and work goes on once there is room', async () => {
    const disk = smallDisk();
    const folder = path.join(disk, 'study.plumb');
    const { vault } = await createVault(folder, 'Small', countedServices());
    const early = await editUntilRefused(vault, 'early');
    expect(early.refusal).toBeNull();
    await vault.checkpoint();
    const makeRoom = fillUp(disk);
    const late = await editUntilRefused(vault, 'late');
    expect(late.refusal).toBeInstanceOf(AppError);
    expect((late.refusal as AppError).message).toMatch(/the disk is full/);
    expect(tagNames(vault)).toEqual([...early.answered, ...late.answered]);
    // Another program that looks at it now sees all of it, and needs no room for that.
    const looking = await openVault(folder, countedServices(), { readOnly: true });
    await looking.vault.whole;
    expect(tagNames(looking.vault)).toEqual([...early.answered, ...late.answered]);
    await looking.vault.close();
    makeRoom();
    await vault.mend();
    await vault.edit('createTag', { id: 'after', name: 'after' });
    await vault.close();
    const { vault: again, notices } = await openVault(folder, countedServices());
    expect(notices).toEqual([]);
    expect(tagNames(again)).toEqual([...early.answered, ...late.answered, 'after']);
    await again.close();
  });

  test('is warned of while there is still room', async () => {
    const { vault } = await createVault(path.join(smallDisk(), 'study.plumb'), 'Small', countedServices());
    expect(await littleRoom(vault.files)).toMatch(/^Only 0 MB are left on the disk of this study\. Make room soon/);
    await vault.close();
  });

  test('a checkpoint that finds no room leaves the good snapshot as it is', async () => {
    const disk = smallDisk();
    const folder = path.join(disk, 'study.plumb');
    const { vault } = await createVault(folder, 'Small', countedServices());
    const { answered } = await editUntilRefused(vault, 'early');
    await vault.checkpoint();
    await vault.edit('createTag', { id: 'one-more', name: 'one more' });
    const snapshot = readFileSync(path.join(folder, 'vault.json'));
    fillUp(disk);
    await expect(vault.checkpoint()).rejects.toMatchObject({ code: 'disk', message: expect.stringContaining('the disk is full') });
    expect(readFileSync(path.join(folder, 'vault.json'))).toEqual(snapshot);
    await vault.close().catch(() => undefined);
    const { vault: again } = await openVault(folder, countedServices(), { readOnly: true });
    await again.whole;
    expect(tagNames(again)).toEqual([...answered, 'one more']);
    await again.close();
  });
});
