// Signals over a real core: imported from a table of scores, explained by a theme, points by hand, removed.
import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';

import { RhythmDialogs, SignalsTab } from '../../../renderer/features/rhythm/index.ts';
import { QuickPick } from '../../../renderer/workbench/QuickPick.tsx';
import { openWindow } from '../../builders/window.tsx';

configure({ asyncUtilTimeout: 20_000 });

const room = (
  <>
    <SignalsTab content={{ kind: 'signals' }} active />
    <RhythmDialogs />
    <QuickPick />
  </>
);

const SCORES = ['Date,Score', '2026-01-05,10', '2026-01-20,9', '2026-02-03,3', '2026-02-11,10', '2026-02-30,7', '2026-03-01,eleven'].join(
  '\n',
);

test('scores of a table become a signal; its dip is explained by a theme', async () => {
  const { user, render } = await openWindow({ sample: true });
  for (const { id } of projection.list('signals')) await edit('removeSignal', { signalId: id });
  render(room);
  await user.click((await screen.findAllByRole('button', { name: 'Import from a table…' }))[0]!);
  const dialog = await screen.findByRole('dialog');
  const input = within(dialog).getByLabelText('Table of figures');
  fireEvent.change(input, { target: { files: [new File([SCORES], 'Asked in spring.csv', { type: 'text/csv' })] } });
  await within(dialog).findByText('2 points, from 1 January 2026 to 1 February 2026.');
  expect(dialog.textContent).toContain('2 rows are left out');
  expect(within(dialog).getByLabelText('Kind')).toHaveProperty('value', 'nps');
  await user.click(within(dialog).getByRole('button', { name: 'Import 2 points' }));
  await waitFor(() =>
    expect(projection.list('signals')).toMatchObject([
      { name: 'Asked in spring', kind: 'nps', points: [{ value: 100 }, { value: 0, answers: 2 }] },
    ]),
  );
  const chart = await screen.findByRole('img', { name: /^Asked in spring: 0 on 1 February 2026, 100 down/ });
  expect(chart.querySelectorAll('circle[data-state="open"]')).toHaveLength(1);
  expect(screen.getByText('No why yet')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^Say why…/ }));
  await user.click((await screen.findAllByRole('option'))[0]!);
  await waitFor(() => expect(projection.list('signals')[0]?.whys).toHaveLength(1));
  await user.type(screen.getByLabelText(/^How .* explains 1 February 2026$/), 'The second bill came.{Enter}');
  await waitFor(() => expect(projection.list('signals')[0]?.whys[0]?.note).toBe('The second bill came.'));
  expect(screen.queryByText('No why yet')).toBeNull();
  await user.click(screen.getByRole('button', { name: /^Take .* away as the why/ }));
  await screen.findByText('No why yet');
});

test('points are added and removed by hand', async () => {
  const { user, render } = await openWindow();
  await edit('addSignal', { name: 'Complaints', kind: 'complaints', points: [{ on: '2026-01-01', value: 4, answers: null }] });
  render(room);
  await user.type(await screen.findByLabelText('Day of the new point'), '2026-02-01');
  await user.type(screen.getByLabelText('Value'), '7,5{Enter}');
  await waitFor(() => expect(projection.list('signals')[0]?.points).toHaveLength(2));
  expect(screen.getByText(/^7.5 on 1 February 2026, 3.5 up/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Remove the point of 1 February 2026' }));
  await waitFor(() => expect(projection.list('signals')[0]?.points).toHaveLength(1));
  await user.click(screen.getByRole('button', { name: 'Edit Complaints' }));
  await user.type(await screen.findByLabelText('Unit'), 'a week');
  await user.click(screen.getByRole('button', { name: 'Keep' }));
  await screen.findByText(/^4 a week on 1 January 2026\.$/);
  await user.click(screen.getByRole('button', { name: 'Remove Complaints' }));
  await screen.findByText('No signals yet');
});
