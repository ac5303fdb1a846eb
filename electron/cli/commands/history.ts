// `history`: the steps of a study, newest first.
import { stepsOf } from '#shared/domain/history/steps';
import { AppError } from '#shared/lib/app-error';
import { countNoun } from '#shared/lib/text';
import { loadHeads } from '#core/history/history-index';
import { nodeDisk } from '#core/vault/disk';

import type { CliCommand } from '../command-line.ts';

const SHOWN = 50;

export const historyCommand: CliCommand = {
  usage: 'history <vault> [--limit N] [--json]   (steps, newest first; dump --as-of N shows the study after one)',
  least: 1,
  async run(line) {
    const limit = Number(line.options['limit'] ?? SHOWN);
    if (!Number.isSafeInteger(limit) || limit < 1) throw new AppError('bad-input', '--limit takes a whole number from 1.');
    await line.withVaultToRead(async (vault) => {
      const { heads } = await loadHeads(nodeDisk, vault);
      for (const step of stepsOf(heads).slice(0, limit)) {
        const did = { edit: '', undo: 'undid: ', redo: 'did again: ' }[step.kind];
        const records = countNoun(step.records, 'record', 'records');
        line.print(step, `${step.seq}  ${step.at}  ${did}${step.label}  (${records})${step.undone ? '  undone since' : ''}`);
      }
    });
  },
};
