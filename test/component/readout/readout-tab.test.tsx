// The readout: the preview is the document, follows the records, swaps quotes, leads from checks to fields, and asks before real names.
import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';

import { useReadoutStore } from '#renderer/features/readout/readout-store';
import { openTab } from '#renderer/stores/tabs';
import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { showActivity } from '#renderer/stores/view-store';
import { makePricingStudy, type PricingStudy, SPEAKERS } from '#test/builders/pricing-study';

import { App } from '../../../renderer/App.tsx';
import { openWindow, type TestWindow } from '../../builders/window.tsx';

let opened: TestWindow;
let study: PricingStudy;

beforeEach(async () => {
  useReadoutStore.setState(useReadoutStore.getInitialState(), true);
  window.innerWidth = 1400;
  opened = await openWindow();
  study = await makePricingStudy(opened.call);
  await edit('setEvidence', {
    themeId: study.numberFirst,
    assumptionId: study.talk,
    relation: 'contradicts',
    reason: 'They asked for a price.',
  });
  showActivity('readout');
  openTab({ kind: 'readout' });
  opened.render(<App />);
  await screen.findByRole('heading', { name: 'Finding 1' });
});

const preview = () => within(screen.getByRole('region', { name: 'Preview of the readout' }));
const side = () => within(screen.getByRole('complementary', { name: 'Readout' }));

test('the key of the readout puts the focus on the document; what is being written is kept by Escape', async () => {
  const { user } = opened;
  act(() => openTab({ kind: 'plan' }));
  await user.keyboard('{Alt>}6{/Alt}');
  await waitFor(() => expect(screen.getByRole('region', { name: 'Preview of the readout' })).toHaveFocus());
  act(() => useReadoutStore.setState({ writing: true, focusField: 'unknowns' }));
  await waitFor(() => expect(screen.getByLabelText('What we still do not know')).toHaveFocus());
  await user.keyboard('Who signs{Escape}');
  await waitFor(() => expect(projection.state.require('readout', 'readout').unknowns).toBe('Who signs'));
  await waitFor(() => expect(screen.getByRole('region', { name: 'Preview of the readout' })).toHaveFocus());
});

test('the preview holds sections and quotes of the document, without real names, and follows the records', async () => {
  const text = screen.getByRole('region', { name: 'Preview of the readout' }).textContent ?? '';
  expect(text).toContain('I need a number before I can ask anybody.');
  for (const name of SPEAKERS) expect(text).not.toContain(name);
  expect(
    side()
      .getAllByRole('button')
      .map((button) => button.textContent),
  ).toEqual(expect.arrayContaining(['One page', 'Sales', 'Support', 'Appendix: codebook']));
  await edit('updateReadout', { answer: 'Publish the price, and keep the call for those who ask for it.' });
  expect(await preview().findByText('Publish the price, and keep the call for those who ask for it.')).toBeInTheDocument();
  await waitFor(() => expect(side().queryByText(/There is no answer yet/)).toBeNull());
});

test('hostile words stay words', async () => {
  await edit('updateTheme', {
    themeId: study.numberFirst,
    insight: '<img src=x onerror=alert(1)> [click](javascript:alert(1)) ![pixel](https://evil.test/a.png)',
  });
  await preview().findAllByText(/<img src=x onerror=alert\(1\)>/);
  const root = screen.getByRole('region', { name: 'Preview of the readout' });
  expect(root.querySelector('img, script, iframe, [onerror], a[href^="javascript"]')).toBeNull();
});

test('a check leads to the field in which it is put right', async () => {
  const { user } = opened;
  await user.click(side().getByRole('button', { name: /There is no answer yet/ }));
  const answer = await screen.findByRole('textbox', { name: 'The answer, in one sentence' });
  await waitFor(() => expect(answer).toHaveFocus());
  await user.keyboard('Publish the price.');
  act(() => answer.blur());
  await waitFor(() => expect(projection.state.get('readout', 'readout')?.answer).toBe('Publish the price.'));
});

test('a quote is swapped for another of its theme and stays swapped', async () => {
  const { user } = opened;
  await user.click(preview().getAllByRole('button', { name: 'Swap quote…' })[0] as HTMLElement);
  const other = within(await screen.findByRole('listbox')).getAllByRole('option')[1];
  const words = study.quotes
    .map((id) => projection.state.get('snippets', id))
    .find((snippet) => other?.textContent?.includes(snippet?.quote ?? '?'));
  await user.click(other as HTMLElement);
  await waitFor(() => expect(projection.state.get('readout', 'readout')?.quotes[study.numberFirst]?.[0]).toBe(words?.id));
  // The first quote of the finding is the one of page 1 too.
  await waitFor(() => expect(preview().getAllByText(words?.quote ?? '?', { exact: false }).length).toBeGreaterThan(1));
});

test('headlines are chosen by hand and put in order', async () => {
  const { user } = opened;
  await user.click(screen.getByRole('button', { name: 'Write' }));
  await user.click(screen.getByRole('button', { name: 'Choose by hand…' }));
  await user.keyboard('talk first{Enter}');
  await waitFor(() => expect(projection.state.get('readout', 'readout')?.headlineThemeIds).toEqual([study.talkFirst]));
  await user.click(screen.getByRole('button', { name: 'Add a finding…' }));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(projection.state.get('readout', 'readout')?.headlineThemeIds).toEqual([study.talkFirst, study.numberFirst]));
  await user.click(screen.getByRole('button', { name: 'Move A number comes first up' }));
  await waitFor(() => expect(projection.state.get('readout', 'readout')?.headlineThemeIds).toEqual([study.numberFirst, study.talkFirst]));
});

test('exports hold pseudonyms; real names go out only after a yes', async () => {
  const { user } = opened;
  const exported: Blob[] = [];
  vi.stubGlobal(
    'URL',
    Object.assign(URL, { createObjectURL: (blob: Blob) => `blob:test/${exported.push(blob)}`, revokeObjectURL: () => undefined }),
  );
  const clicks = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  await user.click(screen.getByRole('button', { name: 'Export' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Markdown…' }));
  await waitFor(() => expect(exported).toHaveLength(1));
  const plain = (await exported[0]?.text()) ?? '';
  for (const name of SPEAKERS) expect(plain).not.toContain(name);
  await user.click(screen.getByRole('button', { name: 'Export' }));
  await user.click(await screen.findByRole('menuitem', { name: 'With real names…' }));
  await screen.findByRole('combobox', { name: 'As which kind of file?' });
  await user.keyboard('{Enter}');
  const dialog = await screen.findByRole('dialog', { name: 'Export with real names?' });
  expect(within(dialog).getByRole('button', { name: 'Keep pseudonyms' })).toHaveFocus();
  expect(exported).toHaveLength(1);
  await user.click(within(dialog).getByRole('button', { name: 'Export with real names' }));
  await waitFor(() => expect(exported).toHaveLength(2));
  expect((await exported[1]?.text()) ?? '').toContain('Mara Vogt');
  expect(clicks).toHaveBeenCalledTimes(2);
});
