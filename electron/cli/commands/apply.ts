// `apply`: edits from standard input, one JSON object a line, each answered when it is durable.
import { createInterface } from 'node:readline';

import { AppError } from '#shared/lib/app-error';
import type { Vault } from '#core/vault/vault';

import { type CliCommand, sentenceOf } from '../command-line.ts';

export const applyEdits: CliCommand = {
  usage: 'apply <vault>   (reads {"edit": "…", "input": {…}} lines; also {"undo": true} and {"redo": true})',
  least: 1,
  run: (line) =>
    line.withVault(async (vault) => {
      for await (const text of createInterface({ input: line.streams.stdin, crlfDelay: Infinity })) {
        if (text.trim() === '') continue;
        try {
          const { seq, result } = await applyOne(vault, text);
          line.streams.stdout.write(`${JSON.stringify({ ok: true, seq, ...(result ? { result } : {}) })}\n`);
        } catch (error) {
          line.failed();
          const code = error instanceof AppError ? error.code : 'internal';
          line.streams.stdout.write(`${JSON.stringify({ ok: false, code, error: sentenceOf(error) })}\n`);
        }
      }
    }),
};

async function applyOne(vault: Vault, text: string): Promise<{ seq: number; result?: unknown }> {
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    throw new AppError('bad-input', 'The line is not JSON. It was passed over.');
  }
  const { edit, input, undo, redo } = (message ?? {}) as Record<string, unknown>;
  if (undo === true) return { seq: (await vault.undo()).seq };
  if (redo === true) return { seq: (await vault.redo()).seq };
  if (typeof edit !== 'string') throw new AppError('bad-input', 'The line names no edit. It was passed over.');
  return vault.edit(edit, input ?? {});
}
