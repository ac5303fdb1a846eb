// `dump`: the whole state as one object.
import { currentSchemaVersion } from '#shared/model/migrations/index';

import type { CliCommand } from '../command-line.ts';

export const dump: CliCommand = {
  usage: 'dump <vault> [--json]',
  least: 1,
  run: (line) =>
    line.withVaultToRead(async (vault) => {
      const state = { schemaVersion: currentSchemaVersion(), seq: vault.seq, records: vault.state.toRecords() };
      line.print(state, JSON.stringify(state, null, 2));
    }),
};
