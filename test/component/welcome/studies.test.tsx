// Studies through the dialogs, over a real core: making, opening, refusals with a way on, a damaged study, the sample.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';

import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';

import { openRecent } from '#renderer/features/welcome/open-study';
import { openSampleOnFirstStart } from '#renderer/features/welcome/commands';
import { showStudyDialog } from '#renderer/features/welcome/study-dialog-store';
import { openTab } from '#renderer/stores/tabs';
import { edit } from '#renderer/stores/vault-actions';
import { useVaultStore } from '#renderer/stores/vault-store';
import { useViewStore } from '#renderer/stores/view-store';

import { App } from '../../../renderer/App.tsx';
import { openWindow } from '../../builders/window.tsx';
import type { Call } from '#shared/rpc/contract';

beforeEach(() => showStudyDialog(null));

const dialog = (name: string | RegExp) => screen.findByRole('dialog', { name });
const nameOfStudy = (): string => screen.getByRole('heading', { level: 1 }).textContent ?? '';

test('a new study is made where it says, with a folder name that can be made', async () => {
  const { folder, user, render } = await openWindow({ noStudy: true });
  render(<App />);
  await user.click(screen.getByRole('button', { name: /^New study/ }));
  const made = within(await dialog('New study'));
  expect(made.getByLabelText('Name')).toHaveFocus();
  expect(made.getByRole('button', { name: 'Create study' })).toBeDisabled();
  await user.keyboard('Renewals: 2026/27');
  await user.clear(made.getByLabelText('Where'));
  await user.type(made.getByLabelText('Where'), `${folder}/studies`);
  await user.keyboard('{Enter}');
  expect(await made.findByText('This folder is not there yet. It will be made together with the study.')).toBeVisible();
  expect(made.getByText(path.join(folder, 'studies', 'Renewals 2026 27.plumb'))).toBeVisible();
  await user.keyboard('{Enter}');
  await screen.findByRole('heading', { level: 1, name: 'Renewals: 2026/27' });
  expect(existsSync(path.join(folder, 'studies', 'Renewals 2026 27.plumb', 'vault.json'))).toBe(true);
  // The page says what comes next, and the focus is on it.
  expect(screen.getByRole('heading', { name: 'Next in “Renewals: 2026/27”' })).toBeVisible();
  await waitFor(() => expect(document.activeElement).not.toBe(document.body));
});

test('a folder that is taken is refused in the dialog, where another name can be given', async () => {
  const { folder, user, render } = await openWindow();
  render(<App />);
  await user.keyboard('{Control>}k{/Control}n');
  const made = within(await dialog('New study'));
  await user.keyboard('Test study');
  await user.clear(made.getByLabelText('Where'));
  await user.type(made.getByLabelText('Where'), folder);
  await user.click(made.getByRole('button', { name: 'Create study' }));
  expect(await made.findByRole('alert')).toHaveTextContent(
    'The folder “Test study.plumb” is not empty. Choose another name or an empty folder.',
  );
  await user.type(made.getByLabelText('Name'), ' two');
  await user.click(made.getByRole('button', { name: 'Create study' }));
  await screen.findByRole('heading', { level: 1, name: 'Test study two' });
});

