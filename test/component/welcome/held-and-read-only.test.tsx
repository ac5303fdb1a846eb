// A study that somebody else has open, one that is only looked at, and one whose disk fails: what is said, and the ways on.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';

import { nodeDisk } from '#core/vault/disk';
import { showStudyDialog } from '#renderer/features/welcome/study-dialog-store';
import { edit, tryEdit } from '#renderer/stores/vault-actions';
import { projection, useVaultStore } from '#renderer/stores/vault-store';

import { App } from '../../../renderer/App.tsx';
import { openAgain } from '../../builders/temporary-vault.ts';
import { openWindow } from '../../builders/window.tsx';
import { interceptDisk } from '../../crash/disk/intercept-disk.ts';

beforeEach(() => showStudyDialog(null));

const nameOfStudy = (): string => screen.getByRole('heading', { level: 1 }).textContent ?? '';
const held = () => screen.findByRole('dialog', { name: '“Test study” is open elsewhere' });
const banner = () => screen.findByRole('region', { name: 'Read-only' });
const tagNames = (): string[] => [...projection.list('tags')].map((tag) => tag.name);

/** A disk that refuses to flush the journal while `failing` is set, as a disk with bad blocks does. */
function failingDisk() {
  const state = { failing: false };
  const disk = interceptDisk(nodeDisk, async (call, proceed) => {
    const flush = call.method === 'handle.datasync' || call.method === 'handle.sync';
    if (state.failing && flush && call.path.includes('Test study.plumb')) throw Object.assign(new Error('bad block'), { code: 'EIO' });
    return proceed();
  });
  return { disk, state };
}

test('a study that somebody else has open says who, and opens on trying again once it is free', async () => {
  const { call, folder, user, render } = await openWindow();
  await call('vault.close', {});
  const other = await openAgain(path.join(folder, 'Test study.plumb'));
  render(<App />);
  await user.click(await screen.findByRole('button', { name: /^Test study.*today/ }));
  const dialog = within(await held());
  expect(dialog.getByText(/is open in another window or program on this computer/)).toBeVisible();
  expect(dialog.queryByRole('button', { name: 'Open it anyway' })).toBeNull();
  await user.click(dialog.getByRole('button', { name: 'Try again' }));
  await held();
  await other.vault.close();
  await user.click(within(await held()).getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(nameOfStudy()).toBe('Test study'));
});

test('it can be looked at meanwhile: the banner says so, edits are refused, and it opens for writing later', async () => {
  const { call, folder, user, render } = await openWindow();
  await edit('createTag', { name: 'Price fog' });
  await call('vault.close', {});
  const other = await openAgain(path.join(folder, 'Test study.plumb'));
  render(<App />);
  await user.click(await screen.findByRole('button', { name: /^Test study.*today/ }));
  await user.click(within(await held()).getByRole('button', { name: 'Open read-only' }));
  const line = within(await banner());
  expect(line.getByRole('status')).toHaveTextContent('It was opened read-only and shows what was saved at that moment.');
  expect(tagNames()).toEqual(['Price fog']);
  tryEdit('createTag', { name: 'Refused' });
  expect(await screen.findByRole('alert')).toHaveTextContent('opened read-only');
  await other.vault.edit('createTag', { name: 'By the other' });
  await other.vault.close();
  await user.click(line.getByRole('button', { name: 'Open for writing' }));
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Read-only' })).toBeNull());
  expect(tagNames()).toEqual(['Price fog', 'By the other']);
  await edit('createTag', { name: 'After' });
  expect(tagNames()).toContain('After');
});

test('a lock that nobody can judge is taken over only on the person’s word', async () => {
  const { call, folder, user, render } = await openWindow();
  await call('vault.close', {});
  const lock = path.join(folder, 'Test study.plumb', '.lock');
  writeFileSync(
    lock,
    JSON.stringify({ pid: 7, host: 'elsewhere', machine: 'another', nonce: 'theirs', since: '2026-01-01T10:00:00.000Z' }),
  );
  render(<App />);
  await user.click(await screen.findByRole('button', { name: /^Test study.*today/ }));
  const dialog = within(await held());
  expect(dialog.getByText(/on the computer “elsewhere” \(process 7, since \d\d:\d\d on \d+ \w+ 202\d\)/)).toBeVisible();
  expect(readFileSync(lock, 'utf8')).toContain('theirs');
  await user.click(dialog.getByRole('button', { name: 'Open it anyway' }));
  await waitFor(() => expect(nameOfStudy()).toBe('Test study'));
  expect(readFileSync(lock, 'utf8')).not.toContain('theirs');
});

test('a disk that fails: the reason is on screen, nothing answered is gone, and trying again goes on when it works', async () => {
  const { disk, state } = failingDisk();
  const { user, render } = await openWindow({ disk });
  render(<App />);
  await edit('createTag', { name: 'Saved' });
  state.failing = true;
  await expect(edit('createTag', { name: 'Refused' })).rejects.toMatchObject({ code: 'disk' });
  const line = within(await banner());
  expect(line.getByRole('status')).toHaveTextContent('Your last change could not be saved: the disk reported an error.');
  expect(screen.getByText('Read-only')).toBeVisible();
  expect(tagNames()).toEqual(['Saved']);
  await user.click(line.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText(/The study still cannot be written: the disk reported an error/)).toBeVisible();
  state.failing = false;
  await user.click(line.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Read-only' })).toBeNull());
  await edit('createTag', { name: 'Saved again' });
  expect(tagNames()).toEqual(['Saved', 'Saved again']);
});

test('a disk that fails: a copy is saved elsewhere and work goes on in it', async () => {
  const { disk, state } = failingDisk();
  const { folder, user, render } = await openWindow({ disk });
  render(<App />);
  await edit('createTag', { name: 'Saved' });
  state.failing = true;
  await edit('createTag', { name: 'Refused' }).catch(() => undefined);
  await user.click(within(await banner()).getByRole('button', { name: 'Save a copy elsewhere…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Save a copy elsewhere' }));
  await user.clear(dialog.getByLabelText('Name'));
  await user.type(dialog.getByLabelText('Name'), 'Rescued');
  await user.clear(dialog.getByLabelText('Where'));
  await user.type(dialog.getByLabelText('Where'), folder);
  await user.click(dialog.getByRole('button', { name: 'Save the copy' }));
  await waitFor(() => expect(useVaultStore.getState().status?.folder).toBe(path.join(folder, 'Rescued.plumb')));
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Read-only' })).toBeNull());
  expect(tagNames()).toEqual(['Saved']);
  await edit('createTag', { name: 'Going on' });
  expect(existsSync(path.join(folder, 'Rescued.plumb', 'journal.ndjson'))).toBe(true);
});
