// The codebook over a real core: made, moved, merged and deleted by keys, with what happens to snippets said before.
import { act, configure, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';

import { useNotificationStore } from '#renderer/stores/notification-store';
import { activeTab } from '#renderer/stores/tabs';
import { edit, undo } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { useViewStore } from '#renderer/stores/view-store';
import { type InterviewsStudy, makeInterviewsStudy } from '#test/builders/interviews-study';

import { CodebookSideBar, offerTagTaker, SplitTagDialog, TagInspector, TagTab } from '../../../renderer/features/codebook/index.ts';
import { QuickPick } from '../../../renderer/workbench/QuickPick.tsx';
import { openWindow, type TestWindow } from '../../builders/window.tsx';

configure({ asyncUtilTimeout: 20_000 });

let testWindow: TestWindow;
let study: InterviewsStudy;

beforeEach(async () => {
  testWindow = await openWindow();
  study = await makeInterviewsStudy(testWindow.call);
  testWindow.render(
    <>
      <CodebookSideBar />
      <QuickPick />
    </>,
  );
});

const row = (name: string) => screen.getByRole('row', { name });
/** `Price`, `Price › Price fog`: the tree as it stands in the study. */
const tree = (): string[] => {
  const pathOf = (id: string | null): string => {
    const tag = id === null ? undefined : projection.state.get('tags', id);
    return tag ? `${tag.parentId === null ? '' : `${pathOf(tag.parentId)} › `}${tag.name}` : '';
  };
  return projection
    .list('tags')
    .map(({ id }) => pathOf(id))
    .toSorted();
};
const options = (): string[] => screen.getAllByRole('option').map((option) => option.textContent ?? '');

test('each row says how many snippets of how many people are behind its tag', () => {
  expect(within(row('Price fog')).getByText('2 snippets from 2 people')).toBeInTheDocument();
  expect(within(row('Price')).getByText('1 snippet from 1 person')).toBeInTheDocument();
});

test('a tag is made inside another, renamed in its row, moved and taken back, all by keys', async () => {
  const { user } = testWindow;
  await user.click(row('Price'));
  await user.keyboard('n');
  await user.keyboard('Discount{Enter}');
  await waitFor(() => expect(row('Discount')).toHaveFocus());
  expect(tree()).toEqual(['Price', 'Price › Discount', 'Price › Price fog', 'Support']);
  await user.keyboard('{F2}');
  await user.keyboard('Rebate{Enter}');
  await waitFor(() => expect(row('Rebate')).toHaveFocus());
  await user.keyboard('m');
  // Not into itself.
  expect(options().some((option) => option.startsWith('Rebate'))).toBe(false);
  await user.keyboard('support{Enter}');
  await waitFor(() => expect(tree()).toEqual(['Price', 'Price › Price fog', 'Support', 'Support › Rebate']));
  await act(undo);
  expect(tree()).toEqual(['Price', 'Price › Price fog', 'Price › Rebate', 'Support']);
});

test('Alt with the arrows changes the order, and the ends are told apart', async () => {
  const { user } = testWindow;
  const names = (): string[] => screen.getAllByRole('row').map((element) => element.getAttribute('aria-label') ?? '');
  await user.click(row('Support'));
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await waitFor(() => expect(names()).toEqual(['Support', 'Price', 'Price fog']));
  const { undoLabel } = await testWindow.call('vault.snapshot', {});
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  expect(await screen.findByText(/Support is the first already/)).toBeInTheDocument();
  expect((await testWindow.call('vault.snapshot', {})).undoLabel).toBe(undoLabel);
});

test('merging says of every target what it comes to, and does that', async () => {
  const { user } = testWindow;
  await user.click(row('Price'));
  await user.keyboard('{Shift>}m{/Shift}');
  expect(options()).toEqual(['Price fog2 snippets will carry Price fog; 1 already does.Price', 'Support2 snippets will carry Support.']);
  await user.keyboard('fog{Enter}');
  await waitFor(() => expect(tree()).toEqual(['Price fog', 'Support']));
  expect(projection.referring('tags', study.tags.fog, 'taggings')).toHaveLength(2);
  expect(projection.state.get('tags', study.tags.fog)?.definition).toBe('What people say of the amount');
  expect(useNotificationStore.getState().notifications.at(-1)?.message).toBe('Merged into “Price fog”, which 2 snippets carry now.');
  await act(undo);
  expect(tree()).toEqual(['Price', 'Price › Price fog', 'Support']);
});

test('deleting a tag in use says first what happens to its snippets; they stay', async () => {
  const { user } = testWindow;
  await user.click(row('Price'));
  await user.keyboard('{Delete}');
  expect(options()[0]).toBe('Delete “Price”1 snippet loses it and stays; 1 tag inside moves up.');
  await user.keyboard('{Escape}');
  expect(tree()).toEqual(['Price', 'Price › Price fog', 'Support']);
  await user.keyboard('{Delete}{Enter}');
  await waitFor(() => expect(tree()).toEqual(['Price fog', 'Support']));
  expect(projection.list('snippets')).toHaveLength(3);
  await waitFor(() => expect(row('Price fog')).toHaveFocus());
  await act(undo);
  expect(projection.referring('tags', study.tags.price, 'taggings')).toHaveLength(1);
});

test('a click gives the tag to a selection that waits for one, and only then', async () => {
  const { user } = testWindow;
  const taken: string[] = [];
  let selected = true;
  const withdraw = offerTagTaker((tagId) => selected && taken.push(tagId) > 0);
  await user.click(row('Support'));
  expect(taken).toEqual([study.tags.support]);
  selected = false;
  await user.click(row('Price'));
  withdraw();
  expect(taken).toEqual([study.tags.support]);
  expect(useViewStore.getState().selection).toEqual({ kind: 'tag', id: study.tags.price });
});

test('the inspector changes meaning, colour and key', async () => {
  const { user } = testWindow;
  const tag = () => projection.state.get('tags', study.tags.support);
  testWindow.render(<TagInspector selection={{ kind: 'tag', id: study.tags.support }} />);
  await user.type(screen.getByRole('textbox', { name: 'When not to use' }), 'Calls before signing');
  await user.tab();
  await waitFor(() => expect(tag()?.whenNotToUse).toBe('Calls before signing'));
  await user.click(screen.getByRole('radio', { name: 'Moss' }));
  await waitFor(() => expect(tag()?.colour).toBe(6));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Key' }), 'Key 4');
  await waitFor(() => expect(tag()?.favourite).toBe(4));
  expect(within(row('Support')).getByText('4')).toBeInTheDocument();
});

test('the page of a tag has its snippets person by person, each a step from its place', async () => {
  testWindow.render(<TagTab content={{ kind: 'tag', id: study.tags.fog }} active />);
  const list = within(screen.getByRole('listbox', { name: 'Snippets with this tag' }));
  expect(list.getAllByRole('group').map((group) => group.textContent)).toEqual([
    expect.stringMatching(/^P01 Amara1 snippetNobody could tell me the price\./),
    expect.stringMatching(/^P02 Jonas1 snippetThe price was on the second bill\./),
  ]);
  await testWindow.user.click(list.getByRole('option', { name: /second bill/ }));
  expect(activeTab()?.content).toEqual({ kind: 'transcript', id: study.sources['P02 Jonas'] });
  expect(useViewStore.getState().reveal).toMatchObject({ surface: 'transcript', sourceId: study.sources['P02 Jonas'], turn: 3 });
});

test('S splits a tag: snippets are sent by number into new and existing tags, as one step', async () => {
  const { user, render } = testWindow;
  render(<SplitTagDialog />);
  await user.click(row('Price fog'));
  await user.keyboard('s');
  await user.type(await screen.findByRole('combobox', { name: 'Split into' }), 'Hidden fees{Enter}support{Enter}');
  act(() =>
    screen
      .getAllByRole('option')
      .find((option) => option.dataset['key'])
      ?.focus(),
  );
  await user.keyboard('12');
  await user.click(screen.getByRole('button', { name: 'Move 2 snippets' }));
  await waitFor(() => expect(tree()).toEqual(['Price', 'Price › Hidden fees', 'Price › Price fog', 'Support']));
  const usesOf = (id: string): number => projection.state.referring('tags', id, 'taggings').length;
  const made = projection.list('tags').find(({ name }) => name === 'Hidden fees')?.id ?? '';
  expect([usesOf(study.tags.fog), usesOf(made), usesOf(study.tags.support)]).toEqual([0, 1, 2]);
  await act(undo);
  expect(usesOf(study.tags.fog)).toBe(2);
});

test('several tags are chosen by keys; colour, keys, place and deletion are one step each, told before', async () => {
  const { user } = testWindow;
  const of = (id: string) => projection.state.get('tags', id);
  await user.click(row('Price fog'));
  await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
  const bar = await screen.findByRole('group', { name: 'Chosen tags' });
  expect(bar).toHaveTextContent('2 tags, on 3 snippets');
  await user.keyboard('c');
  await user.keyboard('moss{Enter}');
  await waitFor(() => expect([of(study.tags.fog)?.colour, of(study.tags.support)?.colour]).toEqual([6, 6]));
  await act(undo);
  expect([of(study.tags.fog)?.colour, of(study.tags.support)?.colour]).not.toContain(6);
  await user.click(within(bar).getByRole('button', { name: 'Keys 1–9…' }));
  expect(options()).toEqual(['Keys 1, 2in the order in which they stand']);
  await user.keyboard('{Enter}');
  await waitFor(() => expect([of(study.tags.fog)?.favourite, of(study.tags.support)?.favourite]).toEqual([1, 2]));
  await act(undo);
  expect(of(study.tags.support)?.favourite).toBeNull();
  await user.click(within(bar).getByRole('button', { name: /^Delete them/ }));
  expect(options()[0]).toBe('Delete 2 tags3 snippets lose them and stay.');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(tree()).toEqual(['Price']));
  await act(undo);
  expect(tree()).toEqual(['Price', 'Price › Price fog', 'Support']);
});

test('D lists pairs that look alike and tags on nothing; a pair goes on to merging', async () => {
  const { user } = testWindow;
  await act(async () => void (await edit('createTag', { name: 'Supports' })));
  await user.click(row('Price'));
  await user.keyboard('d');
  await screen.findByText('nearly the same name');
  expect(options().map((option) => option.replace(/merge…|delete/, '').trim())).toEqual([
    expect.stringContaining('Support and Supports'),
    'Supports',
  ]);
  await user.keyboard('{Enter}');
  await screen.findByText(/^Merge 2 tags into/);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(tree()).toEqual(['Price', 'Price › Price fog', 'Support']));
});
