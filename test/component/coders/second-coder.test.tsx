// Second coder over a real core: a pack goes out, another person codes it, it comes back, and the two are compared.
import path from 'node:path';

import { configure, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';

import { runCommand } from '#renderer/commands/run-command';
import { nodeDisk } from '#core/vault/disk';
import { openVault } from '#core/vault/open-vault';
import { edit, undo } from '#renderer/stores/vault-actions';
import { projection, useVaultStore } from '#renderer/stores/vault-store';
import { useViewStore } from '#renderer/stores/view-store';

import { App } from '../../../renderer/App.tsx';
import { CodersTab } from '../../../renderer/features/coders/index.ts';
import { SettingsTab } from '../../../renderer/features/settings/index.ts';
import { countedServices } from '../../builders/temporary-vault.ts';
import { openWindow, type TestWindow } from '../../builders/window.tsx';

configure({ asyncUtilTimeout: 20_000 });

const SENTENCES = ['Nobody could tell me the price.', 'We lost two weeks waiting.', 'Then finance said no.'];
const rangeOf = (place: number) => {
  const start = SENTENCES.slice(0, place).join(' ').length + (place === 0 ? 0 : 1);
  return { startTurn: 0, startOffset: start, endTurn: 0, endOffset: start + (SENTENCES[place]?.length ?? 0) };
};

/** A study with one interview that “tester” has coded: the first sentence as a price, the second as waiting. */
async function codedStudy(window: TestWindow): Promise<void> {
  const preview = await window.call('import.inspect', {
    fileName: 'talk.txt',
    base64: Buffer.from(`${SENTENCES.join(' ')}\n`).toString('base64'),
  });
  await window.call('import.commit', {
    jobId: 'import',
    files: [{ importId: preview.importId, title: 'Talk with Ana', kind: 'interview', heldOn: null, participantId: null, speakers: [] }],
  });
  await waitFor(() => expect(projection.list('sources')).toHaveLength(1));
  const sourceId = projection.list('sources')[0]?.id ?? '';
  for (const name of ['Price', 'Waiting']) await edit('createTag', { name });
  const [price, waiting] = projection.list('tags').map(({ id }) => id);
  await edit('createSnippet', { sourceId, range: rangeOf(0), tagIds: [price ?? ''] });
  await edit('createSnippet', { sourceId, range: rangeOf(1), tagIds: [waiting ?? ''] });
}

/** What the second coder does in the pack: the first sentence as a price too, the third as waiting. */
async function codePack(folder: string, by: string): Promise<void> {
  const { vault } = await openVault(folder, { ...countedServices({ by }), disk: nodeDisk });
  await vault.whole;
  const [source] = [...vault.state.all('sources').values()];
  const tags = new Map([...vault.state.all('tags').values()].map(({ name, id }) => [name, id]));
  expect(vault.state.all('taggings').size).toBe(0);
  await vault.edit('createSnippet', { sourceId: source?.id, range: rangeOf(0), tagIds: [tags.get('Price')] });
  await vault.edit('createSnippet', { sourceId: source?.id, range: rangeOf(2), tagIds: [tags.get('Waiting')] });
  await vault.close();
}

test('a pack goes out and comes back; the report stands first, one undo takes it back, and merging again brings nothing', async () => {
  const window = await openWindow();
  const { user, render, folder } = window;
  await codedStudy(window);
  render(<App />);
  runCommand('coders.compare');
  expect(await screen.findByText('Only tester has coded in this study')).toBeVisible();
  runCommand('coders.pack');
  let dialog = within(await screen.findByRole('dialog', { name: 'Make a coding pack' }));
  await user.click(dialog.getByRole('button', { name: 'None' }));
  expect(dialog.getByRole('button', { name: 'Make the pack' })).toBeDisabled();
  await user.click(dialog.getByRole('checkbox', { name: 'Talk with Ana' }));
  const where = dialog.getByRole('textbox', { name: 'Where' });
  await user.clear(where);
  await user.type(where, `${folder}{Enter}`);
  const name = dialog.getByRole('textbox', { name: 'Name of the folder' });
  await user.clear(name);
  await user.type(name, 'For Ben');
  await user.click(dialog.getByRole('button', { name: 'Make the pack' }));
  const pack = path.join(folder, 'For Ben.plumb');
  dialog = within(await screen.findByRole('dialog', { name: 'The coding pack is ready' }));
  expect(dialog.getByText(pack)).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Done' }));
  await codePack(pack, 'Ben');

  runCommand('coders.merge');
  await compareWith(user, pack);
  dialog = within(await screen.findByRole('dialog', { name: 'Merge a study or pack' }));
  expect(await dialog.findByText('2 new tags on snippets')).toBeVisible();
  expect(dialog.getByText('Ben: 2 tags on snippets')).toBeVisible();
  expect(projection.list('taggings')).toHaveLength(2);
  await user.click(dialog.getByRole('button', { name: 'Merge' }));
  await waitFor(() => expect(projection.list('taggings')).toHaveLength(4));
  expect(await screen.findByText(/was merged: .*One undo takes all of it back/)).toBeVisible();
  await undo();
  await waitFor(() => expect(projection.list('taggings')).toHaveLength(2));
  await window.call('vault.redo', {});
  await waitFor(() => expect(projection.list('taggings')).toHaveLength(4));

  runCommand('coders.merge');
  await compareWith(user, pack);
  expect(await screen.findByText(/^Nothing new:/)).toBeVisible();
  expect(dialogNow().getByRole('button', { name: 'Merge' })).toBeDisabled();
  await user.click(dialogNow().getByRole('button', { name: 'Close' }));

  const table = await screen.findByRole('table');
  const row = (of: string) => within(table).getByRole('row', { name: new RegExp(`^${of}`) });
  const cells = (of: string) =>
    within(row(of))
      .getAllByRole('cell')
      .map(({ textContent }) => textContent);
  expect(cells('Price')).toEqual(['100.0 %', '1.000', '1.000', '1', '0', '0', '2', '0']);
  expect(cells('Waiting').slice(3)).toEqual(['0', '1', '1', '1', '2']);
  await user.click(screen.getByRole('button', { name: 'Waiting: show 2 where they differ' }));
  const list = await screen.findByRole('listbox', { name: 'Where the two coders differ' });
  expect(list).toBeVisible();
});

const dialogNow = () => within(screen.getByRole('dialog'));

/** Types the folder of another study and compares with it. */
async function compareWith(user: UserEvent, folder: string): Promise<void> {
  const field = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Folder' });
  // The usual folder arrives a moment after the dialog.
  await waitFor(() => expect(field.value).not.toBe(''));
  await user.clear(field);
  await user.type(field, `${folder}{Enter}{Enter}`);
}

test('a pack that is opened asks who codes, until a name is set; later is no answer, and one who only looks is not asked', async () => {
  const window = await openWindow();
  const { user, render, folder } = window;
  await codedStudy(window);
  render(<App />);
  const [study, pack] = [useVaultStore.getState().status?.folder ?? '', path.join(folder, 'pack.plumb')];
  await window.call('coders.pack', { jobId: 'pack', folder: pack, sourceIds: null });
  expect(screen.queryByRole('dialog')).toBeNull();
  await window.call('vault.open', { folder: pack });
  await user.click(await screen.findByRole('button', { name: 'Later' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await window.call('vault.open', { folder: study });
  await waitFor(() => expect(useVaultStore.getState().status?.folder).toBe(study));
  await window.call('vault.open', { folder: pack, readOnly: true });
  await waitFor(() => expect(useVaultStore.getState().status?.openedForReading).toBe(true));
  expect(screen.queryByRole('dialog')).toBeNull();
  await window.call('vault.open', { folder: pack });
  await user.type(await screen.findByRole('textbox', { name: 'Your name' }), ' Ben {Enter}');
  await waitFor(() => expect(useVaultStore.getState().settings.coderName).toBe('Ben'));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await edit('createTag', { name: 'Fog' });
});

test('what both sides changed is decided one by one, and only what was shown comes in', async () => {
  const window = await openWindow();
  const { user, render, folder } = window;
  await codedStudy(window);
  const copy = path.join(folder, 'copy.plumb');
  await window.call('vault.saveCopy', { folder: copy });
  const tagId = projection.list('tags').find(({ name }) => name === 'Price')?.id ?? '';
  await edit('updateTag', { tagId, name: 'Ours', definition: 'Our words' });
  const change = async (fields: object): Promise<void> => {
    const { vault } = await openVault(copy, { ...countedServices({ by: 'Ben' }), disk: nodeDisk });
    await vault.edit('updateTag', { tagId, ...fields });
    await vault.close();
  };
  await change({ name: 'Theirs' });
  render(<App />);
  runCommand('coders.merge');
  await compareWith(user, copy);
  expect(await screen.findByText('Changed on both sides (1)')).toBeVisible();
  expect(dialogNow().getByRole('button', { name: 'Merge' })).toBeDisabled();
  await user.click(dialogNow().getByRole('radio', { name: 'Take theirs' }));
  // The other copy is changed behind the window: nothing is done, and what is there now is shown.
  await change({ whenToUse: 'New there' });
  await user.click(dialogNow().getByRole('button', { name: 'Merge' }));
  expect(await screen.findByText(/was changed since they were compared/)).toBeVisible();
  expect(projection.state.require('tags', tagId).name).toBe('Ours');
  await user.click(dialogNow().getByRole('radio', { name: 'Take theirs' }));
  await user.click(dialogNow().getByRole('button', { name: 'Merge' }));
  await waitFor(() =>
    expect(projection.state.require('tags', tagId)).toMatchObject({ name: 'Theirs', definition: 'Our words', whenToUse: 'New there' }),
  );
});

test('a window that only looks at the study offers no merge; the name that one codes under is a setting', async () => {
  const window = await openWindow();
  const { user, render } = window;
  await codedStudy(window);
  const { unmount } = render(<SettingsTab content={{ kind: 'settings' }} active />);
  await user.type(screen.getByRole('textbox', { name: 'Your name' }), 'Cleo{Enter}');
  await waitFor(() => expect(useVaultStore.getState().settings.coderName).toBe('Cleo'));
  const [snippet] = projection.list('snippets');
  const waiting = projection.list('tags').find(({ name }) => name === 'Waiting')?.id ?? '';
  await edit('tagSnippets', { snippetIds: [snippet?.id ?? ''], tagIds: [waiting] });
  expect(
    projection
      .list('taggings')
      .map(({ by }) => by)
      .sort(),
  ).toEqual(['Cleo', 'tester', 'tester']);
  unmount();
  const folder = useVaultStore.getState().status?.folder ?? '';
  await window.call('vault.close', {});
  await window.call('vault.open', { folder, readOnly: true });
  await waitFor(() => expect(useVaultStore.getState().status?.openedForReading).toBe(true));
  render(<CodersTab content={{ kind: 'coders' }} active />);
  expect(await screen.findByRole('button', { name: 'Make a coding pack…' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Merge a study or pack…' })).toBeNull();
  expect(screen.queryByRole('dialog')).toBeNull();
  await expect(window.call('coders.compareStudy', { jobId: 'compare', folder: `${folder}-other` })).rejects.toMatchObject({
    code: 'read-only',
  });
  expect(useViewStore.getState().selection).toBeNull();
});
