// The board's rooms over a real core: choosing where cards go, tidying, unsorted snippets, inspector, theme's page.
import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { openTab } from '#renderer/stores/tabs';
import { select, showActivity, useViewStore } from '#renderer/stores/view-store';
import { cardsOfTheme } from '#shared/edits/card-edits';
import type { Theme } from '#shared/model/records/theme';

import { App } from '../../../renderer/App.tsx';
import { openWindow, type TestWindow } from '../../builders/window.tsx';

const themes = (): Theme[] => [...projection.state.all('themes').values()].sort((left, right) => left.order - right.order);
const cardsIn = (theme: Theme | undefined): string[] => cardsOfTheme(projection.state, theme?.id ?? '').map((card) => card.id);
const unsorted = (): number =>
  [...projection.state.all('snippets').values()].filter(
    (snippet) => projection.state.referring('snippets', snippet.id, 'cards').length === 0,
  ).length;

async function openBoard(): Promise<TestWindow> {
  const opened = await openWindow({ sample: true });
  opened.render(<App />);
  act(() => {
    showActivity('board');
    openTab({ kind: 'board' });
  });
  screen.getByRole('listbox', { name: 'Affinity map' }).focus();
  return opened;
}

test('M moves the focused card, names the place it got, and goes on with the next one', async () => {
  const { user } = await openBoard();
  const [from, to] = themes();
  const [first, second] = cardsIn(from);
  await user.keyboard('{Home}{Enter}m');
  await user.type(await screen.findByRole('combobox'), to?.name ?? '');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(cardsIn(to)).toContain(first));
  const count = cardsIn(to).length;
  expect(screen.getByText(new RegExp(`^Moved ‘.*’ to .*, ${count} of ${count}\\.$`))).toBeInTheDocument();
  const active = screen.getByRole('listbox', { name: 'Affinity map' }).getAttribute('aria-activedescendant');
  expect(active).toContain(second);
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(cardsIn(from)[0]).toBe(first));
});

test('a focused button inside the board is pressed by Enter, not the board behind it', async () => {
  const { user } = await openBoard();
  const count = themes().length;
  await user.keyboard('{Home}{Enter} ');
  const bar = await screen.findByRole('toolbar', { name: 'Selection on the board' });
  within(bar).getByRole('button', { name: 'Make a cluster' }).focus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(themes()).toHaveLength(count + 1));
  await user.keyboard('Sayings{Enter}');
  await waitFor(() => expect(themes().at(-1)?.name).toBe('Sayings'));
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(themes().at(-1)?.name).toBe(''));
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(themes()).toHaveLength(count));
  // What was selected has gone: neither the inspector nor the toolbar speaks of it.
  expect(screen.queryByText('This cluster is no longer there.')).toBeNull();
  expect(screen.queryByRole('toolbar', { name: 'Selection on the board' })).toBeNull();
});

test('a new name in the question makes a cluster of that name', async () => {
  const { user } = await openBoard();
  const [from] = themes();
  const [first] = cardsIn(from);
  await user.keyboard('{Home}{Enter}m');
  await user.type(await screen.findByRole('combobox'), 'A thought of its own');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(themes().at(-1)?.name).toBe('A thought of its own'));
  expect(cardsIn(themes().at(-1))).toEqual([first]);
});

test('T tags the snippet of the focused card with a new tag', async () => {
  const { user } = await openBoard();
  const [from] = themes();
  const [first = ''] = cardsIn(from);
  await user.keyboard('{Home}{Enter}t');
  await user.type(await screen.findByRole('combobox'), 'Straight from the board');
  await user.keyboard('{Enter}');
  const snippetId = projection.state.require('cards', first).snippetId;
  await waitFor(() => {
    const names = projection.state
      .referring('snippets', snippetId, 'taggings')
      .map(({ tagId }) => projection.state.get('tags', tagId)?.name);
    expect(names).toContain('Straight from the board');
  });
});

