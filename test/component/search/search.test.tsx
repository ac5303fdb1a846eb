// Searching the sample: names and places as one list, walked by keyboard; what is chosen is shown.
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { useViewStore } from '#renderer/stores/view-store';

import { App } from '../../../renderer/App.tsx';
import { openWindow } from '../../builders/window.tsx';

const field = () => screen.getByRole('textbox', { name: 'Search everything' });
const status = () => within(screen.getByRole('complementary', { name: 'Search' })).getByRole('status');

test('what is typed is found with its speaker and time, and Enter goes there; Escape goes back to the box', async () => {
  const { user, render } = await openWindow({ sample: true });
  render(<App />);
  await user.keyboard('{Control>}{Shift>}f{/Shift}{/Control}');
  await waitFor(() => expect(field()).toHaveFocus());
  await user.keyboard('"My boss asked at the RENEWAL" kind:transcripts');
  await waitFor(() => expect(document.querySelector('mark')).toHaveTextContent('My boss asked at the renewal'));
  expect(status()).toHaveTextContent('1 turn');
  const [place] = screen.getAllByRole('option');
  expect(place).toHaveTextContent(/P07 Farida · Farida\s?23:22/);
  await user.keyboard('{ArrowDown}');
  await waitFor(() => expect(place).toHaveFocus());
  await user.keyboard('{Escape}');
  expect(field()).toHaveFocus();
  await user.keyboard('{Enter}{Enter}');
  const farida = [...projection.state.all('sources').values()].find(({ title }) => title === 'P07 Farida');
  expect(useViewStore.getState().groups[0]?.tabs).toMatchObject([{ content: { kind: 'transcript', id: farida?.id }, preview: true }]);
});

test('names come first, a typing error is forgiven and said, and a filter is completed by Tab', async () => {
  const { user, render } = await openWindow({ sample: true });
  await edit('createTag', { name: 'Xeno’s view', definition: 'How guests see it' });
  render(<App />);
  await user.keyboard('{Control>}{Shift>}f{/Shift}{/Control}');
  await waitFor(() => expect(field()).toHaveFocus());
  await user.keyboard('xeno');
  await waitFor(() => expect(status()).toHaveTextContent('1 name'));
  await user.keyboard('{Enter}{ArrowDown}{Enter}');
  await waitFor(() => expect(useViewStore.getState().selection).toMatchObject({ kind: 'tag' }));
  // Asked for again, what stands there is selected for typing over. The tag that was just made is found by its definition too.
  await user.keyboard('{Control>}{Shift>}f{/Shift}{/Control}');
  await waitFor(() => expect(field()).toHaveFocus());
  await user.keyboard('geusts see kind:tag');
  await waitFor(() => expect(screen.getByText(/‘geusts’ is rare here; also showing guests/)).toBeVisible());
  expect(screen.getAllByRole('option')[0]).toHaveTextContent('How guests see it');
  await user.clear(field());
  await user.keyboard('price');
  await waitFor(() => expect(status()).toHaveTextContent(/turns/));
  expect(
    screen
      .getAllByRole('option')
      .slice(0, 3)
      .map((row) => row.textContent),
  ).toEqual(['Price tag', 'Price fog tag', 'No price means too dear for us theme']);
  await user.keyboard(' tag:pri{Tab}');
  expect(field()).toHaveValue('price tag:Price ');
  await waitFor(() => expect(status()).not.toHaveTextContent(/turn/));
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