test('folders are walked by keyboard, studies are marked, and Enter opens one', async () => {
  const { call, folder, user, render } = await openWindow();
  await mkdir(path.join(folder, 'studies', 'empty'), { recursive: true });
  await call('vault.create', { folder: path.join(folder, 'studies', 'Second.plumb'), name: 'Second' });
  await call('vault.close', {});
  render(<App />);
  await user.keyboard('{Control>}o{/Control}');
  const open = within(await dialog('Open a study'));
  await user.clear(open.getByLabelText('Folder'));
  await user.type(open.getByLabelText('Folder'), `${folder}{Enter}`);
  await open.findByRole('row', { name: 'studies' });
  await user.keyboard('{Tab}{Tab}');
  await user.keyboard('{End}');
  expect(open.getByRole('row', { name: 'Test study.plumb' })).toHaveFocus();
  expect(open.getByRole('button', { name: 'Open “Test study”' })).toBeEnabled();
  await user.keyboard('s{Enter}');
  expect(await open.findByRole('row', { name: 'Second.plumb' })).toHaveTextContent('study');
  expect(open.getByRole('row', { name: 'empty' })).not.toHaveTextContent('study');
  await user.keyboard('{Backspace}');
  await open.findByRole('row', { name: 'studies' });
  await user.keyboard('{End}{ArrowUp}{Enter}');
  await open.findByRole('row', { name: 'Second.plumb' });
  await user.keyboard('{End}{Enter}');
  await waitFor(() => expect(nameOfStudy()).toBe('Second'));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a study that is gone can be taken off the recent list', async () => {
  const { call, folder, user, render } = await openWindow();
  await call('vault.close', {});
  await rm(path.join(folder, 'Test study.plumb'), { recursive: true });
  render(<App />);
  await user.click(await screen.findByRole('button', { name: /^Test study.*today/ }));
  expect(await screen.findByRole('alert')).toHaveTextContent('is not there. It may have been moved or renamed.');
  await user.click(screen.getByRole('button', { name: 'Remove from the recent list' }));
  await waitFor(() => expect(useVaultStore.getState().recent).toEqual([]));
});

test('a damaged study says what is wrong, changes nothing until asked, and opens at the last good point', async () => {
  const { call, folder, user, render } = await openWindow();
  for (const name of ['First', 'Second', 'Third']) await edit('createTag', { name });
  // As a program that was killed leaves it: nothing is folded into the snapshot.
  const place = path.join(folder, 'Killed study.plumb');
  await cp(path.join(folder, 'Test study.plumb'), place, { recursive: true, filter: (file) => !file.endsWith('.lock') });
  await call('vault.close', {});
  const journal = path.join(place, 'journal.ndjson');
  const damaged = readFileSync(journal, 'utf8').replace('Second', 'Sec0nd');
  writeFileSync(journal, damaged);
  render(<App />);
  await openRecent(place);
  const recovery = within(await dialog('“Killed study” needs your decision'));
  expect(recovery.getByText(/is damaged and was not opened. Nothing was changed./)).toBeVisible();
  const found = within(await recovery.findByRole('region', { name: 'What was found' }));
  expect(found.getByText(/journal\.ndjson, line 2: the checksum does not match/)).toBeVisible();
  expect(recovery.getByRole('region', { name: 'What is saved' })).toHaveTextContent(
    /Every change up to number 1, without a gap\.1 later change that still fit/,
  );
  expect(within(recovery.getByRole('region', { name: 'What is missing' })).getByText(/^Change 2 “Create tag Sec0nd”/)).toBeVisible();
  await user.click(recovery.getByText('Show the files'));
  expect(recovery.getByRole('row', { name: /^journal\.ndjson/ })).toBeVisible();
  expect(readFileSync(journal, 'utf8')).toBe(damaged);
  await user.click(recovery.getByRole('button', { name: 'Open at the last good point' }));
  await waitFor(() => expect(nameOfStudy()).toBe('Test study'));
  expect(await tagNames(call)).toEqual(['First']);
  // Told once, in one place.
  expect(
    within(screen.getByRole('region', { name: 'Notifications' })).getAllByText(/was opened at its last good point.*quarantine/),
  ).toHaveLength(1);
});

