// Builds the readout of the open study as a document. (Joined with shared/domain/readout as soon as it is whole.)
import { AppError } from '#shared/lib/app-error';
import type { ReadoutDocument } from '#shared/rpc/answers';

import type { Vault } from '../vault/vault.ts';

export function buildReadoutFor(_vault: Vault, _format: 'md' | 'html', _names: 'pseudonyms' | 'names', _now: string): Promise<ReadoutDocument> {
  return Promise.reject(new AppError('internal', 'The readout is being built.'));
}
