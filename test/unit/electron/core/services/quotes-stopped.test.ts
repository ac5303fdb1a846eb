// A stopped import of many quotes leaves nothing of itself; a finished one is one step.
import { readdirSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { importQuoteRows } from '#core/services/quotes-import';
import { temporaryVault } from '#test/builders/temporary-vault';

const ROWS = 5000;

const rows = Array.from({ length: ROWS }, (_, index) => ({
  row: index + 1,
  quote: `Quote number ${index} about the price`,
  tags: [`Tag ${index % 20}`],
  participant: `P${index % 50}`,
  source: '',
  note: '',
}));

test('stopped while it is recorded, then done as one step', { timeout: 60_000 }, async () => {
  const { vault, folder } = await temporaryVault();
  let ids = 0;
  const newId = (): string => `q${(ids += 1)}`;
  const controller = new AbortController();
  const job = { signal: controller.signal, report: () => controller.abort() };
  const table = { rows, encoding: 'utf-8' as const };
  await expect(importQuoteRows(vault, 'quotes.csv', table, newId, job)).rejects.toMatchObject({ code: 'cancelled' });
  expect(vault.seq).toBe(0);
  expect(vault.state.all('snippets').size).toBe(0);
  expect(vault.state.all('participants').size).toBe(0);
  expect(readdirSync(path.join(folder, 'transcripts'))).toEqual([]);

  const answers = await importQuoteRows(vault, 'quotes.csv', table, newId);
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(vault.state.all('snippets').size).toBe(ROWS);
  await vault.undo();
  expect(vault.state.all('snippets').size).toBe(0);
  expect(vault.undoLabel).toBeNull();
});
