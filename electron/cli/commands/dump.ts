// `dump`: the whole state as one object, as it is or as it was.
import { AppError } from '#shared/lib/app-error';
import { currentSchemaVersion } from '#shared/model/migrations/index';
import { loadHeads } from '#core/history/history-index';
import { stateAt } from '#core/history/state-at';
import { nodeDisk } from '#core/vault/disk';
import type { Vault } from '#core/vault/vault';

import type { CliCommand } from '../command-line.ts';

export const dump: CliCommand = {
  usage: 'dump <vault> [--as-of N] [--json]',
  least: 1,
  run: (line) =>
    line.withVaultToRead(async (vault) => {
      const given = line.options['as-of'];
      const seq = typeof given === 'string' ? await keptSeq(vault, given) : vault.seq;
      const records = (seq === vault.seq ? vault.state : await stateAt(nodeDisk, vault, seq)).toRecords();
      const state = { schemaVersion: currentSchemaVersion(), seq, records };
      line.print(state, JSON.stringify(state, null, 2));
    }),
};

/** @throws AppError('bad-input') for what is no number, 'not-found' for a change that the history does not reach. */
async function keptSeq(vault: Vault, given: string): Promise<number> {
  const seq = Number(given);
  if (!Number.isSafeInteger(seq) || seq < 0) throw new AppError('bad-input', '--as-of takes the number of a change.');
  const { startSeq } = await loadHeads(nodeDisk, vault);
  if (seq >= startSeq && seq <= vault.seq) return seq;
  throw new AppError('not-found', `The history reaches from change ${startSeq} to ${vault.seq}.`);
}
