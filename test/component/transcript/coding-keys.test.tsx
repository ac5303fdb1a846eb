// Splitting, joining and choosing snippets and tagging turns by keys in an open transcript. Places on the screen are in the end-to-end tests.
import { act, configure, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';

import { openTab } from '#renderer/stores/tabs';
import { undo } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { useViewStore } from '#renderer/stores/view-store';
import { INTERVIEWS, type InterviewsStudy, makeInterviewsStudy } from '#test/builders/interviews-study';

import { App } from '../../../renderer/App.tsx';
import { openWindow, type TestWindow } from '../../builders/window.tsx';
import { withoutLayout } from '../../builders/without-layout.ts';

configure({ asyncUtilTimeout: 20_000 });
withoutLayout();

const SAID = INTERVIEWS['P01 Amara'][0];
let testWindow: TestWindow;
let study: InterviewsStudy;

const quotes = (): string[] =>
  projection
    .list('snippets')
    .filter(({ sourceId }) => sourceId === study.sources['P01 Amara'])
    .map(({ quote }) => quote)
    .toSorted();
const selectedQuote = (): string | null => {
  const { selection } = useViewStore.getState();
  return selection?.kind === 'snippet' ? projection.state.require('snippets', selection.id).quote : null;
};

beforeEach(async () => {
  testWindow = await openWindow();
  study = await makeInterviewsStudy(testWindow.call);
  testWindow.render(<App />);
  act(() => openTab({ kind: 'transcript', id: study.sources['P01 Amara'] }));
  (await screen.findByRole('region', { name: 'Transcript of P01 Amara' })).focus();
});

test('Shift+M splits before the word under the cursor, M joins again, and undo goes back step by step', async () => {
  const { user } = testWindow;
  const [first, second] = INTERVIEWS['P01 Amara'];
  await user.keyboard('jk');
  expect(selectedQuote()).toBe(SAID);
  await user.keyboard('{Control>}{ArrowRight}{ArrowRight}{/Control}{Shift>}M{/Shift}');
  const parts = ['Nobody', 'could tell me the price.'];
  await waitFor(() => expect(quotes()).toEqual([second, ...parts].toSorted()));
  await waitFor(() => expect(selectedQuote()).toBe(parts[1]));
  const taggings = projection.list('taggings').length;
  await user.keyboard('m');
  await waitFor(() => expect(quotes()).toEqual([second, first].toSorted()));
  expect(projection.list('taggings')).toHaveLength(taggings - 1);
  await act(undo);
  expect(quotes()).toHaveLength(3);
});

test('O goes from words to the snippet that they lie in', async () => {
  const { user } = testWindow;
  await user.keyboard('jk{Control>}{ArrowRight}{ArrowRight}{/Control}');
  expect(selectedQuote()).toBeNull();
  await user.keyboard('o');
  expect(selectedQuote()).toBe(SAID);
});

test('W tags the whole turn, Shift+W all that somebody says, as one step with the count said before', async () => {
  const { user } = testWindow;
  act(() => useViewStore.setState({ inspectorVisible: true }));
  await user.keyboard('jk{Control>}{ArrowRight}{/Control}w');
  await waitFor(() => expect(screen.getByRole('combobox', { name: 'Tag' })).toHaveFocus());
  expect(selectedQuote()).toBe(SAID);
  screen.getByRole('region', { name: 'Transcript of P01 Amara' }).focus();
  const before = projection.list('taggings').length;
  await user.keyboard('{Shift>}W{/Shift}');
  expect(await screen.findAllByText('2 turns')).toHaveLength(2);
  await user.keyboard('Inter{Enter}');
  await screen.findByText(/^Tag 2 turns of Interviewer/);
  await user.keyboard('Asked{Enter}');
  await waitFor(() => expect(projection.list('taggings')).toHaveLength(before + 2));
  expect(projection.list('tags').some(({ name }) => name === 'Asked')).toBe(true);
  expect(selectedQuote()).toBe(SAID);
  await act(undo);
  expect(projection.list('taggings')).toHaveLength(before);
});
