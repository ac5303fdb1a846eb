// Theme proposals in the side bar over a real core: too few snippets, stopping, accepting one, dropping.
import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { projection } from '#renderer/stores/vault-store';
import { openTab } from '#renderer/stores/tabs';
import { showActivity } from '#renderer/stores/view-store';

import { App } from '../../../renderer/App.tsx';
import { openWindow, type TestWindow } from '../../builders/window.tsx';

const section = (): HTMLElement => screen.getByRole('region', { name: 'Theme suggestions' });

async function openBoard(options: { sample?: boolean }): Promise<TestWindow> {
  const opened = await openWindow(options);
  opened.render(<App />);
  act(() => {
    showActivity('board');
    openTab({ kind: 'board' });
  });
  return opened;
}

test('without snippets there is nothing to ask for, and it says so', async () => {
  await openBoard({});
  expect(within(section()).getByRole('button', { name: 'Suggest themes' })).toBeDisabled();
  expect(section()).toHaveTextContent('Every snippet lies in a theme.');
});

test('proposals name the words that bind them, and one is accepted as one step', async () => {
  const { user } = await openBoard({ sample: true });
  const before = projection.state.all('themes').size;
  await user.click(within(section()).getByRole('button', { name: 'Suggest themes' }));
  const accept = await within(section()).findAllByRole('button', { name: /^Accept (?!all)/ }, { timeout: 20_000 });
  const [first] = accept;
  if (!first) throw new Error('nothing was proposed');
  const name = first.getAttribute('aria-label')?.replace('Accept ', '') ?? '';
  await user.click(first);
  await waitFor(() => expect(projection.state.all('themes').size).toBe(before + 1));
  expect([...projection.state.all('themes').values()].some((theme) => theme.name === name)).toBe(true);
  await user.click(await screen.findByRole('button', { name: 'Undo Accept proposed theme' }));
  await waitFor(() => expect(projection.state.all('themes').size).toBe(before));
});

test('looking can be stopped, and nothing is proposed', async () => {
  const { user } = await openBoard({ sample: true });
  await user.click(within(section()).getByRole('button', { name: 'Suggest themes' }));
  await user.click(within(section()).getByRole('button', { name: 'Stop' }));
  await waitFor(() => expect(within(section()).getByRole('button', { name: 'Suggest themes' })).toBeEnabled());
  expect(within(section()).queryAllByRole('checkbox')).toEqual([]);
});
