// Commitments on the plan: written, signed and sealed; changed afterwards they say so; forecasts are shown only together.
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';

import { openTab } from '#renderer/stores/tabs';
import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { useViewStore } from '#renderer/stores/view-store';

import { App } from '../../../renderer/App.tsx';
import { openWindow, type TestWindow } from '../../builders/window.tsx';

let opened: TestWindow;

beforeEach(async () => {
  opened = await openWindow();
  useViewStore.setState({ sideBarVisible: false, inspectorVisible: false });
  openTab({ kind: 'plan' });
  opened.render(<App />);
});

const section = () => within(screen.getByRole('region', { name: 'Commitments' }));
const only = () => [...projection.state.all('commitments').values()][0];

test('a commitment is written, signed and sealed by keyboard, and says openly when its terms are changed', async () => {
  const { user } = opened;
  await user.type(section().getByRole('textbox', { name: /^Add a commitment/ }), 'they want a price first{Enter}');
  const card = within(await section().findByRole('article', { name: 'they want a price first' }));
  expect(card.getByRole('button', { name: 'Seal…' })).toBeDisabled();
  await edit('updateCommitment', {
    commitmentId: only()?.id ?? '',
    atLeast: 5,
    of: 8,
    owner: 'Dana',
    action: 'run the pilot',
    dueOn: '2026-07-15',
  });
  await card.findByText('Needs Dana’s signature.');
  await user.click(card.getByRole('button', { name: 'Sign…' }));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(only()?.signatures[0]?.name).toBe('Dana'));
  await user.click(card.getByRole('button', { name: 'Seal…' }));
  await user.keyboard('{Enter}');
  await card.findByText(/^Sealed on .*, before the first interview\. Signed by Dana\. Seal 1/);
  expect(card.queryByRole('textbox', { name: 'At least' })).toBeNull();
  await user.click(card.getByRole('button', { name: 'Change the terms (breaks the seal)' }));
  const field = card.getByRole('textbox', { name: 'At least' });
  await user.clear(field);
  await user.type(field, '2{Enter}');
  await card.findByText(/^Unsealed\. It was sealed on .* and signed by Dana/);
  await user.click(screen.getByRole('button', { name: /^Undo Edit commitment/ }));
  await card.findByText(/^Sealed on /);
});

test('forecasts are kept back until they are revealed together', async () => {
  const { user } = opened;
  const { commitmentId } = await edit('addCommitment', { statement: 'they want a price first' });
  await edit('giveForecast', { commitmentId, person: 'Omar', probability: 70 });
  const card = within(await section().findByRole('article', { name: 'they want a price first' }));
  await card.findByText('Forecasts kept back: Omar.');
  await user.click(card.getByRole('button', { name: 'Give a forecast…' }));
  await user.keyboard('Dana{Enter}');
  await user.keyboard('20{Enter}');
  await card.findByText('Forecasts kept back: Omar, Dana.');
  expect(section().getAllByText('after 10 more')).toHaveLength(2);
  await user.click(card.getByRole('button', { name: 'Reveal together' }));
  await card.findByText('Forecasts: Omar 70 %, Dana 20 %.');
});
