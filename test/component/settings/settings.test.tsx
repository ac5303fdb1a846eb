// Settings take effect at once and are kept by the core; they open without a study too.
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { applySettings } from '#renderer/features/settings/apply-settings';
import { useVaultStore } from '#renderer/stores/vault-store';

import { App } from '../../../renderer/App.tsx';
import { openWindow } from '../../builders/window.tsx';

const group = (name: string) => within(screen.getByRole('region', { name }));

test('theme, reading size, names and the tag picker', async () => {
  const { call, user, render } = await openWindow();
  const stop = applySettings();
  render(<App />);
  await user.keyboard('{Control>},{/Control}');
  const system = await screen.findByRole('radio', { name: 'Follow the system' });
  expect(system).toBeChecked();
  await user.click(group('Theme').getByRole('radio', { name: 'Dark' }));
  await waitFor(() => expect(document.documentElement.dataset.theme).toBe('dark'));
  fireEvent.change(screen.getByRole('slider', { name: /Size of transcript text/ }), { target: { value: '20' } });
  await waitFor(() => expect(document.documentElement.style.getPropertyValue('--reading-size')).toBe('20px'));
  expect(screen.getByRole('slider', { name: 'Size of transcript text: 20 px' })).toHaveValue('20');
  await user.click(screen.getByRole('checkbox', { name: /Hide real names on screen/ }));
  await screen.findByRole('button', { name: 'names hidden' });
  await user.click(screen.getByRole('radio', { name: 'Open it after each selection' }));
  await waitFor(async () =>
    expect((await call('app.status', {})).settings).toEqual({
      theme: 'dark',
      readingSize: 20,
      hideNames: true,
      pickerAfterSelection: true,
      lockAfterMinutes: 15,
      coderName: '',
      backups: { hourly: 24, daily: 14, weekly: 8, secondFolder: null },
    }),
  );
  stop();
});

test('says where the study and new ones lie, also while none is open', async () => {
  const { call, user, render } = await openWindow();
  render(<App />);
  await user.keyboard('{Control>},{/Control}');
  expect(await screen.findByText(useVaultStore.getState().status?.folder ?? 'none')).toBeVisible();
  await call('vault.close', {});
  await screen.findByText('No study open');
  await user.keyboard('{Control>},{/Control}');
  const places = within(await screen.findByRole('region', { name: 'Where your data lies' }));
  expect(places.getByText('No study is open.')).toBeVisible();
  expect(places.getByText(useVaultStore.getState().defaultFolder)).toBeVisible();
});
