// Backups over a real core: made, listed, checked, restored into a new study; the second folder, and what is said when it fails.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { configure, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';

import { BackupsTab } from '../../../renderer/features/backups/index.ts';
import { useNotificationStore } from '#renderer/stores/notification-store';
import { edit } from '#renderer/stores/vault-actions';
import { useVaultStore } from '#renderer/stores/vault-store';
import { openWindow, type TestWindow } from '../../builders/window.tsx';

configure({ asyncUtilTimeout: 20_000 });

let testWindow: TestWindow;
beforeEach(async () => {
  testWindow = await openWindow();
  await edit('createTag', { name: 'Price' });
  testWindow.render(<BackupsTab content={{ kind: 'backups' }} active />);
  await screen.findByText(/No backup was made yet/);
});

const messages = (): string[] => useNotificationStore.getState().notifications.map(({ message }) => message);
const make = () => testWindow.user.click(screen.getByRole('button', { name: 'Make a backup now' }));

test('one is made by hand, listed and checked; with nothing changed there is none to make', async () => {
  await make();
  const table = await screen.findByRole('table', { name: 'In the study’s own folder' });
  expect(within(table).getByText('By hand')).toBeInTheDocument();
  await screen.findByText(/Nothing has changed since/);
  await make();
  await waitFor(() => expect(messages()).toContain('Nothing has changed since the last backup: it is up to date.'));
  expect(within(table).getAllByRole('row')).toHaveLength(2);
  await edit('createTag', { name: 'Time' });
  await screen.findByText(/You have changed something since/);
});

test('a backup is restored into a new study, which holds what it held', async () => {
  await make();
  const menu = await screen.findByRole('button', { name: /Backup 1: restore/ });
  await edit('createTag', { name: 'Later' });
  await testWindow.user.click(menu);
  await testWindow.user.click(await screen.findByRole('menuitem', { name: 'Restore into a new study…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Restore into a new study' });
  const where = within(dialog).getByRole('textbox', { name: 'Where' });
  await testWindow.user.clear(where);
  await testWindow.user.type(where, `${testWindow.folder}{Enter}`);
  await within(dialog).findByText(new RegExp(`Will be made as`));
  await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Restore' })).toBeEnabled());
  await testWindow.user.click(within(dialog).getByRole('button', { name: 'Restore' }));
  await waitFor(() => expect(messages().join(' ')).toMatch(/was restored/));
  const restored = readdirSync(testWindow.folder).find((name) => name.startsWith('Test study 2'));
  await testWindow.call('vault.open', { folder: path.join(testWindow.folder, restored ?? '') });
  await waitFor(() => expect(useVaultStore.getState().status?.folder).toContain(restored));
  const { records } = await testWindow.call('vault.snapshot', {});
  expect(Object.values(records.tags).map(({ name }) => name)).toEqual(['Price']);
});

test('a second folder gets a backup at once; when it is gone the list says when and why', async () => {
  const second = path.join(testWindow.folder, 'second');
  mkdirSync(second);
  await expect(testWindow.call('backups.chooseSecond', { folder: path.join(testWindow.folder, 'nowhere') })).rejects.toThrow(
    /is not there/,
  );
  expect(useVaultStore.getState().settings.backups.secondFolder).toBeNull();
  await testWindow.call('backups.chooseSecond', { folder: second });
  await screen.findByRole('table', { name: 'In the second folder' });
  rmSync(second, { recursive: true });
  await edit('createTag', { name: 'Time' });
  await make();
  await screen.findByText(/Failed on .*/);
  expect(screen.getByText(/The second folder for backups, “second”, is not there/)).toBeInTheDocument();
  expect(within(screen.getByRole('table', { name: 'In the study’s own folder' })).getAllByRole('row')).toHaveLength(3);
});

test('a backup that was changed on the disk is said to be so when it is checked', async () => {
  await make();
  await screen.findByRole('button', { name: /Backup 1: restore/ });
  const backups = path.join(useVaultStore.getState().status?.folder ?? '', 'backups');
  const [name = ''] = readdirSync(backups);
  writeFileSync(path.join(backups, name, 'vault.json'), '{}');
  await testWindow.user.click(screen.getByRole('button', { name: /Backup 1: restore/ }));
  await testWindow.user.click(await screen.findByRole('menuitem', { name: 'Check it again' }));
  await waitFor(() =>
    expect(messages()).toContain(`The backup ${name} is damaged: vault.json is not what was written: its checksum does not match.`),
  );
  const table = await screen.findByRole('table', { name: 'In the study’s own folder' });
  expect(await within(table).findByText(/vault\.json is not what was written/)).toBeVisible();
  expect(screen.getByText(/One backup is damaged/)).toBeVisible();
});

test('a backup that was damaged since it was made is said to be so when the list is opened', async () => {
  await make();
  await screen.findByRole('button', { name: /Backup 1: restore/ });
  await edit('createTag', { name: 'Later' });
  await make();
  await screen.findByRole('button', { name: /Backup 2: restore/ });
  const { call } = testWindow;
  const folder = useVaultStore.getState().status?.folder ?? '';
  const backups = path.join(folder, 'backups');
  const [first = ''] = readdirSync(backups).sort();
  await call('vault.close', {});
  rmSync(path.join(backups, first, 'backup.json'));
  await call('vault.open', { folder });
  const table = await screen.findByRole('table', { name: 'In the study’s own folder' });
  expect(await within(table).findByText(/backup\.json is missing\./)).toBeVisible();
  expect(screen.getByText(/One backup is damaged/)).toBeVisible();
  expect(screen.getByText(/The last backup was made on .* and last read back and checked on/)).toBeVisible();
  expect(within(table).getAllByText('Damaged:')).toHaveLength(1);
});

test('a study whose folder is lost is restored from the second folder', async () => {
  const second = path.join(testWindow.folder, 'second');
  mkdirSync(second);
  await testWindow.call('backups.chooseSecond', { folder: second });
  const lost = useVaultStore.getState().status?.folder ?? '';
  await testWindow.call('vault.close', {});
  rmSync(lost, { recursive: true });
  const [name = ''] = readdirSync(second);
  const from = path.join(second, name);
  const [row] = await testWindow.call('backups.listIn', { folder: from });
  const to = path.join(testWindow.folder, 'again.plumb');
  await testWindow.call('backups.restoreFrom', { from, name: row?.name ?? '', to });
  await testWindow.call('vault.open', { folder: to });
  const { records } = await testWindow.call('vault.snapshot', {});
  expect(Object.values(records.tags).map((tag) => tag.name)).toEqual(['Price']);
});
