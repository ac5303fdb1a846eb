// A study that was named on start and needs a decision: the window asks for it instead of not starting.
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';

import { App } from '../../renderer/App.tsx';
import { refreshStatus } from '#renderer/stores/session';
import { openWindow } from '../builders/window.tsx';

test('a damaged study is shown with what can be done about it', async () => {
  const { core, call, folder, render } = await openWindow();
  const study = path.join(folder, 'Test study.plumb');
  await call('vault.edit', { edit: 'createTag', input: { name: 'Price' } });
  await call('vault.close', {});
  for (const file of ['vault.json', 'vault.previous.json']) writeFileSync(path.join(study, file), '{"format":"plumb');
  await core.openOnStart(study);
  render(<App />);
  await refreshStatus();
  expect(await screen.findByRole('dialog')).toHaveTextContent(/damaged/i);
  expect((await call('app.status', {})).askedFor).toBeNull();
});

test('a study that is not there is refused at once', async () => {
  const { core, folder } = await openWindow();
  await expect(core.openOnStart(path.join(folder, 'none.plumb'))).rejects.toMatchObject({ code: 'vault-missing' });
});
