// The rhythm board over a real core: usual habits in one step, done, taken back, snoozed, edited and removed.
import { configure, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { App } from '../../../renderer/App.tsx';
import { HabitsTab, RhythmDialogs } from '../../../renderer/features/rhythm/index.ts';
import { today } from '../../../renderer/features/evidence/index.ts';
import { edit, undo } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { openTab } from '#renderer/stores/tabs';
import { addDays } from '#shared/domain/rhythm/days';
import { openWindow } from '../../builders/window.tsx';

configure({ asyncUtilTimeout: 20_000 });

test('habits to begin with are one step; one is done and taken back, another edited and removed', async () => {
  const { user, render } = await openWindow();
  render(
    <>
      <HabitsTab content={{ kind: 'habits' }} active />
      <RhythmDialogs />
    </>,
  );
  await user.click(screen.getByRole('button', { name: 'Begin with seven usual ones' }));
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(7));
  await undo();
  await waitFor(() => expect(projection.list('rhythmItems')).toEqual([]));
  await edit('addRhythmItem', {
    title: 'Read complaints',
    cadence: 'monthly',
    owner: 'Nora',
    firstDueOn: addDays(today(), -3),
    minutes: 60,
  });
  const row = await screen.findByRole('listitem', { name: 'Read complaints' });
  expect(row.textContent).toMatch(/Nora, 1 h kept free.*Overdue since .*kept 0 of 1/);
  await user.click(within(row).getByRole('button', { name: 'Done: Read complaints' }));
  await waitFor(() => expect(row.textContent).toMatch(/Done; next on .*kept 1 of 1/));
  await user.click(within(row).getByRole('button', { name: 'Take back: Read complaints' }));
  await waitFor(() => expect(row.textContent).toContain('kept 0 of 1'));
  await user.click(within(row).getByRole('button', { name: 'Edit: Read complaints' }));
  await user.selectOptions(await screen.findByLabelText('How often'), 'weekly');
  await user.clear(screen.getByLabelText('Minutes kept free'));
  await user.click(screen.getByRole('button', { name: 'Keep' }));
  await waitFor(() => expect(projection.list('rhythmItems')).toMatchObject([{ cadence: 'weekly', minutes: null }]));
  await user.click(await screen.findByRole('button', { name: 'Take off the board: Read complaints' }));
  await waitFor(() => expect(projection.list('rhythmItems')).toEqual([]));
});

test('a habit is snoozed from the picker and asked for again', async () => {
  const { user, render } = await openWindow();
  await edit('addRhythmItem', { title: 'Support line', cadence: 'weekly', firstDueOn: today() });
  openTab({ kind: 'habits' });
  render(<App />);
  const row = await screen.findByRole('listitem', { name: 'Support line' });
  expect(row.textContent).toContain('Due today');
  await user.click(within(row).getByRole('button', { name: 'Snooze: Support line' }));
  await user.click(await screen.findByRole('option', { name: /Until tomorrow/ }));
  await waitFor(() => expect(projection.list('rhythmItems')).toMatchObject([{ snoozedUntil: addDays(today(), 1) }]));
  await user.click(within(row).getByRole('button', { name: 'Snooze: Support line' }));
  await user.click(await screen.findByRole('option', { name: /Ask again now/ }));
  await waitFor(() => expect(row.textContent).toContain('Due today'));
});
