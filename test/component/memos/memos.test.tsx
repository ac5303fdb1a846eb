// Memos over a real core: written, read as Markdown, attached to something, listed, removed and taken back.
import { act, configure, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';

import { activeTab } from '#renderer/stores/tabs';
import { edit, undo } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';

import { MemoList, MemosAbout, MemoTab } from '../../../renderer/features/memos/index.ts';
import { openWindow, type TestWindow } from '../../builders/window.tsx';

configure({ asyncUtilTimeout: 20_000 });

let testWindow: TestWindow;
beforeEach(async () => {
  testWindow = await openWindow();
});

const memos = () => projection.list('memos');

test('a new memo opens with its title; text is kept on leaving the field and reads as Markdown', async () => {
  const { user, render } = testWindow;
  render(<MemoList />);
  await user.click(screen.getByRole('button', { name: 'New memo' }));
  await waitFor(() => expect(memos()).toHaveLength(1));
  const { id } = memos()[0]!;
  expect(activeTab()?.content).toEqual({ kind: 'memo', id });
  render(<MemoTab content={{ kind: 'memo', id }} active />);
  await user.clear(screen.getByRole('textbox', { name: 'Title' }));
  await user.type(screen.getByRole('textbox', { name: 'Title' }), 'What price means');
  await user.click(screen.getByRole('textbox', { name: 'Text, in Markdown' }));
  await user.paste('They say **price** and mean *surprise*.');
  await user.tab();
  await waitFor(() => expect(memos()[0]).toMatchObject({ title: 'What price means', text: 'They say **price** and mean *surprise*.' }));
  const preview = within(screen.getByRole('region', { name: 'How it reads' }));
  expect(preview.getByText('price').tagName).toBe('STRONG');
  expect(screen.getByRole('row', { name: 'What price means' })).toBeVisible();
});

test('a memo about a tag stands in its inspector; when the tag goes, the memo stays on its own', async () => {
  const { tagId } = await edit('createTag', { name: 'Price fog' });
  testWindow.render(<MemosAbout collection="tags" id={tagId} name="Price fog" />);
  await testWindow.user.click(screen.getByRole('button', { name: 'Write a memo' }));
  expect(await screen.findByRole('button', { name: 'About Price fog' })).toBeVisible();
  expect(memos()[0]?.about).toEqual({ collection: 'tags', id: tagId });
  await act(async () => void (await edit('deleteTags', { tagIds: [tagId] })));
  expect(memos()[0]).toMatchObject({ title: 'About Price fog', about: null });
});

test('in the list a memo is opened, renamed and removed by keys', async () => {
  const { memoId } = await edit('addMemo', { title: 'First', text: '' });
  const { user, render } = testWindow;
  render(
    <div data-surface="sources">
      <MemoList />
    </div>,
  );
  await user.click(screen.getByRole('row', { name: 'First' }));
  expect(activeTab()).toMatchObject({ content: { kind: 'memo', id: memoId }, preview: true });
  await user.keyboard('{F2}');
  await user.keyboard('Second{Enter}');
  await waitFor(() => expect(memos()[0]?.title).toBe('Second'));
  await user.keyboard('{Delete}');
  await waitFor(() => expect(memos()).toEqual([]));
  await act(undo);
  expect(memos()[0]?.title).toBe('Second');
});
