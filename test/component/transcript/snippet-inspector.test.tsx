// What the inspector says of a snippet, and the tag picker in it, over a real core. What needs layout is in the end-to-end tests.
import { act, configure, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';

import { edit, undo } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { select, useViewStore } from '#renderer/stores/view-store';
import { INTERVIEWS, type InterviewsStudy, makeInterviewsStudy } from '#test/builders/interviews-study';

import { SnippetInspector } from '../../../renderer/features/transcript/index.ts';
import { openWindow, type TestWindow } from '../../builders/window.tsx';

configure({ asyncUtilTimeout: 20_000 });

let testWindow: TestWindow;
let study: InterviewsStudy;
/** “Nobody could tell me the price.” */
let snippetId: string;

function Selected() {
  const selection = useViewStore((view) => view.selection);
  return selection?.kind === 'snippet' ? <SnippetInspector selection={selection} /> : null;
}

beforeEach(async () => {
  testWindow = await openWindow();
  study = await makeInterviewsStudy(testWindow.call);
  snippetId = projection.list('snippets').find(({ quote }) => quote === INTERVIEWS['P01 Amara'][0])?.id ?? '';
  select({ kind: 'snippet', id: snippetId });
  testWindow.render(<Selected />);
});

const picker = () => screen.getByRole('combobox', { name: 'Tag' });
const chips = (): string[] => screen.queryAllByRole('button', { name: /^Remove tag / }).map((button) => button.ariaLabel?.slice(11) ?? '');
const options = (): string[] => screen.getAllByRole('option').map((option) => option.textContent ?? '');

test('the best row is taken by Enter, what is there already is not offered, and Backspace in the empty field takes the last off', async () => {
  const { user } = testWindow;
  expect(chips()).toEqual(['Price fog']);
  await user.type(picker(), 'pri');
  expect(options()[0]).toContain('Price');
  expect(options().some((option) => option.startsWith('Price fog'))).toBe(false);
  expect(options().at(-1)).toContain('Create “pri”');
  expect(screen.getByText('What people say of the amount')).toBeInTheDocument();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(chips()).toHaveLength(2));
  await user.type(picker(), '{Backspace}');
  await waitFor(() => expect(chips()).toHaveLength(1));
});

test('a tag that exists is never made twice, whatever its case', async () => {
  const { user } = testWindow;
  await user.type(picker(), 'SUPPORT');
  expect(options().some((option) => option.includes('Create'))).toBe(false);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(chips()).toContain('Support'));
  expect(projection.list('tags').filter(({ name }) => name.toLowerCase() === 'support')).toHaveLength(1);
});

test('overlapping snippets with a tag in common are joined when asked, and parted again by undo', async () => {
  const { user } = testWindow;
  const { sourceId, range } = projection.state.require('snippets', snippetId);
  const other = { ...range, startOffset: range.startOffset + 7, endOffset: range.endOffset - 1 };
  await act(async () => void (await edit('createSnippet', { sourceId, range: other, tagIds: [study.tags.support] })));
  const overlaps = (await screen.findByRole('heading', { name: 'Overlaps' })).closest('section') as HTMLElement;
  expect(within(overlaps).queryByRole('button', { name: 'Join these two' })).toBeNull();
  await act(async () => void (await edit('tagSnippets', { snippetIds: [snippetId], tagIds: [study.tags.support] })));
  await user.click(await within(overlaps).findByRole('button', { name: 'Join these two' }));
  await waitFor(() => expect(screen.queryByRole('heading', { name: 'Overlaps' })).toBeNull());
  expect(projection.state.require('snippets', snippetId).quote).toBe(INTERVIEWS['P01 Amara'][0]);
  await act(undo);
  expect(await screen.findByRole('heading', { name: 'Overlaps' })).toBeInTheDocument();
});
