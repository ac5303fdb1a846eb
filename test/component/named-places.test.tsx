// What shares a page with its like is found by its name: commitments, questions of the guide, habits, signals, gates.
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';

import { activeTab } from '#renderer/stores/tabs';
import { edit } from '#renderer/stores/vault-actions';

import { App } from '../../renderer/App.tsx';
import { openWindow } from '../builders/window.tsx';

async function fillStudy(): Promise<void> {
  await edit('addCommitment', { statement: 'Ranges before calls' });
  await edit('addQuestions', { questions: [{ text: 'How did you budget last year?' }] });
  await edit('addRhythmItem', { title: 'Read complaints together', cadence: 'weekly', owner: '', firstDueOn: '2026-06-01', minutes: null });
  await edit('addSignal', { name: 'Renewal satisfaction', kind: 'csat' });
  await edit('addGate', { name: 'Concept ready' });
}

test.each([
  ['ranges before', 'Ranges before calls', 'Commitment', 'plan'],
  ['budget last', 'How did you budget last year?', 'Question of the guide', 'guide'],
  ['read complaints', 'Read complaints together', 'Habit', 'habits'],
  ['renewal sat', 'Renewal satisfaction', 'Signal', 'signals'],
  ['concept', 'Concept ready', 'Phase gate', 'gates'],
])('“%s” finds “%s” (%s), and Enter opens its page', async (typed, name, kind, page) => {
  const { user, render } = await openWindow();
  await fillStudy();
  render(<App />);
  await user.keyboard('{Control>}p{/Control}');
  await user.keyboard(typed);
  const [first] = screen.getAllByRole('option');
  expect(first).toHaveTextContent(name);
  expect(first).toHaveTextContent(kind);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(activeTab()?.content.kind).toBe(page));
  expect(screen.queryByRole('dialog')).toBeNull();
});
