// Pages that are handed over show no withheld words, say so, and count everybody; the researcher's own screens show them.
import { act, configure, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';

import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { makePricingStudy, SPEAKERS } from '#test/builders/pricing-study';

import { CustomerTab } from '../../../renderer/features/customer/index.ts';
import { DepartmentTab } from '../../../renderer/features/departments/index.ts';
import { Quote } from '../../../renderer/features/evidence/index.ts';
import { openWindow } from '../../builders/window.tsx';

configure({ asyncUtilTimeout: 20_000 });

test('a department’s page and the customer’s page leave out what may not be shown, and say so', async () => {
  const testWindow = await openWindow();
  const study = await makePricingStudy(testWindow.call);
  await edit('setEvidence', { assumptionId: study.talk, themeId: study.numberFirst, relation: 'contradicts', reason: '' });
  await edit('updateCustomer', { part: 'experience', snippetIds: study.quotes.slice(0, 1) });
  const words = study.quotes.map((id) => projection.state.require('snippets', id).quote);
  testWindow.render(
    <>
      <DepartmentTab content={{ kind: 'department', id: study.sales }} active />
      <CustomerTab content={{ kind: 'customer' }} active />
      <section aria-label="Inside">
        <Quote snippetId={study.quotes[0] ?? ''} />
      </section>
    </>,
  );
  const shown = (): number => screen.queryAllByText((text, element) => element?.tagName === 'BLOCKQUOTE' && words.includes(text)).length;
  await waitFor(() => expect(shown()).toBeGreaterThan(2));
  const countsOf = () => screen.getByRole('region', { name: 'Page of Sales' }).textContent?.match(/\d of \d people/g);
  const counted = countsOf();
  const people = projection.list('participants').filter(({ name }) => SPEAKERS.some((each) => each === name));
  const consent = { status: 'withdrawn', scope: 'outside', givenOn: null, expiresOn: null, note: '' } as const;
  for (const { id } of people) await act(async () => void (await edit('recordConsent', { participantId: id, consent })));
  await waitFor(() => expect(screen.getByText('Withheld: the speaker has not agreed to be quoted here.')).toBeInTheDocument());
  expect(
    screen.getByText('Withheld here: 4 quotes of 3 people who have not agreed to be quoted here and are counted.'),
  ).toBeInTheDocument();
  expect(shown()).toBe(1);
  expect(screen.getByRole('region', { name: 'Inside' })).toHaveTextContent(words[0] ?? '');
  expect(counted?.length).toBeGreaterThan(0);
  expect(countsOf()).toEqual(counted);
});
