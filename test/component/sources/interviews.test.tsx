// The interviews list over a real core: look, keep, rename, filter, remove with what hangs on it.
import { act, configure, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';

import { useNotificationStore } from '#renderer/stores/notification-store';
import { activeTab } from '#renderer/stores/tabs';
import { edit, undo } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { type InterviewsStudy, makeInterviewsStudy } from '#test/builders/interviews-study';

import { SourceInspector, SourcesSideBar } from '../../../renderer/features/sources/index.ts';
import { openWindow, type TestWindow } from '../../builders/window.tsx';

configure({ asyncUtilTimeout: 20_000 });

let testWindow: TestWindow;
let study: InterviewsStudy;

beforeEach(async () => {
  testWindow = await openWindow();
  study = await makeInterviewsStudy(testWindow.call);
  testWindow.render(<SourcesSideBar />);
});

const row = (name: string) => screen.getByRole('row', { name });
const rowNames = (): string[] => screen.getAllByRole('row').map((element) => element.getAttribute('aria-label') ?? '');

test('a click looks, a double click keeps, and the list says how much is marked', async () => {
  await testWindow.user.click(row('P01 Amara'));
  expect(activeTab()).toEqual({
    key: `transcript:${study.sources['P01 Amara']}`,
    content: { kind: 'transcript', id: study.sources['P01 Amara'] },
    preview: true,
  });
  await testWindow.user.dblClick(row('P03 Li Wen'));
  expect(activeTab()).toMatchObject({ content: { id: study.sources['P03 Li Wen'] }, preview: false });
  expect(within(row('P01 Amara')).getByTitle('2 snippets')).toBeVisible();
  expect(within(row('P03 Li Wen')).getByRole('img', { name: 'Nothing marked yet' })).toBeVisible();
});

test('segments make groups as soon as there are any', async () => {
  expect(rowNames()).toEqual(['P01 Amara', 'P02 Jonas', 'P03 Li Wen']);
  const { segmentId } = await edit('addSegment', { name: 'Sales-led' });
  const jonas = projection.list('participants').find(({ name }) => name === 'Jonas')!;
  await act(async () => void (await edit('updateParticipant', { participantId: jonas.id, segmentId })));
  expect(rowNames()).toEqual(['Sales-led', 'P02 Jonas', 'No segment', 'P01 Amara', 'P03 Li Wen']);
});

test('F2 renames in the row; “/” goes to the filter, which narrows', async () => {
  await testWindow.user.click(row('P02 Jonas'));
  await testWindow.user.keyboard('{F2}');
  await testWindow.user.keyboard('Renewal call{Enter}');
  await waitFor(() => expect(rowNames()).toContain('Renewal call'));
  expect(row('Renewal call')).toHaveFocus();
  await testWindow.user.keyboard('/');
  const filter = screen.getByRole('textbox', { name: 'Filter the interviews' });
  expect(filter).toHaveFocus();
  await testWindow.user.type(filter, 'renewal');
  expect(rowNames()).toEqual(['Renewal call']);
  await testWindow.user.type(filter, ' zzz');
  expect(screen.getByText('None of the 3 interviews fits “renewal zzz”.')).toBeVisible();
  await testWindow.user.click(screen.getByRole('button', { name: 'Clear filter' }));
  expect(rowNames()).toHaveLength(3);
});

test('Delete removes an interview with its snippets, says so, keeps the focus, and undo brings all of it back', async () => {
  await testWindow.user.click(row('P01 Amara'));
  await testWindow.user.keyboard('{Delete}');
  await waitFor(() => expect(rowNames()).toEqual(['P02 Jonas', 'P03 Li Wen']));
  expect(projection.list('snippets')).toHaveLength(1);
  await waitFor(() =>
    expect(useNotificationStore.getState().notifications.at(-1)?.message).toBe('“P01 Amara” was removed with 2 snippets.'),
  );
  await waitFor(() => expect(row('P02 Jonas')).toHaveFocus());
  await act(undo);
  expect(rowNames()).toContain('P01 Amara');
  expect(projection.list('snippets')).toHaveLength(3);
  // The offer to take it back has gone with the step.
  expect(useNotificationStore.getState().notifications).toEqual([]);
});

test('while names are hidden the list shows pseudonyms', async () => {
  await act(async () => void (await testWindow.call('app.changeSettings', { hideNames: true })));
  await waitFor(() => expect(rowNames()).toEqual(['P01 P01', 'P02 P02', 'P03 P03']));
});

test('the inspector corrects what it is and who speaks', async () => {
  const id = study.sources['P01 Amara'];
  const source = () => projection.state.get('sources', id);
  testWindow.render(<SourceInspector selection={{ kind: 'source', id }} />);
  await testWindow.user.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'complaint');
  await waitFor(() => expect(source()?.kind).toBe('complaint'));
  const heard = screen.getByRole('combobox', { name: 'Participant for Amara' });
  expect(heard).toHaveDisplayValue('P01 Amara');
  await testWindow.user.click(heard);
  await testWindow.user.selectOptions(heard, 'P02 Jonas');
  await waitFor(() =>
    expect(source()?.speakers[1]).toMatchObject({
      label: 'Amara',
      participantId: projection.list('participants').find(({ name }) => name === 'Jonas')?.id,
    }),
  );
  await testWindow.user.selectOptions(screen.getByRole('combobox', { name: 'Role of Amara' }), 'other');
  await waitFor(() => expect(source()?.speakers[1]).toMatchObject({ role: 'other', participantId: null }));
});
