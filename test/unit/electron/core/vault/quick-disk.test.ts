// A disk that is asked at once: its short writes and failures are met as those of any other.
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { type Disk, nodeDisk } from '#core/vault/disk';

import { countedServices, openAgain, temporaryVault } from '../../../../builders/temporary-vault.ts';

type AtOnce = Required<NonNullable<Disk['atOnce']>>;

const real = nodeDisk.atOnce as AtOnce;

/** On a busy machine a disk may look slow for long. */
const MOST_EDITS = 5000;

/** A vault on the real disk with other answers at once; counts the flushes at once. */
async function vaultOn(answers: Partial<AtOnce>) {
  let flushes = 0;
  let names = 0;
  const atOnce: AtOnce = {
    ...real,
    ...answers,
    datasync: (fd) => {
      flushes += 1;
      (answers.datasync ?? real.datasync)(fd);
    },
  };
  const made = await temporaryVault({ ...countedServices(), disk: { ...nodeDisk, atOnce } });
  /** Edits until one more was flushed at once. @returns how many. */
  const editUntilQuick = async (): Promise<number> => {
    const atFirst = flushes;
    for (let edits = 1; edits <= MOST_EDITS; edits += 1) {
      await made.vault.edit('createTag', { name: `T${(names += 1)}` });
      if (flushes > atFirst) return edits;
    }
    throw new Error('The disk was never flushed at once.');
  };
  return { ...made, flushes: () => flushes, editUntilQuick };
}

const tagNames = (vault: { state: { all(of: 'tags'): ReadonlyMap<string, { name: string }> } }): string[] =>
  [...vault.state.all('tags').values()].map(({ name }) => name).sort();

test('what is written short is written to its end', async () => {
  const { vault, folder, editUntilQuick } = await vaultOn({
    write: (fd, bytes, position) => real.write(fd, bytes.subarray(0, Math.ceil(bytes.length / 3)), position),
  });
  const edits = await editUntilQuick();
  const names = tagNames(vault);
  expect(names).toHaveLength(edits);
  await vault.close();
  const again = await openAgain(folder);
  expect(tagNames(again.vault)).toEqual(names);
});

test('a full disk refuses the change and keeps what was answered', async () => {
  let full = false;
  const { vault, folder, editUntilQuick } = await vaultOn({
    write: (fd, bytes, position) => {
      if (!full || bytes.length < 100) return real.write(fd, bytes, position);
      real.write(fd, bytes.subarray(0, 40), position);
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    },
  });
  let edits = await editUntilQuick();
  full = true;
  let journal: Buffer;
  let refusal: unknown = null;
  // On a busy machine the disk may be asked through the other thread for a while: it is full only for what is asked at once.
  do {
    journal = readFileSync(path.join(folder, 'journal.ndjson'));
    try {
      await vault.edit('createTag', { name: `No room ${edits}` });
      edits += 1;
    } catch (error) {
      refusal = error;
    }
  } while (refusal === null && edits < MOST_EDITS);
  expect(refusal).toMatchObject({ code: 'disk' });
  expect(readFileSync(path.join(folder, 'journal.ndjson'))).toEqual(journal);
  full = false;
  await vault.edit('createTag', { name: 'Room' });
  expect(tagNames(vault)).toHaveLength(edits + 1);
});

test('after a failed flush the journal is written anew, and the change is answered', async () => {
  let failing = false;
  const { vault, folder, editUntilQuick } = await vaultOn({
    datasync: (fd) => {
      if (!failing) return real.datasync(fd);
      failing = false;
      throw Object.assign(new Error('flush'), { code: 'EIO' });
    },
  });
  failing = true;
  await editUntilQuick();
  expect(failing).toBe(false);
  const names = tagNames(vault);
  await vault.close();
  const again = await openAgain(folder);
  expect(tagNames(again.vault)).toEqual(names);
});

test('a disk that took long once is not waited for in the next hundred changes', async () => {
  const { vault, flushes, editUntilQuick } = await vaultOn({
    datasync: (fd) => {
      real.datasync(fd);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    },
  });
  await editUntilQuick();
  for (let count = 0; count < 100; count += 1) await vault.edit('createTag', { name: `Later ${count}` });
  expect(flushes()).toBe(1);
});
