// Services for vaults of the campaigns: counted ids and times, so that runs repeat, and a lock holder that is gone afterwards.
import type { Disk } from '#core/vault/disk';
import { thisProcess } from '#core/vault/process-identity';
import type { VaultServices } from '#core/vault/vault';

/** No system gives this pid: whoever finds its lock knows that the process is no more, as after a power cut. */
const GONE_PID = 999_999_999;

/** @param name begins the ids, so that those of different vault openings differ. */
export function countedServices(disk: Disk, name: string): VaultServices {
  let ids = 0;
  let seconds = 0;
  return {
    disk,
    by: 'tester',
    newId: () => `${name}${(ids += 1)}`,
    now: () => new Date(Date.UTC(2026, 0, 1) + (seconds += 1) * 1000).toISOString(),
    lockedBy: { ...thisProcess(), pid: GONE_PID },
  };
}
