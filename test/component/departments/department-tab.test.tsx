// A department's page: parts in their order, words about the statement, people of people, pseudonyms even where the screen shows names.
import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { openTab } from '#renderer/stores/tabs';
import { edit } from '#renderer/stores/vault-actions';
import { projection, useVaultStore } from '#renderer/stores/vault-store';
import { useViewStore } from '#renderer/stores/view-store';
import { makePricingStudy, SPEAKERS } from '#test/builders/pricing-study';

import { App } from '../../../renderer/App.tsx';
import { openWindow } from '../../builders/window.tsx';

test('what holds comes before what differs, each with people and quotes of both sides under pseudonyms', async () => {
  const { call, user, render } = await openWindow();
  const study = await makePricingStudy(call);
  await edit('setEvidence', { themeId: study.numberFirst, assumptionId: study.talk, relation: 'contradicts' });
  await edit('setEvidence', { themeId: study.talkFirst, assumptionId: study.talk, relation: 'supports' });
  expect(useVaultStore.getState().settings.hideNames).toBe(false);
  // Nothing has a place in jsdom, so separators would take every press: the page alone has none.
  useViewStore.setState({ sideBarVisible: false, inspectorVisible: false });
  openTab({ kind: 'department', id: study.sales });
  render(<App />);
  const page = within(await screen.findByRole('region', { name: 'Page of Sales' }));
  expect(page.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)).toEqual([
    'What you are protecting',
    'What you say',
    'The customer you plan for',
    'What holds',
    'What differs',
    'Not compared with the interviews yet',
    'What leaders acknowledge',
    'What was acknowledged',
    'What research gives you',
  ]);
  const article = within(page.getByRole('article', { name: 'Buyers want to talk before they see a price' }));
  expect(article.getByText('Differs from what we heard')).toBeInTheDocument();
  expect(await article.findByText('3 of 4 people')).toBeInTheDocument();
  expect(article.getByText('Says so')).toBeInTheDocument();
  expect(article.getByText('We always talk first, it is how we buy.')).toBeInTheDocument();
  const text = screen.getByRole('region', { name: 'Page of Sales' }).textContent ?? '';
  for (const name of SPEAKERS) expect(text).not.toContain(name);
  expect(text).toMatch(/P0\d/);

  const protects = page.getByRole('textbox', { name: 'What you are protecting' });
  await user.type(protects, ' and the room to shape it');
  act(() => protects.blur());
  await waitFor(() => expect(projection.state.get('departments', study.sales)?.protects).toBe('the forecast and the room to shape it'));
});
