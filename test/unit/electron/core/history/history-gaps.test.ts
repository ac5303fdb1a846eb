// What is missing or damaged in the history is found and said when the study opens; the study itself goes on as always.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';

import { findHistoryGaps, gapsInWords, type HistoryGap } from '#core/history/history-gaps';
import { loadHeads } from '#core/history/history-index';
import { nodeDisk } from '#core/vault/disk';
import { startCore } from '#test/builders/running-core';
import { countedServices, openAgain, temporaryVault } from '#test/builders/temporary-vault';

const FIRST = '000000000001-000000000002.ndjson';
const SECOND = '000000000003-000000000004.ndjson';
const THIRD = '000000000005-000000000006.ndjson';

/** Six changes in three parts, closed. */
async function threeParts(passphrase?: string) {
  const { vault, folder } = await temporaryVault(countedServices(), passphrase);
  for (let at = 1; at <= 6; at += 1) {
    await vault.edit('createTag', { name: `Tag ${at}` });
    if (at % 2 === 0) await vault.checkpoint();
  }
  await vault.close();
  const history = path.join(folder, 'history');
  expect(readdirSync(history)).toEqual([FIRST, SECOND, THIRD]);
  return { folder, history, open: () => openAgain(folder, countedServices(), passphrase === undefined ? {} : { secret: passphrase }) };
}

function changeLine(file: string, line: number): void {
  const lines = readFileSync(file, 'latin1').split('\n');
  const text = lines[line - 1] ?? '';
  lines[line - 1] = `${text.slice(0, 150)}${text[150] === 'x' ? 'y' : 'x'}${text.slice(151)}`;
  writeFileSync(file, lines.join('\n'), 'latin1');
}

function dropLine(file: string, line: number): void {
  const lines = readFileSync(file, 'latin1').split('\n');
  writeFileSync(file, lines.filter((_, index) => index !== line - 1).join('\n'), 'latin1');
}

const DAMAGES: [name: string, damage: (history: string) => void, gaps: HistoryGap[]][] = [
  ['nothing', () => undefined, []],
  ['the first part gone', (history) => rmSync(path.join(history, FIRST)), [{ from: 1, to: 2, file: null, line: null }]],
  ['one in the middle gone', (history) => rmSync(path.join(history, SECOND)), [{ from: 3, to: 4, file: null, line: null }]],
  ['the last one gone', (history) => rmSync(path.join(history, THIRD)), [{ from: 5, to: 6, file: null, line: null }]],
  ['all gone', (history) => rmSync(history, { recursive: true }), [{ from: 1, to: 6, file: null, line: null }]],
  ['a line changed', (history) => changeLine(path.join(history, SECOND), 1), [{ from: 3, to: 3, file: `history/${SECOND}`, line: 1 }]],
  [
    'the last line of a part changed',
    (history) => changeLine(path.join(history, SECOND), 2),
    [{ from: 4, to: 4, file: `history/${SECOND}`, line: 2 }],
  ],
  ['a line gone', (history) => dropLine(path.join(history, SECOND), 1), [{ from: 3, to: 3, file: `history/${SECOND}`, line: null }]],
  [
    'an empty part',
    (history) => writeFileSync(path.join(history, SECOND), ''),
    [{ from: 3, to: 4, file: `history/${SECOND}`, line: null }],
  ],
];

describe.each([
  ['a plain study', undefined],
  ['an encrypted study', 'correct horse battery'],
])('in %s', (_kind, passphrase) => {
  test.each(DAMAGES)('%s', async (_name, damage, gaps) => {
    const { history, open } = await threeParts(passphrase);
    damage(history);
    const { vault } = await open();
    expect(await findHistoryGaps(nodeDisk, vault)).toEqual(gaps);
    // The study is as it was, and can be worked on.
    expect(vault.state.all('tags').size).toBe(6);
    await vault.edit('createTag', { name: 'After' });
    await vault.checkpoint();
    const lost = gaps.at(-1)?.to ?? null;
    const { heads, lostUpTo, startSeq } = await loadHeads(nodeDisk, vault);
    expect([lostUpTo, startSeq, heads[0]?.seq]).toEqual([lost, lost ?? 0, (lost ?? 0) + 1]);
    expect(await findHistoryGaps(nodeDisk, vault)).toEqual(gaps);
  });
});

test('an end that is gone leaves no steps that could not be reached, before anything new is done', async () => {
  const { history, open } = await threeParts();
  rmSync(path.join(history, THIRD));
  const { vault } = await open();
  expect(await loadHeads(nodeDisk, vault)).toEqual({ heads: [], startSeq: 6, lostUpTo: 6 });
});

test('whatever byte of the history is changed, it is noticed', async () => {
  const { history, open } = await threeParts();
  const { vault } = await open();
  const file = path.join(history, SECOND);
  const sound = readFileSync(file);
  await fc.assert(
    fc.asyncProperty(fc.nat(sound.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
      const bytes = Buffer.from(sound);
      bytes.writeUInt8(bytes.readUInt8(at) ^ mask, at);
      writeFileSync(file, bytes);
      expect(await findHistoryGaps(nodeDisk, vault)).not.toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('the notice says where, what is safe and what to do', () => {
  expect(gapsInWords([])).toBeNull();
  expect(gapsInWords([{ from: 3, to: 3, file: `history/${SECOND}`, line: 1 }])).toMatch(
    /^The history of this study is not whole: change 3 is damaged in history\/000000000003-000000000004\.ndjson, line 1\. All your work is in the study; only steps up to change 3 .*until the files of “history” are put back from a copy of that folder\.$/,
  );
  const two = gapsInWords([
    { from: 1, to: 2, file: null, line: null },
    { from: 4, to: 4, file: `history/${SECOND}`, line: 2 },
  ]);
  expect(two).toContain('changes 1 to 2 are missing from the folder “history”, and so are others up to change 4.');
});

test('the window is told when a study opens, and the history view knows it', async () => {
  const { folder, history } = await threeParts();
  changeLine(path.join(history, FIRST), 2);
  const running = await startCore();
  try {
    const told: string[] = [];
    running.core.events.subscribe((event) => {
      if (event.type === 'status') told.push(...event.status.notices);
    });
    await running.core.handlers['vault.open']({ folder, acceptDamage: false });
    await vi.waitFor(() => expect(told.join()).toContain(`change 2 is damaged in history/${FIRST}, line 2.`));
    expect(await running.core.handlers['history.overview']({})).toMatchObject({ steps: 4, startSeq: 2, lostUpTo: 2 });
  } finally {
    await running.stop();
  }
});

test('a folder in the place of a part is a gap, and no reason not to open', async () => {
  const { history, open } = await threeParts();
  const { vault } = await open();
  rmSync(path.join(history, FIRST));
  mkdirSync(path.join(history, FIRST));
  expect(await findHistoryGaps(nodeDisk, vault)).toEqual([{ from: 1, to: 2, file: `history/${FIRST}`, line: null }]);
});
