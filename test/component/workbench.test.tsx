// The window's own behaviour over a real core: palette, keys, tabs, undo, refused edits.
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { openTab } from '#renderer/stores/tabs';
import { edit, tryEdit } from '#renderer/stores/vault-actions';
import { useViewStore } from '#renderer/stores/view-store';

import { App } from '../../renderer/App.tsx';
import { openWindow } from '../builders/window.tsx';

const rowsOfPick = (): string[] => screen.getAllByRole('option').map((row) => row.textContent ?? '');
const tabNames = (): string[] => screen.queryAllByRole('tab').map((tab) => tab.textContent ?? '');

test('the palette lists the commands that apply now, and runs one', async () => {
  const { user, render } = await openWindow();
  render(<App />);
  await user.keyboard('{Control>}{Shift>}p{/Shift}{/Control}');
  expect(rowsOfPick().some((row) => row.startsWith('Show Codebook'))).toBe(true);
  // Nothing was done yet, no cell has the focus: neither is offered.
  expect(rowsOfPick().filter((row) => row.startsWith('Undo') || row.startsWith('Judge'))).toEqual([]);
  await user.keyboard('show codebook{Enter}');
  expect(useViewStore.getState().activity).toBe('codebook');
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('without a study the palette offers to open one and nothing that needs one', async () => {
  const { user, render } = await openWindow({ noStudy: true });
  render(<App />);
  await user.keyboard('{F1}');
  const rows = rowsOfPick();
  expect(rows.some((row) => row.startsWith('Open a study'))).toBe(true);
  expect(rows.filter((row) => row.startsWith('Show Board'))).toEqual([]);
});

test('Escape leaves the palette and gives the focus back', async () => {
  const { user, render } = await openWindow();
  render(<App />);
  const before = screen.getByRole('button', { name: 'Board' });
  before.focus();
  await user.keyboard('{Control>}p{/Control}');
  expect(screen.getByRole('combobox')).toHaveFocus();
  await user.keyboard('{Escape}');
  expect(before).toHaveFocus();
});

test('undo and redo carry the label of the step, and do it', async () => {
  const { core, user, render } = await openWindow();
  render(<App />);
  await edit('createTag', { name: 'Pricing pain' });
  await user.click(await screen.findByRole('button', { name: 'Undo Create tag Pricing pain' }));
  const redo = await screen.findByRole('button', { name: 'Redo Create tag Pricing pain' });
  expect(Object.keys((await core.handlers['vault.snapshot']({})).records.tags)).toEqual([]);
  await user.click(redo);
  await screen.findByRole('button', { name: 'Undo Create tag Pricing pain' });
  expect(Object.values((await core.handlers['vault.snapshot']({})).records.tags).map((tag) => tag.name)).toEqual(['Pricing pain']);
});

test('a chord waits for its second key, says so, and runs', async () => {
  const { user, render } = await openWindow();
  render(<App />);
  await user.keyboard('{Control>}k{/Control}');
  expect(screen.getByText(/Ctrl\+K pressed/)).toBeVisible();
  await user.keyboard('t');
  expect(screen.getByRole('combobox')).toHaveValue('#');
  expect(screen.queryByText(/Ctrl\+K pressed/)).toBeNull();
});

test('keys of single letters do nothing while typing', async () => {
  const { user, render } = await openWindow();
  render(<App />);
  await user.keyboard('{Control>}p{/Control}?');
  expect(screen.getByRole('combobox')).toHaveValue('?');
  expect(screen.getByRole('dialog')).toHaveAccessibleName('Go to');
});

test('a preview tab gives way to the next one; kept, it stays; closed, it comes back', async () => {
  const { user, render } = await openWindow();
  const first = (await edit('addMemo', { title: 'First memo', text: '' })).memoId;
  const second = (await edit('addMemo', { title: 'Second memo', text: '' })).memoId;
  render(<App />);
  openTab({ kind: 'memo', id: first }, { preview: true });
  openTab({ kind: 'memo', id: second }, { preview: true });
  await waitFor(() => expect(tabNames()).toEqual(['Second memo (preview)']));
  await user.dblClick(screen.getByRole('tab', { name: /Second memo/ }));
  openTab({ kind: 'memo', id: first }, { preview: true });
  await waitFor(() => expect(tabNames()).toEqual(['Second memo', 'First memo (preview)']));
  await user.keyboard('{Control>}k{/Control}w');
  await waitFor(() => expect(tabNames()).toEqual(['Second memo']));
  await user.keyboard('{Control>}k{/Control}r');
  await waitFor(() => expect(tabNames()).toEqual(['Second memo', 'First memo']));
});

test('the tab of a removed record closes', async () => {
  const { render } = await openWindow();
  const { memoId } = await edit('addMemo', { title: 'Passing thought', text: '' });
  render(<App />);
  openTab({ kind: 'memo', id: memoId });
  await screen.findByRole('tab', { name: 'Passing thought' });
  await edit('removeMemo', { memoId });
  await waitFor(() => expect(screen.queryByRole('tab')).toBeNull());
});

test('a refused edit is said in a sentence, changes nothing and can be dismissed', async () => {
  const { core, user, render } = await openWindow();
  render(<App />);
  await edit('createTag', { name: 'Price' });
  tryEdit('createTag', { name: 'Price' });
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent(/“Price”.*\./);
  expect((await core.handlers['vault.snapshot']({})).records.tags).toSatisfy((tags: object) => Object.keys(tags).length === 1);
  await user.click(within(alert).getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('the sample study fills the window, which follows what the core announces', async () => {
  const { core, render } = await openWindow({ sample: true });
  render(<App />);
  expect(screen.getByText('Sample copy')).toBeVisible();
  await core.handlers['vault.edit']({ edit: 'updateStudy', input: { name: 'Renamed elsewhere' } });
  await screen.findByRole('heading', { level: 1, name: /Renamed elsewhere/ });
});

test('another study begins with no tabs and no steps to undo', async () => {
  const { call, folder, render } = await openWindow();
  render(<App />);
  await edit('createTag', { name: 'Price' });
  openTab({ kind: 'board' });
  await screen.findByRole('tab', { name: 'Affinity map' });
  await call('vault.create', { folder: `${folder}/Another.plumb`, name: 'Another study' });
  await screen.findByRole('heading', { level: 1, name: 'Another study' });
  expect(screen.queryByRole('tab')).toBeNull();
  expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull();
});
