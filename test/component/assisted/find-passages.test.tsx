// Finding passages to tag by keyboard: found in all interviews, judged in a list, tagged as one step; and tags like those given before.
import { configure, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { projection } from '#renderer/stores/vault-store';
import { select, useViewStore } from '#renderer/stores/view-store';

import { App } from '../../../renderer/App.tsx';
import { SnippetInspector } from '../../../renderer/features/transcript/index.ts';
import { openWindow } from '../../builders/window.tsx';

configure({ asyncUtilTimeout: 20_000 });

const passages = () => within(screen.getByRole('listbox', { name: 'Passages' })).getAllByRole('option');

function Selected() {
  const selection = useViewStore((view) => view.selection);
  return selection?.kind === 'snippet' ? <SnippetInspector selection={selection} /> : null;
}

async function openDialog() {
  const { user, render } = await openWindow({ sample: true });
  render(<App />);
  await user.keyboard('{Control>}k{/Control}{Control>}f{/Control}');
  await screen.findByRole('dialog', { name: 'Find passages to tag' });
  return user;
}

test('words are found, one passage is left out, the rest gets a new tag as one step', async () => {
  const user = await openDialog();
  await user.keyboard('price{Enter}');
  await waitFor(() => expect(passages()[0]).toHaveFocus());
  const found = Number(/\d+/.exec(screen.getByText(/passages? in \d+ interviews?/).textContent)?.[0]);
  expect(found).toBeGreaterThan(5);
  expect(passages()[0]).toHaveAttribute('aria-selected', 'true');
  await user.keyboard(' ');
  await user.type(screen.getByRole('combobox', { name: 'Tag them' }), 'Says price');
  await user.click(screen.getByRole('button', { name: `Tag ${found - 1} passages` }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const tag = [...projection.state.all('tags').values()].find(({ name }) => name === 'Says price');
  const taggings = projection.state.referring('tags', tag?.id ?? '', 'taggings');
  expect(taggings.map(({ origin }) => origin)).toEqual(Array.from({ length: found - 1 }, () => 'suggested'));
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(projection.state.get('tags', tag?.id ?? '')).toBeUndefined());
});

test('what cannot be looked for says why, and what was typed stays', async () => {
  const user = await openDialog();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Look for' }), 'Regular expression');
  await user.type(screen.getByRole('textbox', { name: 'Pattern' }), '(a{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('This is not a regular expression');
  await user.type(screen.getByRole('textbox', { name: 'Pattern' }), 'qq)zz{Enter}');
  expect(await screen.findByText(/Nothing was found/)).toBeVisible();
});

test('likeness to a tag is a guess: nothing is chosen until the person chooses', async () => {
  const user = await openDialog();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Look for' }), 'Like the snippets of a tag');
  await user.type(screen.getByRole('combobox', { name: 'Tag' }), 'price fog{Enter}');
  await waitFor(() => expect(passages()[0]).toHaveFocus());
  expect(passages().filter((row) => row.getAttribute('aria-selected') === 'true')).toEqual([]);
});

test('the picker leads with the tags of snippets like this one, and remembers that one was proposed', async () => {
  const { user, render, call } = await openWindow({ sample: true });
  const snippetId =
    [...projection.state.all('snippets').keys()].find((id) => projection.state.referring('snippets', id, 'taggings').length === 1) ?? '';
  // The first question reads the whole study; one that is answered late changes no rows.
  await call('assist.tagsFor', { text: 'price' });
  select({ kind: 'snippet', id: snippetId });
  render(<Selected />);
  const field = screen.getByRole('combobox', { name: 'Tag' });
  await user.click(field);
  await waitFor(() => expect(screen.getAllByRole('option')[0]).toHaveTextContent(/as in /));
  await user.keyboard('{Enter}');
  await waitFor(() =>
    expect(projection.state.referring('snippets', snippetId, 'taggings').map(({ origin }) => origin)).toContain('suggested'),
  );
});
