// Property: whatever edits a person makes, records stay valid, undo goes back to the start, and a restart shows the same.
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { AppError } from '#shared/lib/app-error';
import { EDIT_NAMES } from '#shared/edits/index';
import type { Vault } from '#core/vault/vault';

import { inputOf, invalidRecords, NOT_RANDOM, RANDOM_KINDS, randomStep } from '../../../../builders/random-edits.ts';
import { addSource, temporaryVault } from '../../../../builders/temporary-vault.ts';

const TURNS: [string | null, string][] = [
  ['Researcher', 'How did the renewal go last year?'],
  ['Ana', 'Nobody could tell me the price, so I made one up for finance.'],
  ['Ana', 'We lost two weeks waiting for a quote about the price.'],
  ['Ben', 'I never saw a price. The price came last.'],
];

/** In an order in which each finds what it names. */
const FURNISHING = [
  ...['addSegment', 'addParticipant', 'createTag', 'createSnippet', 'tagSnippets', 'createTheme'],
  ...[
    'addDepartment',
    'addAssumption',
    'addAssumption',
    'setEvidence',
    'addRivalSet',
    'setRivalRow',
    'setConfidence',
    'addRhythmItem',
    'markRhythmDone',
    'addMemo',
    'addQuery',
  ],
  ...['addOwner', 'logAcknowledgement', 'addAssessment'],
  ...['addGate', 'updateGate', 'passGate', 'addSignal', 'explainSignal', 'addQuestions', 'recordAskings', 'addRecruit'],
  ...['addCommitment', 'giveForecast'],
];

async function step(vault: Vault, random: { kind: string; picks: number[]; text: string }): Promise<void> {
  try {
    if (random.kind === 'undo') await vault.undo();
    else if (random.kind === 'redo') await vault.redo();
    else await vault.edit(random.kind, inputOf(vault.state, random));
  } catch (error) {
    // A refusal is an answer; anything else is a defect.
    if (!(error instanceof AppError) || error.code === 'internal') throw error;
  }
}

const state = (vault: Vault): unknown => JSON.parse(JSON.stringify(vault.state.toRecords()));

test('every edit of the list is tried', () => {
  expect([...RANDOM_KINDS, ...NOT_RANDOM].filter((kind) => kind !== 'undo' && kind !== 'redo').sort()).toEqual([...EDIT_NAMES].sort());
});

test('random edits: valid records, undo to the start, redo to the end, the same after a restart', { timeout: 240_000 }, async () => {
  const done = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(randomStep, { minLength: 60, maxLength: 140 }), async (steps) => {
      const opened = await temporaryVault();
      await addSource(opened.vault, 's1', TURNS, ['Ana', 'Ben']);
      await addSource(opened.vault, 's2', TURNS.slice(1), ['Ana']);
      // Half of the studies have something of most kinds already: with ever more kinds of edits, few would get beyond empty lists.
      if (steps.length % 2 === 0) for (const kind of FURNISHING) await step(opened.vault, { ...steps[0]!, kind });
      await opened.vault.forgetUndoSteps();
      const start = state(opened.vault);
      for (const random of steps) {
        const before = opened.vault.seq;
        await step(opened.vault, random);
        if (opened.vault.seq > before) done.add(random.kind);
      }
      expect(invalidRecords(opened.vault.state)).toEqual([]);
      const end = state(opened.vault);
      const reopened = await opened.reopen();
      expect(state(reopened.vault)).toEqual(end);
      let undone = 0;
      for (; reopened.vault.undoLabel !== null; undone += 1) await reopened.vault.undo();
      expect(state(reopened.vault)).toEqual(start);
      for (let count = 0; count < undone; count += 1) await reopened.vault.redo();
      expect(state(reopened.vault)).toEqual(end);
      await reopened.vault.close();
    }),
    { numRuns: 60, seed: 7 },
  );
  // The generator must reach nearly everything, or the property says little.
  expect([...RANDOM_KINDS].filter((kind) => !done.has(kind))).toEqual([]);
});
