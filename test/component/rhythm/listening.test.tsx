// The listening ratio over a real core, on the sample's interviews.
import { configure, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { ListeningTab } from '../../../renderer/features/rhythm/index.ts';
import { openWindow } from '../../builders/window.tsx';

configure({ asyncUtilTimeout: 20_000 });

test('both interviewers of the sample stand with their shares and questions', async () => {
  const { render } = await openWindow({ sample: true });
  render(<ListeningTab content={{ kind: 'listening' }} active />);
  const table = await screen.findByRole('table', { name: 'Listening ratio by interviewer' });
  const rows = within(table).getAllByRole('row').slice(1);
  expect(rows.map((row) => row.textContent?.slice(0, 6)).sort()).toEqual(['Callum', 'Nadia8']);
  for (const row of rows) expect(row.textContent).toMatch(/[6-9]\d %.*\d+ open, \d+ closed or leading/);
  expect(within(screen.getByRole('table', { name: 'Listening ratio by interview' })).getAllByRole('row')).toHaveLength(15);
});

test('an empty study says what is missing', async () => {
  const { render } = await openWindow();
  render(<ListeningTab content={{ kind: 'listening' }} active />);
  await screen.findByText(/Nothing to compare yet/);
});
