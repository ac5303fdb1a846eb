// The log of conversations over a real core: logged, edited, taken out; goals; an interview that gets its people.
import { configure, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { dayInWords } from '#shared/domain/readout/sentences';
import { addDays } from '#shared/domain/rhythm/days';

import { today } from '../../../renderer/features/evidence/index.ts';
import { ConversationsTab, RhythmDialogs, RhythmSideBar } from '../../../renderer/features/rhythm/index.ts';
import { openWindow } from '../../builders/window.tsx';

configure({ asyncUtilTimeout: 20_000 });

const room = (
  <>
    <RhythmSideBar />
    <ConversationsTab content={{ kind: 'rhythm' }} active />
    <RhythmDialogs />
  </>
);

test('a conversation is logged in the dialog, counted against floor and goal, edited and taken out', async () => {
  const { user, render } = await openWindow();
  render(room);
  expect(within(screen.getByRole('region', { name: 'Last real conversation' })).getByText('none yet')).toBeTruthy();
  await user.click(screen.getAllByRole('button', { name: 'Log a conversation…' })[0]!);
  const dialog = await screen.findByRole('dialog');
  const keep = within(dialog).getByRole('button', { name: 'Keep' });
  expect(keep).toHaveProperty('disabled', true);
  expect(within(dialog).getByRole('status').textContent).toContain('at least one of us');
  await user.type(within(dialog).getByLabelText('Minutes with the customer'), '90');
  await user.type(within(dialog).getByLabelText('Customer'), 'Harbour Lifts');
  await user.type(within(dialog).getByLabelText('Name'), 'Nora');
  await user.selectOptions(within(dialog).getByLabelText('Listened as'), 'leader');
  await user.type(within(dialog).getByLabelText('What was learned'), 'They print every plan.');
  await user.click(keep);
  await waitFor(() => expect(projection.list('conversations')).toHaveLength(1));
  const table = await screen.findByRole('table', { name: 'Log of conversations' });
  expect(table.textContent).toContain('Harbour Lifts, 1.5 h');
  expect(screen.getByRole('region', { name: 'Last real conversation' }).textContent).toContain('today');
  expect(screen.getByText(/A leader was there in 1 of 1 conversation /)).toBeTruthy();
  expect(screen.getByRole('table', { name: 'Everybody of us' }).textContent).toContain('30 min to the floor');

  await edit('setGoal', { person: 'Nora', role: 'Head of Sales' });
  await waitFor(() => expect(screen.getByRole('button', { name: '1 of 2: goal of Nora' })).toBeTruthy());
  await user.click(screen.getByRole('button', { name: '1 of 2: goal of Nora' }));
  await user.clear(await screen.findByLabelText('Conversations a month'));
  await user.type(screen.getByLabelText('Conversations a month'), '1');
  await user.click(screen.getByRole('button', { name: 'Keep' }));
  await waitFor(() => expect(screen.getByRole('table', { name: 'Everybody of us' }).textContent).toContain('reached'));

  await user.click(screen.getByRole('button', { name: /^Edit the visit of/ }));
  await user.selectOptions(await screen.findByLabelText('Kind'), 'sales-call');
  expect(screen.getByText(/do not count as listening/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Keep' }));
  await waitFor(() => expect(screen.getByRole('region', { name: 'Last real conversation' }).textContent).toContain('none yet'));
  await user.click(screen.getByRole('button', { name: /out of the log$/ }));
  await waitFor(() => expect(projection.list('conversations')).toEqual([]));
});

test('an interview is in the log by itself; saying who was there does not count it twice', async () => {
  const { user, render } = await openWindow({ sample: true });
  const logged = new Set(projection.list('conversations').map(({ sourceId }) => sourceId));
  const [free] = projection.list('sources').filter(({ id, heldOn }) => heldOn !== null && !logged.has(id));
  for (const { id } of projection.list('conversations')) await edit('removeConversation', { conversationId: id });
  render(room);
  const table = screen.getByRole('table', { name: 'Log of conversations' });
  const before = within(table).getAllByRole('row').length;
  await user.click(within(table).getAllByRole('button', { name: new RegExp(`who was there.*${dayInWords(free?.heldOn ?? '')}`) })[0]!);
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('It is counted once.');
  await user.click(within(dialog).getByRole('button', { name: 'Keep' }));
  await waitFor(() => expect(projection.list('conversations')).toHaveLength(1));
  expect(within(table).getAllByRole('row')).toHaveLength(before);
});

test('a day to come is not kept', async () => {
  const { user, render } = await openWindow();
  render(room);
  await user.click(screen.getAllByRole('button', { name: 'Log a conversation…' })[0]!);
  const day = await screen.findByLabelText('Day');
  await user.clear(day);
  await user.type(day, addDays(today(), 1));
  expect(screen.getByText(/still to come/)).toBeTruthy();
});