test('a damaged study is repaired into a folder of its own by keyboard, and stays as it was found', async () => {
  const { call, folder, user, render } = await openWindow();
  for (const name of ['First', 'Second', 'Third']) await edit('createTag', { name });
  const place = path.join(folder, 'Killed study.plumb');
  await cp(path.join(folder, 'Test study.plumb'), place, { recursive: true, filter: (file) => !file.endsWith('.lock') });
  await call('vault.close', {});
  const journal = path.join(place, 'journal.ndjson');
  const damaged = readFileSync(journal, 'utf8').replace('Second', 'Sec0nd');
  writeFileSync(journal, damaged);
  render(<App />);
  await openRecent(place);
  const recovery = within(await dialog('“Killed study” needs your decision'));
  const repair = await recovery.findByRole('button', { name: 'Repair into a new folder…' });
  repair.focus();
  await user.keyboard('{Enter}');
  const where = within(await dialog('Repair into a new folder'));
  expect(where.getByLabelText('Name of the folder')).toHaveFocus();
  await user.clear(where.getByLabelText('Where'));
  await user.type(where.getByLabelText('Where'), folder);
  where.getByRole('button', { name: 'Repair and open' }).focus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(useVaultStore.getState().status?.folder).toBe(path.join(folder, 'Killed study repaired.plumb')));
  expect(await tagNames(call)).toEqual(['First', 'Third']);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(readFileSync(journal, 'utf8')).toBe(damaged);
  expect((await call('vault.check', {})).problems).toEqual([]);
});

async function tagNames(call: Call): Promise<string[]> {
  return Object.values((await call('vault.snapshot', {})).records.tags).map(({ name }) => name);
}

test('the sample opens by itself on the first start, and kept it goes on where it was', async () => {
  const { folder, user, render } = await openWindow({ noStudy: true });
  render(<App />);
  const opened = openSampleOnFirstStart();
  expect(await screen.findByText(/^Opening a copy of the sample study/)).toBeVisible();
  await opened;
  await screen.findByText('Sample copy');
  expect(screen.getByRole('heading', { name: 'Your first readout' })).toBeVisible();
  openTab({ kind: 'plan' });
  await edit('createTag', { name: 'My own tag' });
  await user.click(await screen.findByRole('button', { name: 'Keep this study…' }));
  const keep = within(await dialog('Keep this study'));
  await user.clear(keep.getByLabelText('Where'));
  await user.type(keep.getByLabelText('Where'), folder);
  await user.click(keep.getByRole('button', { name: 'Keep study' }));
  await waitFor(() =>
    expect(useVaultStore.getState().status).toMatchObject({ sample: false, folder: path.join(folder, 'Larkmoor pricing study.plumb') }),
  );
  expect(useViewStore.getState().groups[0]?.tabs.map(({ key }) => key)).toEqual(['plan']);
  expect(screen.getByRole('button', { name: 'Undo Create tag My own tag' })).toBeVisible();
});

test('work in a sample copy is not thrown away without a word', async () => {
  const { user, render } = await openWindow({ sample: true });
  render(<App />);
  await edit('createTag', { name: 'My own tag' });
  await user.keyboard('{Control>}o{/Control}');
  await user.click(await screen.findByRole('option', { name: /Keep this study…/ }));
  expect(await dialog('Keep this study')).toBeVisible();
});

test('the steps of the first readout tick themselves', async () => {
  const { user, render } = await openWindow({ sample: true });
  render(<App />);
  const step = (name: RegExp) => screen.getByRole('button', { name });
  expect(step(/^Read the one page/)).toHaveTextContent('not done yet');
  await user.click(step(/^Read the one page/));
  expect(useViewStore.getState().groups[0]?.tabs.map(({ key }) => key)).toEqual(['welcome', 'readout']);
  openTab({ kind: 'welcome' });
  await waitFor(() => expect(step(/^Read the one page/)).not.toHaveTextContent('not done yet'));
  expect(step(/^Tag one sentence/)).toHaveTextContent('not done yet');
});

test('a sound study is said to be in order', async () => {
  const { user, render } = await openWindow();
  await edit('createTag', { name: 'Price' });
  render(<App />);
  await user.keyboard('{F1}');
  await user.keyboard('check the study{Enter}');
  const report = await dialog('The study’s files are in order');
  expect(report).toHaveTextContent('Looked at 1 saved change');
});
