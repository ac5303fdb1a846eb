// The plan: the five departments at once, assumptions by keyboard, importance by digit, reordering, removal and its undo.
import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';

import { usePlanStore } from '#renderer/features/plan/plan-store';
import { openTab } from '#renderer/stores/tabs';
import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { useViewStore } from '#renderer/stores/view-store';

import { App } from '../../../renderer/App.tsx';
import { openWindow, type TestWindow } from '../../builders/window.tsx';

let opened: TestWindow;

beforeEach(async () => {
  usePlanStore.setState(usePlanStore.getInitialState(), true);
  opened = await openWindow();
  // Nothing has a place in jsdom, so separators would take every press: the plan alone has none.
  useViewStore.setState({ sideBarVisible: false, inspectorVisible: false });
  openTab({ kind: 'plan' });
  opened.render(<App />);
});

const plan = () => within(screen.getByRole('region', { name: 'Plan' }));
const names = (): string[] =>
  [...projection.state.all('departments').values()].sort((left, right) => left.order - right.order).map(({ name }) => name);
const rows = (department: string): HTMLElement[] =>
  within(plan().getByRole('grid', { name: `Assumptions of ${department}` })).getAllByRole('row');
const assumption = (statement: string) => [...projection.state.all('assumptions').values()].find((each) => each.statement === statement);

test('the five departments come at once and go at once', async () => {
  const { user } = opened;
  await user.click(plan().getByRole('button', { name: 'Add the five departments' }));
  await waitFor(() => expect(names()).toEqual(['Marketing', 'Sales', 'Product', 'CEO', 'Engineering']));
  await waitFor(() => expect(plan().getByRole('button', { name: 'Marketing' })).toHaveFocus());
  for (const name of names()) expect(rows(name).length).toBeGreaterThan(1);
  await user.click(screen.getByRole('button', { name: /^Undo Add 5 departments/ }));
  await waitFor(() => expect(names()).toEqual([]));
});

test('assumptions are written one after another, and their importance is set by digit', async () => {
  const { user } = opened;
  await edit('addDepartment', { name: 'Legal' });
  act(() => plan().getByRole('button', { name: 'Legal' }).focus());
  await user.keyboard('n');
  expect(plan().getByRole('textbox', { name: 'New assumption of Legal' })).toHaveFocus();
  await user.keyboard('Contracts slow nobody down{Enter}Buyers read our terms{Enter}');
  await waitFor(() => expect(rows('Legal')).toHaveLength(2));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(rows('Legal')[1]).toHaveFocus());
  await user.keyboard('{ArrowUp}5');
  await waitFor(() => expect(assumption('Contracts slow nobody down')?.importance).toBe(5));
  expect(within(rows('Legal')[0] as HTMLElement).getByRole('img', { name: /5 of 5/ })).toBeInTheDocument();
  expect(assumption('Buyers read our terms')?.importance).toBe(3);
});

test('the wording is edited in its row; moving keeps the focus', async () => {
  const { user } = opened;
  await edit('addDepartment', { name: 'Legal', assumptions: [{ statement: 'First' }, { statement: 'Second' }] });
  act(() => rows('Legal')[0]?.focus());
  await user.keyboard('{F2}');
  const field = await plan().findByRole('textbox', { name: 'Statement' });
  await user.clear(field);
  await user.keyboard('First, and better{Enter}');
  await waitFor(() => expect(rows('Legal')[0]).toHaveTextContent('First, and better'));
  await waitFor(() => expect(rows('Legal')[0]).toHaveFocus());
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await waitFor(() => expect(rows('Legal')[1]).toHaveTextContent('First, and better'));
  await waitFor(() => expect(rows('Legal')[1]).toHaveFocus());
});

test('removing a department says what goes with it, the focus goes on, and undo brings all of it back', async () => {
  const { user } = opened;
  await edit('addDepartments', {
    departments: [{ name: 'Legal', assumptions: [{ statement: 'One' }, { statement: 'Two' }] }, { name: 'Finance' }],
  });
  await user.click(plan().getByRole('button', { name: 'More for Legal' }));
  expect(await screen.findByRole('menuitem', { name: /Remove/ })).toHaveAccessibleName(
    /Its 2 assumptions go with it\. Undo brings it back\./,
  );
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
  act(() => plan().getByRole('button', { name: 'Legal' }).focus());
  await user.keyboard('{Delete}');
  await waitFor(() => expect(names()).toEqual(['Finance']));
  await waitFor(() => expect(plan().getByRole('button', { name: 'Finance' })).toHaveFocus());
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(names()).toEqual(['Legal', 'Finance']));
  expect(rows('Legal')).toHaveLength(2);
});

test('a name that is taken is refused and the old one stands again', async () => {
  const { user } = opened;
  await edit('addSegment', { name: 'trial' });
  await edit('addSegment', { name: 'sales-led' });
  const field = plan().getByRole('textbox', { name: 'Name of segment sales-led' });
  await user.clear(field);
  await user.type(field, 'Trial{Enter}');
  expect(await screen.findByText(/already one called “trial”/)).toBeInTheDocument();
  await waitFor(() => expect(plan().getByRole('textbox', { name: 'Name of segment sales-led' })).toHaveValue('sales-led'));
});
