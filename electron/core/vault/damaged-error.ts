// The refusal of a damaged vault, with what was found as sentences.
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';

import type { LoadedVault, VaultProblem } from './load-vault.ts';
import type { VaultFiles } from './vault-files.ts';

export function damagedError(files: VaultFiles, problems: readonly VaultProblem[], loaded: LoadedVault): AppError {
  const name = path.basename(files.folder);
  return new AppError('vault-damaged', `The study “${name}” is damaged and was not opened. Nothing was changed.`, {
    problems: problems.map((problem) => problem.what),
    lostEntries: problems.reduce((sum, problem) => sum + problem.lostEntries, 0),
    goodSeq: loaded.seq,
    folder: name,
  });
}
