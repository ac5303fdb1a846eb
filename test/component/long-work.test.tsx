// The window while the core works long: progress in the status bar, and a way to stop.
import path from 'node:path';

import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';

import { projection } from '#renderer/stores/vault-store';
import { edit } from '#renderer/stores/vault-actions';

import { App } from '../../renderer/App.tsx';
import { writeLargeVault } from '../builders/large-vault.ts';
import { openWindow } from '../builders/window.tsx';

const SNIPPETS = 20_000;

test('an edit of thousands of snippets says how far it is, and stops without traces', { timeout: 60_000 }, async () => {
  const { call, folder, user, render } = await openWindow({ noStudy: true });
  const place = path.join(folder, 'large.plumb');
  await writeLargeVault(place, SNIPPETS);
  await call('vault.open', { folder: place });
  render(<App />);
  await waitFor(() => expect(projection.state.all('taggings').size).toBe(SNIPPETS), { timeout: 20_000 });
  const { tagId } = await edit('createTag', { name: 'Auto' });
  const snippetIds = [...projection.state.all('snippets').keys()];
  const tagging = edit('tagSnippets', { snippetIds, tagIds: [tagId] }).then(
    () => 'done',
    () => 'stopped',
  );
  const stop = await screen.findByRole('button', { name: 'Stop' }, { timeout: 10_000 });
  expect(screen.getByText(new RegExp(`^Tag ${SNIPPETS} snippets [\\d,.]+$`))).toBeVisible();
  await user.click(stop);
  expect(await tagging).toBe('stopped');
  expect(projection.state.all('taggings').size).toBe(SNIPPETS);
  expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
  // Not stopped, it is one step.
  await edit('tagSnippets', { snippetIds, tagIds: [tagId] });
  expect(projection.state.referring('tags', tagId, 'taggings')).toHaveLength(SNIPPETS);
  await call('vault.undo', {});
  await waitFor(() => expect(projection.state.referring('tags', tagId, 'taggings')).toHaveLength(0), { timeout: 10_000 });
});
