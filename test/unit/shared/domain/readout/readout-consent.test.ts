// The readout counts everybody and shows only words whose consent reaches so far, in every form it has.
import { expect, it } from 'vitest';

import { buildReadout } from '#shared/domain/readout/build-readout';
import { checkReadout } from '#shared/domain/readout/readout-checks';
import { readoutHtml } from '#shared/domain/readout/readout-html';
import { readoutMarkdown } from '#shared/domain/readout/readout-markdown';
import type { Consent } from '#shared/model/records/consent';
import { buildRenewalStudy, type RenewalStudy } from '#test/builders/renewal-study';

const TODAY = '2026-06-30';
const CONSENT: Consent = { status: 'given', scope: 'stakeholders', givenOn: null, expiresOn: null, note: 'By mail' };

const contentOf = (study: RenewalStudy) =>
  buildReadout(study.state, { names: 'pseudonyms', today: TODAY, turnSpeakers: study.turnSpeakers });
const formsOf = (study: RenewalStudy): string[] => [
  readoutMarkdown(contentOf(study)),
  readoutHtml(contentOf(study), () => 'none'),
  JSON.stringify(contentOf(study)),
];
const checksOf = (study: RenewalStudy): string[] =>
  checkReadout(study.state, contentOf(study)).map(({ severity, sentence }) => `${severity}: ${sentence}`);

const record = (study: RenewalStudy, index: number, consent: Partial<Consent>): void =>
  void study.edit('recordConsent', { participantId: study.ids.people[index] ?? '', consent: { ...CONSENT, ...consent } });

/** The words of one person, as they may stand in an output: a run of them without names. */
const wordsOf = (study: RenewalStudy, index: number): string[] =>
  study.state
    .referring('participants', study.ids.people[index] ?? '', 'sources')
    .flatMap(({ id }) => study.state.referring('sources', id, 'snippets').map(({ quote }) => quote.split(/\s+/).slice(-4).join(' ')));

it('shows nothing of people who are blocked, whatever was chosen by hand, and says how many they are', () => {
  const study = buildRenewalStudy();
  const before = contentOf(study);
  const counts = (text: string): string[] => text.match(/\d+ of \d+ (?:people|person)/g) ?? [];
  for (const themeId of [study.ids.opaque, study.ids.human]) {
    const snippetIds = study.state.referring('themes', themeId, 'cards').map(({ snippetId }) => snippetId);
    study.edit('chooseQuotes', { themeId, snippetIds: snippetIds.slice(0, 3) });
  }
  const told = [...study.state.all('snippets').keys()].slice(0, 4);
  study.edit('updateCustomer', { part: 'experience', text: 'As told.', snippetIds: told });
  record(study, 0, { status: 'withdrawn' });
  record(study, 1, { expiresOn: '2026-06-29' });
  record(study, 2, { scope: 'team' });
  record(study, 6, { status: 'asked' });
  const forms = formsOf(study);
  for (const index of [0, 1, 2, 6]) {
    expect(wordsOf(study, index).length).toBeGreaterThan(0);
    for (const words of wordsOf(study, index)) for (const form of forms) expect(form).not.toContain(words);
  }
  expect(forms[0]).toContain('Words of 4 people are withheld.');
  expect(forms[0]).toMatch(/The words of 4 people \(\d+ quotes\) are withheld, because their consent does not reach so far/);
  expect(forms[0]).toMatch(/Withheld here: \d quotes? of \d (?:people|person)/);
  // Nobody is dropped from the counts, and the reasons of single people are not told to stakeholders.
  expect(contentOf(study).people).toBe(before.people);
  expect(counts(forms[0] ?? '')).toEqual(counts(readoutMarkdown(before)));
  for (const form of forms.slice(0, 2)) expect(form).not.toContain('withdrawn');
});

it('never says that no opposite was found when it is withheld', () => {
  const study = buildRenewalStudy();
  for (const index of study.ids.people.keys()) record(study, index, { status: 'withdrawn' });
  const [markdown = ''] = formsOf(study);
  expect(contentOf(study).quotes).toBe(0);
  expect(markdown).toContain('What says the opposite is withheld: ');
  expect(checksOf(study).join('\n')).not.toContain('nobody has looked for one');
});

it('checks what ends soon, what is held back, what nobody recorded, and withheld words in texts', () => {
  const study = buildRenewalStudy();
  expect(checksOf(study)).toContainEqual(expect.stringContaining('Nothing is recorded of what 8 people agreed to. Their words are shown'));
  record(study, 0, { expiresOn: '2026-07-30' });
  record(study, 1, { expiresOn: '2026-07-31' });
  record(study, 2, { expiresOn: TODAY });
  record(study, 3, { status: 'withdrawn' });
  for (const index of [4, 5, 6]) record(study, index, {});
  study.edit('updateTheme', { themeId: study.ids.opaque, insight: 'One said: “i had to  invent a number for the board.”' });
  const found = checksOf(study);
  expect(found).toContainEqual(expect.stringMatching(/^warning: The consent of P01 ends on 30 July 2026, in 30 days\./));
  expect(found.join('\n')).not.toContain('consent of P02 ends');
  expect(found).toContainEqual(expect.stringMatching(/^warning: The consent of P03 ends today\./));
  expect(found).toContainEqual(
    expect.stringMatching(/^note: P04 has withdrawn consent\. \d quotes? (?:is|are) withheld; the person is counted\.$/),
  );
  expect(found).toContainEqual(expect.stringContaining('Nothing is recorded of what P08 agreed to.'));
  expect(found).toContainEqual(expect.stringMatching(/^missing: Words that are withheld.*stand in the theme/));
});
