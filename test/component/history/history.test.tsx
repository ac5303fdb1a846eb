// The history over a real core: steps by day, what they changed, looking at the study as it was and coming back, restoring as one step.
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import { act, configure, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';

import { App } from '../../../renderer/App.tsx';
import { HistoryTab } from '../../../renderer/features/history/index.ts';
import { listedCommands, runCommand } from '#renderer/commands/run-command';
import { CHANGING_COMMANDS } from '#shared/commands/changing-commands';
import { edit, undo } from '#renderer/stores/vault-actions';
import { projection, useVaultStore } from '#renderer/stores/vault-store';
import { openWindow, type TestWindow } from '../../builders/window.tsx';

configure({ asyncUtilTimeout: 20_000 });

let testWindow: TestWindow;
beforeEach(async () => {
  testWindow = await openWindow();
  await edit('createTag', { name: 'Price' });
  await edit('addMemo', { title: 'First thoughts', text: 'They wait.' });
  const [tag] = projection.list('tags');
  await edit('updateTag', { tagId: tag?.id ?? '', name: 'Price and terms' });
  await edit('createTag', { name: 'Time' });
  await undo();
});

const stepNames = (): string[] => screen.getAllByRole('button', { name: /^\d\d:\d\d/ }).map((row) => row.textContent?.slice(5) ?? '');
const tagNames = (): string[] => projection.list('tags').map(({ name }) => name);

test('steps stand newest first with what became of them; the filter looks for their names', async () => {
  testWindow.render(<HistoryTab content={{ kind: 'history' }} active />);
  await waitFor(() =>
    expect(stepNames()).toEqual([
      'Undid: Create tag Time1 record',
      'Create tag Timeundone1 record',
      'Edit tag Price1 record',
      'Add memo1 record',
      'Create tag Price1 record',
    ]),
  );
  await testWindow.user.type(screen.getByRole('textbox', { name: 'Find steps by name' }), 'edit tag');
  await waitFor(() => expect(stepNames()).toEqual(['Edit tag Price1 record']));
  const details = screen.getByRole('region', { name: 'This step' });
  await within(details).findByText('name: “Price” became “Price and terms”');
  await testWindow.user.clear(screen.getByRole('textbox', { name: 'Find steps by name' }));
  await testWindow.user.type(screen.getByRole('textbox', { name: 'Find steps by name' }), 'zebra');
  await screen.findByText('No step is called “zebra”.');
});

test('looking back shows the study as it was in the whole window, refuses changes, and comes back', async () => {
  testWindow.render(<App />);
  await act(() => runCommand('history.open'));
  await waitFor(() => expect(stepNames()).toHaveLength(5));
  act(() => screen.getByRole('button', { name: /Create tag Price/ }).focus());
  await testWindow.user.click(screen.getByRole('button', { name: 'Look at the study as of then' }));
  await screen.findByRole('button', { name: 'Back to now' });
  expect(tagNames()).toEqual(['Price']);
  expect(projection.list('memos')).toEqual([]);
  expect(useVaultStore.getState()).toMatchObject({ undoLabel: null, redoLabel: null });
  // What would change it says why it does not, and is no longer offered.
  expect(listedCommands().filter(({ id }) => CHANGING_COMMANDS.has(id))).toEqual([]);
  await testWindow.user.keyboard('{Control>}i{/Control}');
  await screen.findByText('You are looking at the study as it was. Go back to now to change it.');
  expect(screen.queryByRole('dialog')).toBeNull();
  await expect(edit('createTag', { name: 'Not now' })).rejects.toMatchObject({ code: 'read-only' });
  await testWindow.user.click(screen.getByRole('button', { name: 'Back to now' }));
  await waitFor(() => expect(tagNames()).toEqual(['Price and terms']));
  expect(screen.queryByRole('button', { name: 'Back to now' })).toBeNull();
  await edit('createTag', { name: 'Now' });
  expect(tagNames()).toEqual(['Price and terms', 'Now']);
});

test('restoring what is looked at is one step that undo takes back', async () => {
  testWindow.render(<App />);
  await act(() => runCommand('history.open'));
  await waitFor(() => expect(stepNames()).toHaveLength(5));
  act(() => screen.getByRole('button', { name: /Create tag Price/ }).focus());
  await testWindow.user.click(screen.getByRole('button', { name: 'Look at the study as of then' }));
  const line = (await screen.findByRole('button', { name: 'Back to now' })).closest<HTMLElement>('[data-banner]')!;
  await testWindow.user.click(within(line).getByRole('button', { name: 'Restore this state' }));
  await waitFor(() => expect(useVaultStore.getState().undoLabel).toMatch(/^Restore the study as of/));
  expect(useVaultStore.getState().status?.lookingBack).toBeNull();
  expect([tagNames(), projection.list('memos')]).toEqual([['Price'], []]);
  await undo();
  await waitFor(() => expect(tagNames()).toEqual(['Price and terms']));
  expect(projection.list('memos')).toHaveLength(1);
});

test('an empty history says what will stand there', async () => {
  await testWindow.close();
  testWindow = await openWindow();
  testWindow.render(<HistoryTab content={{ kind: 'history' }} active />);
  await screen.findByText(/No steps yet/);
});

test('steps that can no longer be read are said to be missing, not passed off as a short history', async () => {
  const { call, folder } = testWindow;
  const study = path.join(folder, 'Test study.plumb');
  await call('vault.close', {});
  const history = path.join(study, 'history');
  for (const name of readdirSync(history)) rmSync(path.join(history, name));
  await call('vault.open', { folder: study });
  testWindow.render(<HistoryTab content={{ kind: 'history' }} active />);
  expect(await screen.findByText(/The history is not whole/)).toBeVisible();
  expect(screen.getByText(/Changes up to number 5 cannot all be read/)).toBeVisible();
  expect(screen.queryByText(/No steps yet/)).toBeNull();
  await act(() => edit('createTag', { name: 'After' }));
  await waitFor(() => expect(stepNames()).toEqual(['Create tag After1 record']));
  expect(screen.queryByText('Earlier steps are no longer kept.')).toBeNull();
});
