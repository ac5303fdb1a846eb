// Searching the sample: names and places as one list, walked by keyboard; what is chosen is shown.
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { useViewStore } from '#renderer/stores/view-store';

import { App } from '../../../renderer/App.tsx';
import { openWindow } from '../../builders/window.tsx';

const field = () => screen.getByRole('textbox', { name: 'Words in all transcripts' });
const status = () => within(screen.getByRole('complementary', { name: 'Search' })).getByRole('status');

test('what is typed is found by interview with its speaker and time, and Enter goes there', async () => {
  const { user, render } = await openWindow({ sample: true });
  render(<App />);
  await user.keyboard('{Control>}{Shift>}f{/Shift}{/Control}');
  await waitFor(() => expect(field()).toHaveFocus());
  await user.keyboard('My boss asked at the RENEWAL');
  await waitFor(() => expect(document.querySelector('mark')).toHaveTextContent('My boss asked at the renewal'));
  expect(status()).toHaveTextContent('1 place in 1 interview');
  const [place] = screen.getAllByRole('option');
  expect(place).toHaveTextContent(/Farida\s?23:22/);
  await user.keyboard('{ArrowDown}');
  await waitFor(() => expect(place).toHaveFocus());
  await user.keyboard('{Enter}');
  const farida = [...projection.state.all('sources').values()].find(({ title }) => title === 'P07 Farida');
  expect(useViewStore.getState().groups[0]?.tabs).toMatchObject([{ content: { kind: 'transcript', id: farida?.id }, preview: true }]);
});

test('names that hold the words come first, and say so when no transcript has them', async () => {
  const { user, render } = await openWindow({ sample: true });
  await edit('createTag', { name: 'Xeno’s view' });
  render(<App />);
  await user.keyboard('{Control>}{Shift>}f{/Shift}{/Control}');
  await waitFor(() => expect(field()).toHaveFocus());
  await user.keyboard('xeno');
  await waitFor(() => expect(status()).toHaveTextContent('No transcript contains ‘xeno’. 1 tag does.'));
  await user.keyboard('{Enter}{ArrowDown}{Enter}');
  await waitFor(() => expect(useViewStore.getState().selection).toMatchObject({ kind: 'tag' }));
  // Asked for again, what stands there is selected for typing over.
  await user.keyboard('{Control>}{Shift>}f{/Shift}{/Control}');
  await waitFor(() => expect(field()).toHaveFocus());
  await user.keyboard('price');
  expect(field()).toHaveValue('price');
  await waitFor(() => expect(status()).toHaveTextContent(/places in \d+ interviews/));
  expect(
    screen
      .getAllByRole('option')
      .slice(0, 3)
      .map((row) => row.textContent),
  ).toEqual(['Price tag', 'Price fog tag', 'No price means too dear for us theme']);
  await user.keyboard('{Escape}');
  expect(field()).toHaveValue('');
  expect(screen.queryByRole('option')).toBeNull();
});

test('the words of the palette’s % end up here', async () => {
  const { user, render } = await openWindow({ sample: true });
  render(<App />);
  await user.keyboard('{Control>}p{/Control}%renewal{Enter}');
  await waitFor(() => expect(field()).toHaveFocus());
  expect(field()).toHaveValue('renewal');
});
