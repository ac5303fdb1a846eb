// Deleting a person for good: the dialog says what goes, waits for the pseudonym, and the window shows the study without them.
import { cpSync } from 'node:fs';
import path from 'node:path';

import { configure, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';

import { useNotificationStore } from '#renderer/stores/notification-store';
import { edit } from '#renderer/stores/vault-actions';
import { projection, useVaultStore } from '#renderer/stores/vault-store';
import { makeInterviewsStudy } from '#test/builders/interviews-study';

import { ParticipantInspector } from '../../../renderer/features/participants/index.ts';
import { PastPeople } from '../../../renderer/features/participants/PastPeople.tsx';
import { openWindow, type TestWindow } from '../../builders/window.tsx';

configure({ asyncUtilTimeout: 20_000 });

let testWindow: TestWindow;
beforeEach(async () => {
  testWindow = await openWindow();
  await makeInterviewsStudy(testWindow.call);
});

test('what goes and what may stay is said; only the pseudonym deletes; nothing of them can be undone', async () => {
  const { user } = testWindow;
  const person = projection.list('participants').find(({ name }) => name === 'Amara')!;
  await edit('addMemo', { title: 'Loose thoughts', text: 'Amara was the clearest.' });
  const before = projection.list('sources').length;
  testWindow.render(<ParticipantInspector selection={{ kind: 'participant', id: person.id }} />);
  await user.click(screen.getByRole('button', { name: /Delete this person and everything they said/ }));
  const dialog = await screen.findByRole('dialog', { name: `Delete ${person.pseudonym} and everything they said` });
  await within(dialog).findByText('2 snippets');
  expect(within(dialog).getByRole('button', { name: 'Memo “Loose thoughts”' })).toBeInTheDocument();
  expect(within(dialog).getByText(/Traces on the disk itself/)).toBeInTheDocument();
  const confirm = within(dialog).getByRole('textbox', { name: `Type ${person.pseudonym} to confirm` });
  await user.type(confirm, 'P99');
  expect(within(dialog).getByRole('button', { name: 'Delete for good' })).toBeDisabled();
  await user.clear(confirm);
  await user.type(confirm, `${person.pseudonym}{Enter}`);
  await waitFor(() => expect(projection.state.get('participants', person.id)).toBeUndefined());
  await waitFor(() =>
    expect(
      useNotificationStore
        .getState()
        .notifications.map(({ message }) => message)
        .join(' '),
    ).toContain('One participant was deleted'),
  );
  expect(projection.list('sources').length).toBeLessThanOrEqual(before);
  expect(projection.list('memos').map(({ text }) => text)).toEqual(['[deleted] was the clearest.']);
  expect(useVaultStore.getState().undoLabel ?? '').not.toContain('Amara');
  expect(await testWindow.call('vault.check', {})).toMatchObject({ ok: true, problems: [] });
});

test('a copy of the study made by hand before loses the person when it is opened', async () => {
  const person = projection.list('participants').find(({ name }) => name === 'Amara')!;
  const study = useVaultStore.getState().status?.folder ?? '';
  const copy = path.join(testWindow.folder, 'Copy.plumb');
  await testWindow.call('vault.close', {});
  cpSync(study, copy, { recursive: true });
  await testWindow.call('vault.open', { folder: study });
  await testWindow.call('purge.run', { participantId: person.id, typed: person.pseudonym });
  const { notices } = await testWindow.call('vault.open', { folder: copy });
  expect(notices.join(' ')).toContain('One participant was deleted');
  const { records } = await testWindow.call('vault.snapshot', {});
  expect(records.participants[person.id]).toBeUndefined();
  expect(await testWindow.call('vault.check', {})).toMatchObject({ ok: true, problems: [] });
});

test('somebody removed from the list is found in the history and deleted for good from there', async () => {
  const { user } = testWindow;
  const person = projection.list('participants').find(({ name }) => name === 'Amara')!;
  await edit('removeParticipant', { participantId: person.id });
  testWindow.render(<PastPeople />);
  await user.click(screen.getByRole('button', { name: 'Show who the history still holds…' }));
  await user.click(await screen.findByRole('button', { name: `Delete ${person.pseudonym} for good` }));
  const dialog = await screen.findByRole('dialog', { name: `Delete ${person.pseudonym} and everything they said` });
  await within(dialog).findByText('2 snippets');
  await user.type(within(dialog).getByRole('textbox', { name: `Type ${person.pseudonym} to confirm` }), `${person.pseudonym}{Enter}`);
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  await user.click(screen.getByRole('button', { name: 'Show who the history still holds…' }));
  await screen.findByText('Nobody: everybody in the history is on the list.');
  expect(await testWindow.call('vault.check', {})).toMatchObject({ ok: true, problems: [] });
});
