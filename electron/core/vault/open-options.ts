// What opening a vault may be told, and what it gives.
import type { Migration } from '#shared/model/migrations/index';

import type { ContentCipher } from './crypto/content-cipher.ts';
import type { Vault } from './vault.ts';

export interface OpenedVault {
  vault: Vault;
  /** Sentences about what happened on opening: a torn last line, a migration. */
  notices: string[];
}

export interface OpenOptions {
  migrations?: readonly Migration[];
  /** Go on with what can be saved of a damaged vault; its files are copied to quarantine/ first. */
  acceptDamage?: boolean;
  /** With acceptDamage: only up to the last good point, without the later changes that still fit. */
  lastGoodPoint?: boolean | undefined;
  /** Takes no lock and writes nothing: for a study that another process holds, and for looking only. */
  readOnly?: boolean | undefined;
  /** Nonce of a lock (details.nonce of the refusal) that a person said may be taken over; heeded only where its holder cannot be judged. */
  takeOver?: string | undefined;
  /** Passphrase or recovery code of an encrypted study. */
  secret?: string | undefined;
  /** Known already, because the study has just been made. */
  cipher?: ContentCipher;
  /** Read and check everything before answering. */
  wholly?: boolean;
}
