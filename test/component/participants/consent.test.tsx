// Consent in the inspector, the table and the palette, over a real core: what is chosen is recorded, said, and undone in one step.
import { act, configure, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';

import { edit, undo } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { useQuickPickStore } from '#renderer/stores/quick-pick-store';
import { makeInterviewsStudy } from '#test/builders/interviews-study';

import { ParticipantInspector, participantsHandlers, ParticipantsTab } from '../../../renderer/features/participants/index.ts';
import { openWindow, type TestWindow } from '../../builders/window.tsx';

configure({ asyncUtilTimeout: 20_000 });

let testWindow: TestWindow;
let id: string;
beforeEach(async () => {
  testWindow = await openWindow();
  await makeInterviewsStudy(testWindow.call);
  id = projection.list('participants').find(({ name }) => name === 'Jonas')?.id ?? '';
});

const consent = () => projection.state.get('participants', id)?.consent;
const showInspector = () => testWindow.render(<ParticipantInspector selection={{ kind: 'participant', id }} />);
const status = () => screen.getByRole('combobox', { name: 'What they agreed to' });

test('status, use, days and note are recorded; the inspector says what follows; each is one step back', async () => {
  showInspector();
  const { user } = testWindow;
  expect(status()).toHaveDisplayValue('Nothing recorded');
  expect(screen.queryByRole('combobox', { name: 'Their words may be used' })).toBeNull();
  await user.selectOptions(status(), 'Given');
  await waitFor(() => expect(consent()).toMatchObject({ status: 'given', scope: 'stakeholders', expiresOn: null, note: '' }));
  expect(consent()?.givenOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(screen.getByText('Their words may go to stakeholders.')).toBeInTheDocument();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Their words may be used' }), 'Inside the team');
  await waitFor(() => expect(screen.getByText(/read by the team, not by stakeholders\. Their words are left out/)).toBeInTheDocument());
  const last = screen.getByLabelText('Last day');
  fireEvent.change(last, { target: { value: '2020-01-31' } });
  fireEvent.blur(last);
  await waitFor(() => expect(screen.getByText(/ended on 2020-01-31\./)).toBeInTheDocument());
  await user.type(screen.getByRole('textbox', { name: 'Note on the consent' }), 'By mail');
  fireEvent.blur(screen.getByRole('textbox', { name: 'Note on the consent' }));
  await waitFor(() => expect(consent()).toMatchObject({ scope: 'team', expiresOn: '2020-01-31', note: 'By mail' }));
  await act(undo);
  expect(consent()).toMatchObject({ expiresOn: '2020-01-31', note: '' });
  await act(undo);
  expect(consent()).toMatchObject({ scope: 'team', expiresOn: null });
  await user.selectOptions(status(), 'Nothing recorded');
  await waitFor(() => expect(consent()).toBeUndefined());
});

test('the table says what everybody agreed to, and shows those whose words are withheld', async () => {
  testWindow.render(<ParticipantsTab content={{ kind: 'participants' }} active />);
  const people = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);
  const recorded = { status: 'given', scope: 'outside', givenOn: null, expiresOn: null, note: '' } as const;
  await act(async () => void (await edit('recordConsent', { participantId: id, consent: { ...recorded, expiresOn: '2020-01-31' } })));
  await waitFor(() => expect(screen.getByText('Ended')).toHaveAttribute('title', 'The consent of P02 ended on 2020-01-31.'));
  expect(screen.getAllByTitle('Not recorded')).toHaveLength(2);
  const filter = screen.getByRole('combobox', { name: 'Show by consent' });
  await testWindow.user.selectOptions(filter, 'Withheld from stakeholders');
  expect(people()).toEqual(['P02']);
  await testWindow.user.selectOptions(filter, 'No consent recorded');
  expect(people()).toEqual(['P01', 'P03']);
  await testWindow.user.selectOptions(filter, 'Consent ends within 30 days');
  expect(screen.getByText('Nobody fits: Consent ends within 30 days.')).toBeInTheDocument();
});

test('the palette asks who and what, in two questions', async () => {
  const asked = () => useQuickPickStore.getState().open;
  const running = participantsHandlers['participant.consent']();
  await waitFor(() => expect(asked()?.options.title).toBe('Record consent'));
  act(() => asked()?.answer({ id }));
  await waitFor(() => expect(asked()?.options.title).toBe('What did P02 agree to?'));
  act(() => asked()?.answer({ id: 'withdrawn' }));
  await act(async () => void (await running));
  expect(consent()).toMatchObject({ status: 'withdrawn', givenOn: null });
});
