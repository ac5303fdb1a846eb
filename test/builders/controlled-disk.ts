// Disks that do what a test asks of them: one that is gone from an operation on, and one that holds an operation until it may go on.
import { type Disk, nodeDisk } from '#core/vault/disk';

type Operation = (...args: unknown[]) => unknown;

/** Every file operation of the real disk with something before it; what a disk may answer at once is left out, so that none goes past it. */
function diskWith(before: (name: string, args: readonly unknown[]) => Promise<void> | void): Disk {
  const operations = Object.entries(nodeDisk).flatMap(([name, work]) =>
    typeof work !== 'function'
      ? []
      : [
          [
            name,
            async (...args: unknown[]) => {
              await before(name, args);
              return (work as Operation)(...args);
            },
          ],
        ],
  );
  return Object.fromEntries(operations) as Disk;
}

export interface StoppingDisk {
  disk: Disk;
  /** True once an operation has failed. */
  stopped(): boolean;
}

/** A disk that is gone from its operation number `first` on, counted from 1, as when the power fails. */
export function stoppingDisk(first: number): StoppingDisk {
  let operations = 0;
  const disk = diskWith((name) => {
    operations += 1;
    if (operations >= first) throw Object.assign(new Error('gone'), { code: 'EIO', syscall: name });
  });
  return { disk, stopped: () => operations >= first };
}

export interface WaitingDisk {
  disk: Disk;
  /** Settles once the operation is asked for. */
  reached: Promise<void>;
  goOn(): void;
}

/** A disk that holds the file that is opened for writing as number `which`, counted from 1, among those whose path fits. */
export function waitingDisk(path: RegExp, which: number): WaitingDisk {
  const reached = Promise.withResolvers<void>();
  const free = Promise.withResolvers<void>();
  let opened = 0;
  const disk = diskWith(async (name, [file, flags]) => {
    if (name !== 'open' || !path.test(String(file)) || !String(flags).startsWith('w')) return;
    opened += 1;
    if (opened !== which) return;
    reached.resolve();
    await free.promise;
  });
  return { disk, reached: reached.promise, goOn: () => free.resolve() };
}