test('dissolving says what goes with it, keeps the cards, and can be undone', async () => {
  const { user } = await openBoard();
  const [first] = themes();
  const cards = cardsIn(first);
  const judged = projection.state.referring('themes', first?.id ?? '', 'evidenceLinks').length;
  expect(judged).toBeGreaterThan(0);
  await user.keyboard('{Home}{Shift>}g{/Shift}');
  await waitFor(() => expect(projection.state.get('themes', first?.id ?? '')).toBeUndefined());
  expect(cards.every((id) => projection.state.require('cards', id).themeId === null)).toBe(true);
  const notice = await screen.findByText(new RegExp(`was dissolved, and ${judged} judgements? in the matrix went with it`));
  await user.click(within(notice.closest('div') as HTMLElement).getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(cardsIn(first)).toEqual(cards));
});

test('Y tidies up in one step, and undo puts everything back where it was', async () => {
  const { user } = await openBoard();
  const [first] = themes();
  await act(() => edit('moveThemes', { themeIds: [first?.id ?? ''], dx: 300, dy: 200 }));
  const before = themes().map(({ x, y }) => [x, y]);
  await user.keyboard('y');
  await waitFor(() => expect(themes().map(({ x, y }) => [x, y])).not.toEqual(before));
  expect(await screen.findByRole('button', { name: 'Undo Tidy up' })).toBeInTheDocument();
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(themes().map(({ x, y }) => [x, y])).toEqual(before));
});

test('all unsorted snippets are put on the board loose, in one step', async () => {
  const { user } = await openBoard();
  const waiting = unsorted();
  expect(waiting).toBeGreaterThan(0);
  await user.click(screen.getByRole('button', { name: 'Put all on the board' }));
  await waitFor(() => expect(unsorted()).toBe(0));
  expect(await screen.findByText('Every snippet is on the board.')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: `Undo Put ${waiting} on the board` }));
  await waitFor(() => expect(unsorted()).toBe(waiting));
});

test('the inspector describes several cards by people first, and takes them off the board', async () => {
  const { user } = await openBoard();
  const [first] = themes();
  const ids = cardsIn(first).slice(0, 3);
  act(() => {
    useViewStore.setState({ inspectorVisible: true });
    select({ kind: 'cards', ids });
  });
  const inspector = screen.getByRole('complementary', { name: 'Inspector' });
  expect(within(inspector).getByRole('heading', { name: 'Selected cards' })).toBeInTheDocument();
  expect(inspector).toHaveTextContent(/\d (person|people) · 3 quotes/);
  await user.click(within(inspector).getByRole('button', { name: 'Take off the board' }));
  await waitFor(() => expect(ids.every((id) => projection.state.get('cards', id) === undefined)).toBe(true));
  // Sorting goes on with the card beside them.
  expect(within(inspector).getByRole('heading', { name: 'Card' })).toBeInTheDocument();
});

test('an empty study says what arrives here, and the way on', async () => {
  const { render, user } = await openWindow();
  render(<App />);
  await user.keyboard('{Alt>}4{/Alt}');
  expect(await screen.findByText('Nothing to sort yet.')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Open an interview' })).toBeInTheDocument();
});

test('a theme’s page keeps name and insight, and shows who says it', async () => {
  const { user } = await openBoard();
  const [first] = themes();
  if (!first) throw new Error('the sample has no theme');
  act(() => openTab({ kind: 'theme', id: first.id }));
  const page = screen.getByRole('article', { name: first.name });
  expect(page).toHaveTextContent(/\d+ of 14 people · \d+ quotes/);
  const insight = within(page).getByLabelText('Insight');
  await user.clear(insight);
  await user.keyboard('They need a figure first.');
  await user.tab();
  await waitFor(() => expect(projection.state.require('themes', first.id).insight).toBe('They need a figure first.'));
  const quotes = within(page).getAllByRole('button', { name: /Open in the transcript$/ });
  expect(quotes.length).toBe(cardsIn(first).length);
});
