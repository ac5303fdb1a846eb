// `pack`: a study for a second coder. `merge`: what another copy of the study, or such a pack, brings; with --apply it comes in.
import path from 'node:path';

import { leftOutInTotal } from '#core/exchange/withheld';
import { leftOutOfPack, writeCodingPack } from '#core/merge/coding-pack';
import { mergeVaults, planVaultMerge } from '#core/merge/merge-vaults';
import { openVault } from '#core/vault/open-vault';
import { AppError } from '#shared/lib/app-error';
import { countNoun } from '#shared/lib/text';

import { type CliCommand, type CommandLine } from '../command-line.ts';
import { untilStopped } from '../until-stopped.ts';

export const packCommand: CliCommand = {
  usage: 'pack <vault> --out <folder> [--sources <id,id>] [--json]',
  least: 1,
  run: (line) =>
    line.withVaultToRead(async (vault) => {
      const out = line.options['out'];
      if (typeof out !== 'string') throw new AppError('bad-input', 'Say with --out into which new folder the pack is written.');
      const given = line.options['sources'];
      const ids = typeof given === 'string' ? given.split(',').map((id) => id.trim()) : null;
      const folder = path.resolve(out);
      const sources = await writeCodingPack(vault, folder, line.services, ids);
      const { counts, sentences: leftOut } = await leftOutOfPack(vault, line.now(), ids);
      for (const sentence of [...leftOutInTotal(counts), ...leftOut]) line.say(`Left out: ${sentence}`);
      line.print(
        { folder: path.basename(folder), sources, leftOut, leftOutCounts: counts },
        `Wrote ${countNoun(sources, 'interview', 'interviews')} and the codebook into “${path.basename(folder)}”. Who codes there sees nothing of what others tagged.`,
      );
    }),
};

export const mergeCommand: CliCommand = {
  usage: 'merge <vault> <other vault> [--apply] [--json]',
  least: 2,
  run: (line) =>
    untilStopped(async (signal) => {
      const { disk } = line.services;
      const { vault: theirs } = await openVault(path.resolve(line.words[1] ?? ''), line.services, { readOnly: true, wholly: true });
      try {
        const job = { signal, report: () => undefined };
        if (line.options['apply'] === true)
          await line.withVault(async (vault) => report(line, await mergeVaults(disk, vault, theirs, job), true));
        else await line.withVaultToRead(async (vault) => report(line, await planVaultMerge(disk, vault, theirs), false));
      } finally {
        await theirs.close();
      }
    }),
};

function report(line: CommandLine, plan: Awaited<ReturnType<typeof planVaultMerge>>, applied: boolean): void {
  const { changes, conflicts, leftOut, sameNames, added } = plan;
  const newOnes = Object.entries(added).map(([collection, count]) => `${count} ${collection}`);
  const changed = changes.length - Object.values(added).reduce((sum, count) => sum + count, 0);
  const brings = [...newOnes, ...(changed > 0 ? [`${countNoun(changed, 'change', 'changes')} of what is here`] : [])];
  const what =
    changes.length === 0
      ? 'Nothing new is there; nothing was changed.'
      : `${applied ? 'Brought in' : 'Would bring in'}: ${brings.join(', ')}.`;
  line.print({ applied, changes: changes.length, added, changed, conflicts, leftOut, sameNames }, what);
  if (line.json) return;
  for (const { what: sentence } of conflicts) line.print({}, `Differs: ${sentence}`);
  for (const sentence of leftOut) line.print({}, `Left out: ${sentence}`);
  for (const sentence of sameNames) line.print({}, `Same name: ${sentence}`);
  if (!applied && changes.length > 0) line.say('Nothing was changed. With --apply it comes in as one step.');
}
