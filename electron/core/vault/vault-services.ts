// What a vault needs from outside.
import type { Disk } from './disk.ts';
import type { ProcessIdentity } from './process-identity.ts';

/** What the vault needs from outside: nothing in it reads the clock or makes ids by itself. */
export interface VaultServices {
  disk: Disk;
  now(): string;
  newId(): string;
  /** Name written into entries and records made here. */
  by: string;
  /** The process that the lock is taken for, when it is not this one. */
  lockedBy?: ProcessIdentity;
}
