// The guide over a real core: questions with remarks, coverage from the transcripts, what is confirmed reaches the verdicts; the recruitment list.
import { configure, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { verdictOf } from '#shared/domain/evidence/verdict';
import { showGuidePart } from '#renderer/features/guide/guide-store';
import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';

import { GuideTab } from '../../../renderer/features/guide/index.ts';
import { RecruitsTab } from '../../../renderer/features/recruits/index.ts';
import { openWindow } from '../../builders/window.tsx';

configure({ asyncUtilTimeout: 20_000 });

test('a leading question gets its remark as it is written, and loses it with the wording', async () => {
  const { user, render } = await openWindow();
  showGuidePart('questions');
  render(<GuideTab content={{ kind: 'guide' }} active />);
  await user.type(screen.getByRole('textbox', { name: 'Add a question' }), 'How easy was it to sign up?{Enter}');
  expect(await screen.findByText(/puts the word “easy” into their mouth/)).toBeVisible();
  const wording = screen.getByRole('textbox', { name: 'Question 1' });
  await user.clear(wording);
  await user.type(wording, 'Wie war die Anmeldung?{Enter}');
  expect(await screen.findByText('Not in English, so its wording is not checked.')).toBeVisible();
  await user.clear(wording);
  await user.type(wording, 'What was it like to sign up?{Enter}');
  await waitFor(() => expect(screen.queryByText(/not checked/)).toBeNull());
  expect(screen.queryByText(/Leading/)).toBeNull();
});

test('what the transcripts show is confirmed at once, or cell by cell, and counts from then on', async () => {
  const { user, render } = await openWindow({ sample: true });
  const fuel = projection.list('assumptions').find(({ statement }) => statement.includes('emissions'));
  await edit('noteAskedIn', { assumptionId: fuel?.id ?? '', sourceIds: [] });
  const asked = (): number => verdictOf(projection.state, fuel?.id ?? '').asked.people.length;
  const before = asked();
  showGuidePart('coverage');
  render(<GuideTab content={{ kind: 'guide' }} active />);
  const status = await screen.findByText(/proposals from the transcripts to confirm/);
  await user.click(screen.getByRole('button', { name: 'Confirm all proposals' }));
  await waitFor(() => expect(status).toHaveTextContent('No proposal is open.'));
  expect(asked()).toBe(before + 1);
  await user.click(screen.getByRole('button', { name: /^Question 11, P02 Gethin: open$/ }));
  const details = within(screen.getByRole('region', { name: 'The chosen cell' }));
  await user.click(details.getByRole('button', { name: 'Asked' }));
  await screen.findByRole('button', { name: 'Question 11, P02 Gethin: asked' });
  expect(asked()).toBe(before + 2);
  await user.click(details.getByRole('button', { name: 'Take back' }));
  await screen.findByRole('button', { name: 'Question 11, P02 Gethin: open' });
  expect(asked()).toBe(before + 1);
});

test('somebody new is added to the list, described, and invited', async () => {
  const { user, render } = await openWindow();
  await edit('addRecruit', { newParticipant: { id: 'cold', name: 'Ben' } });
  await edit('addRecruit', { newParticipant: { id: 'ana', name: 'Ana' }, stage: 'invited' });
  render(<RecruitsTab content={{ kind: 'recruits' }} active />);
  const list = await screen.findByRole('list', { name: 'People, in the order in which to ask them' });
  await user.click(within(list).getByRole('button', { name: /Ana/ }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'How they were reached' }), 'advocate');
  await waitFor(() => expect(within(list).getAllByRole('button')[0]).toHaveTextContent('P02 AnaAdvocate · invited'));
  await user.click(screen.getByRole('button', { name: 'Invitation…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Invitation' });
  expect(dialog).toHaveTextContent('Dear Ana,');
  expect(within(dialog).getByRole('button', { name: 'Save for calendars (.ics)' })).toBeDisabled();
});
