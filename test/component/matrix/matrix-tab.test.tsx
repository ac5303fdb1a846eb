// The matrix: a real grid by keyboard, judging with a reason, verdicts of people and not of quotes, undo, the drill-down.
import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';

import { useMatrixStore } from '#renderer/features/matrix/matrix-store';
import { openTab } from '#renderer/stores/tabs';
import { projection } from '#renderer/stores/vault-store';
import { useViewStore } from '#renderer/stores/view-store';
import { makePricingStudy, type PricingStudy } from '#test/builders/pricing-study';

import { App } from '../../../renderer/App.tsx';
import { openWindow, type TestWindow } from '../../builders/window.tsx';

let opened: TestWindow;
let study: PricingStudy;

beforeEach(async () => {
  useMatrixStore.setState(useMatrixStore.getInitialState(), true);
  opened = await openWindow();
  study = await makePricingStudy(opened.call);
  // Wide enough for the inspector to stand beside the grid.
  window.innerWidth = 1280;
  openTab({ kind: 'matrix' });
  opened.render(<App />);
});

const grid = (): HTMLElement => screen.getByRole('grid', { name: /Themes against/ });
const cellOf = (themeId: string, assumptionId: string): HTMLElement =>
  grid().querySelector<HTMLElement>(`[data-place="${themeId} ${assumptionId}"]`) as HTMLElement;
const links = () => [...projection.state.all('evidenceLinks').values()];
const inspector = () => within(screen.getByRole('complementary', { name: 'Inspector' }));

test('the grid has one tab stop, heads of departments and themes, and open cells that say so', async () => {
  await within(grid()).findByText('3 of 4 · 4 quotes');
  expect(within(grid()).getByRole('columnheader', { name: /Sales.*protects: the forecast/ })).toBeInTheDocument();
  expect(
    within(grid())
      .getAllByRole('rowheader')
      .map((head) => head.textContent),
  ).toEqual(['A number comes first3 of 4 · 4 quotes', 'Some talk first1 of 4 · 1 quote']);
  expect(grid().querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  expect(
    within(grid())
      .getAllByRole('gridcell')
      .map((cell) => cell.textContent),
  ).toEqual(Array.from({ length: 4 }, () => 'Opennot judged'));
});

test('arrows reach every cell and the heads, and the inspector follows', async () => {
  const { user } = opened;
  cellOf(study.numberFirst, study.talk).focus();
  await user.keyboard('{ArrowRight}');
  expect(cellOf(study.numberFirst, study.docs)).toHaveFocus();
  await user.keyboard('{ArrowDown}');
  expect(cellOf(study.talkFirst, study.docs)).toHaveFocus();
  expect(useViewStore.getState().selection).toEqual({ kind: 'cell', themeId: study.talkFirst, assumptionId: study.docs });
  await user.keyboard('{ArrowUp}{ArrowUp}');
  expect(document.activeElement).toHaveTextContent('They read the docs');
  expect(useViewStore.getState().selection).toEqual({ kind: 'assumption', id: study.docs });
});

test('judging by key asks for the reason; people count, not quotes; undo takes it back', async () => {
  const { user } = opened;
  cellOf(study.numberFirst, study.talk).focus();
  await user.keyboard('c');
  const reason = await screen.findByRole('textbox', { name: /Why\?/ });
  await waitFor(() => expect(reason).toHaveFocus());
  await user.keyboard('They asked for a price.{Enter}');
  await waitFor(() =>
    expect(links()).toMatchObject([
      { themeId: study.numberFirst, assumptionId: study.talk, relation: 'contradicts', reason: 'They asked for a price.' },
    ]),
  );
  await waitFor(() => expect(cellOf(study.numberFirst, study.talk)).toHaveFocus());
  // Four quotes, three people.
  expect(cellOf(study.numberFirst, study.talk)).toHaveTextContent('Contradicts0 for, 3 against');
  expect(inspector().getByText('3 of 4 people')).toBeInTheDocument();
  expect(inspector().getByText('3 people contradict it (4 quotes).')).toBeInTheDocument();
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(links()[0]?.reason).toBe(''));
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(cellOf(study.numberFirst, study.talk)).toHaveTextContent('Open'));
  expect(links()).toEqual([]);
});

test('another judgement replaces the first one and its reason; Backspace opens the cell again', async () => {
  const { user } = opened;
  const cell = cellOf(study.talkFirst, study.talk);
  cell.focus();
  await user.keyboard('s');
  await waitFor(() => expect(screen.getByRole('textbox', { name: /Why\?/ })).toHaveFocus());
  await user.keyboard('He said so.{Enter}');
  await waitFor(() => expect(links()[0]?.reason).toBe('He said so.'));
  await waitFor(() => expect(cell).toHaveFocus());
  await user.keyboard('r');
  await waitFor(() => expect(links()).toMatchObject([{ relation: 'refines', reason: '' }]));
  await waitFor(() => expect(screen.getByRole('textbox', { name: /Why\?/ })).toHaveFocus());
  await user.keyboard('{Escape}');
  await waitFor(() => expect(cell).toHaveFocus());
  await user.keyboard('{Backspace}');
  await waitFor(() => expect(links()).toEqual([]));
  expect(cell).toHaveFocus();
});

test('one quote can be judged apart from its theme, and opens in its transcript', async () => {
  const { user } = opened;
  // Nothing has a place in jsdom, so a press anywhere would be taken by the separators: the focus does what a click would.
  act(() => cellOf(study.numberFirst, study.talk).focus());
  await user.click(inspector().getByRole('button', { name: 'Contradicts' }));
  await waitFor(() => expect(links()).toHaveLength(1));
  await user.click((await inspector().findAllByRole('button', { name: 'Judge this quote on its own' }))[0] as HTMLElement);
  await user.click(await screen.findByRole('menuitem', { name: 'This quote alone: supports' }));
  await waitFor(() => expect(links()).toHaveLength(2));
  const alone = links().find((link) => link.snippetId !== null);
  expect(alone).toMatchObject({ assumptionId: study.talk, relation: 'supports', themeId: null });
  expect(inspector().getByText(/1 for, [23] against/)).toBeInTheDocument();
  await user.click(inspector().getAllByRole('button', { name: /Open in the transcript/ })[0] as HTMLElement);
  expect(useViewStore.getState().groups[0]?.tabs.map((tab) => tab.content.kind)).toContain('transcript');
});

test('departments can be hidden and shown, and rows sorted', async () => {
  const { user } = opened;
  await user.click(screen.getByRole('button', { name: 'Matrix' }));
  const side = within(screen.getByRole('complementary', { name: 'Matrix' }));
  await user.click(side.getByRole('checkbox', { name: 'Sales' }));
  expect(within(grid()).queryByText('Buyers want to talk before they see a price')).toBeNull();
  await user.click(side.getByRole('checkbox', { name: 'Support' }));
  expect(screen.getByText('All columns are hidden')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Show all departments' }));
  expect(within(grid()).getAllByRole('gridcell')).toHaveLength(4);
});
