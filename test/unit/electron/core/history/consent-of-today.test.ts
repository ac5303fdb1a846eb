// Consent does not go back in time: neither a look at the study as it was nor restoring it lets withdrawn words out again.
import { expect, onTestFinished, test } from 'vitest';

import { startCore } from '#test/builders/running-core';

const CONSENT = { status: 'given', scope: 'stakeholders', givenOn: null, expiresOn: null, note: '' } as const;

test('the study as it was leaves with the consent of today, and restoring it keeps that', { timeout: 60_000 }, async () => {
  const { core, stop } = await startCore();
  onTestFinished(stop);
  const { handlers } = core;
  const edit = (name: string, input: unknown) => handlers['vault.edit']({ edit: name, input });
  const snapshot = () => handlers['vault.snapshot']({});
  const exported = async (): Promise<string> =>
    Buffer.from((await handlers['query.file']({ file: 'quotes', purpose: 'stakeholders' })).base64, 'base64').toString('utf8');
  const held = async (): Promise<number> => (await exported()).split('[Withheld: ').length - 1;

  await handlers['vault.openSample']({});
  const [participantId = ''] = Object.keys((await snapshot()).records.participants);
  await edit('recordConsent', { participantId, consent: CONSENT });
  await edit('updateParticipant', { participantId, relationship: 'As it was' });
  expect(await held()).toBe(0);
  const { seq } = await snapshot();
  await edit('updateParticipant', { participantId, relationship: 'As it is' });
  await edit('recordConsent', { participantId, consent: { ...CONSENT, status: 'withdrawn' } });
  const quotes = await held();
  expect(quotes).toBeGreaterThan(0);

  await handlers['history.look']({ seq });
  expect((await snapshot()).records.participants[participantId]).toMatchObject({
    relationship: 'As it was',
    consent: { status: 'withdrawn' },
  });
  expect(await held()).toBe(quotes);
  expect((await handlers['readout.build']({ format: 'md', names: 'pseudonyms', purpose: 'stakeholders' })).withheld).toMatchObject({
    people: 1,
    quotes,
  });
  await handlers['history.back']({});

  await handlers['history.restore']({ seq });
  expect((await snapshot()).records.participants[participantId]).toMatchObject({
    relationship: 'As it was',
    consent: { status: 'withdrawn' },
  });
  expect(await held()).toBe(quotes);
  await handlers['vault.undo']({});
  expect((await snapshot()).records.participants[participantId]?.relationship).toBe('As it is');
});
