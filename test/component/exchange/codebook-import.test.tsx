// A codebook from a CSV file through the dialog, over a real core: told first, then one step.
import { act, configure, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';

import { edit, undo } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';

import { openExchangeImport } from '../../../renderer/features/exchange/index.ts';
import { ExchangeDialog } from '../../../renderer/features/exchange/ExchangeDialog.tsx';
import { openWindow } from '../../builders/window.tsx';

configure({ asyncUtilTimeout: 20_000 });

const names = (): string[] =>
  projection
    .list('tags')
    .map(({ name }) => name)
    .toSorted();

test('what is new, changed and the same is told before anything is done, and undo takes all of it back', async () => {
  const { render, user } = await openWindow();
  await edit('createTag', { name: 'Price', definition: 'old' });
  await edit('createTag', { name: 'Support' });
  render(<ExchangeDialog />);
  const file = new File(['Tag;Definition\nPrice;What it costs\nPrice > Fog;Nobody can tell\nSupport;\n'], 'codes.csv');
  act(() => openExchangeImport(file));
  expect(await screen.findByText('1 new tag')).toBeInTheDocument();
  expect(screen.getByText('“Price” gets another definition.')).toBeInTheDocument();
  expect(screen.getByText('1 tag is the same here already.')).toBeInTheDocument();
  expect(names()).toEqual(['Price', 'Support']);
  await user.click(screen.getByRole('button', { name: 'Import' }));
  await waitFor(() => expect(names()).toEqual(['Fog', 'Price', 'Support']));
  expect(projection.list('tags').find(({ name }) => name === 'Price')?.definition).toBe('What it costs');
  await act(undo);
  expect(names()).toEqual(['Price', 'Support']);
});

test('a table that is no codebook is refused with a reason', async () => {
  const { render } = await openWindow();
  render(<ExchangeDialog />);
  act(() => openExchangeImport(new File(['Speaker,Text\nAna,Hello\n'], 'talk.csv')));
  expect(await screen.findByRole('alert')).toHaveTextContent('no column is called Tag or Name');
});

test('where the encoding is not sure, it can be chosen, and the words with special letters show which is right', async () => {
  const { render, user } = await openWindow();
  render(<ExchangeDialog />);
  const file = new File(
    [
      Uint8Array.from(
        [...'Tag;Definition\nGeb', 0xfc, ...'hr;Was es kostet\n'].map((each) => (typeof each === 'string' ? each.charCodeAt(0) : each)),
      ),
    ],
    'codes.csv',
  );
  act(() => openExchangeImport(file));
  const choice = await screen.findByRole('combobox', { name: 'The letters of the file are read as' });
  expect(choice).toHaveValue('windows-1252');
  expect(screen.getByText('Words with special letters: Gebühr')).toBeInTheDocument();
  await user.selectOptions(choice, 'UTF-8');
  expect(await screen.findByText('Words with special letters: Geb\ufffdhr')).toBeInTheDocument();
  await user.selectOptions(screen.getByRole('combobox', { name: 'The letters of the file are read as' }), 'Windows-1252');
  await screen.findByText('Words with special letters: Gebühr');
  await user.click(screen.getByRole('button', { name: 'Import' }));
  await waitFor(() => expect(names()).toEqual(['Gebühr']));
});
