// Participants over a real core: counted, sorted, described, with names hidden when that is wished.
import { act, configure, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';

import { undo } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { useViewStore } from '#renderer/stores/view-store';
import { makeInterviewsStudy } from '#test/builders/interviews-study';

import { ParticipantInspector, ParticipantsTab } from '../../../renderer/features/participants/index.ts';
import { openWindow, type TestWindow } from '../../builders/window.tsx';

configure({ asyncUtilTimeout: 20_000 });

let testWindow: TestWindow;
beforeEach(async () => {
  testWindow = await openWindow();
  await makeInterviewsStudy(testWindow.call);
  testWindow.render(<ParticipantsTab content={{ kind: 'participants' }} active />);
});

/** Cells of each row as text, header left out. */
const cells = (): string[][] =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent ?? ''));
const person = (name: string) => projection.list('participants').find((participant) => participant.name === name)!;

test('each person stands with interviews, snippets and words; a column head sorts', async () => {
  // Amara's snippets are both in her own turns; the interviewer's words are nobody's.
  await waitFor(() =>
    expect(cells().map((row) => [row[0], row[1], row[6], row[7]])).toEqual([
      ['P01', 'Amara', '1', '2'],
      ['P02', 'Jonas', '1', '1'],
      ['P03', 'Li Wen', '1', '0'],
    ]),
  );
  await testWindow.user.click(screen.getByRole('button', { name: 'Snippets' }));
  expect(screen.getByRole('columnheader', { name: 'Snippets' })).toHaveAttribute('aria-sort', 'descending');
  await testWindow.user.click(screen.getByRole('button', { name: 'Snippets' }));
  expect(cells().map((row) => row[0])).toEqual(['P03', 'P02', 'P01']);
});

test('arrows walk the people and the inspector follows', async () => {
  act(() => screen.getByRole('button', { name: 'P01' }).focus());
  await testWindow.user.keyboard('{ArrowDown}');
  expect(screen.getByRole('button', { name: 'P02' })).toHaveFocus();
  expect(useViewStore.getState().selection).toEqual({ kind: 'participant', id: person('Jonas').id });
});

test('the inspector describes a person: segment, way, attributes; removing one leaves the interviews', async () => {
  const { id } = person('Jonas');
  const now = () => projection.state.get('participants', id);
  testWindow.render(<ParticipantInspector selection={{ kind: 'participant', id }} />);
  const { user } = testWindow;
  await user.type(screen.getByRole('textbox', { name: 'New segment' }), 'Sales-led{Enter}');
  await waitFor(() => expect(projection.list('segments')).toHaveLength(1));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Segment' }), 'Sales-led');
  await waitFor(() => expect(now()?.segmentId).toBe(projection.list('segments')[0]?.id));
  await user.selectOptions(screen.getByRole('combobox', { name: 'How they were reached' }), 'advocate');
  await user.type(screen.getByRole('textbox', { name: 'New attribute' }), 'Role: buyer{Enter}');
  await waitFor(() => expect(now()).toMatchObject({ reached: 'advocate', attributes: { Role: 'buyer' } }));
  expect(cells()[1]).toEqual(['P02', 'Jonas', 'Sales-led', 'Role: buyer', 'Advocate', 'Not noted', '1', '1', expect.any(String)]);
  await user.click(screen.getByRole('button', { name: 'Remove from the list' }));
  await waitFor(() => expect(now()).toBeUndefined());
  expect(projection.list('sources')).toHaveLength(3);
  await act(undo);
  expect(now()?.attributes).toEqual({ Role: 'buyer' });
});

test('while names are hidden there is no column of them', async () => {
  await act(async () => void (await testWindow.call('app.changeSettings', { hideNames: true })));
  await waitFor(() => expect(screen.queryByRole('columnheader', { name: 'Name' })).toBeNull());
  const table = within(screen.getByRole('table', { name: 'Participants' }));
  for (const name of ['Amara', 'Jonas', 'Li Wen']) expect(table.queryByText(name)).toBeNull();
});
