// Puts one function between the vault and a disk: the place where faults, mistakes and counters go.
import type { Disk } from '#core/vault/disk';

/** One operation on its way to the disk. */
export interface DiskCall {
  /** `open`, `rename`, …; of an open file `handle.write`, `handle.datasync`, … */
  method: string;
  /** The path it names; for an open file the one it was opened with. */
  path: string;
  args: unknown[];
  /** The open file, as an identity. */
  handle: object | null;
}

/** Answers instead of the disk, or passes on with `proceed`, once or several times, with other arguments if it likes. */
export type Interceptor = (call: DiskCall, proceed: (args?: unknown[]) => Promise<unknown>) => Promise<unknown>;

type Callable = (...args: unknown[]) => Promise<unknown>;

/** The disk with the interceptor around each of its operations and those of the files it opens. */
export function interceptDisk(inner: Disk, intercept: Interceptor): Disk {
  return intercepted(inner, (method, args) => ({ method, path: String(args[0]), args, handle: null }), intercept) as Disk;
}

function intercepted(target: object, describe: (method: string, args: unknown[]) => DiskCall, intercept: Interceptor): object {
  return new Proxy(target, {
    get(_, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function' || typeof name !== 'string') return value;
      return async (...args: unknown[]): Promise<unknown> => {
        const call = describe(name, args);
        const proceed = (given = args): Promise<unknown> => (value as Callable).apply(target, given);
        const answer = await intercept(call, proceed);
        return name === 'open' ? interceptedHandle(answer as object, call.path, intercept) : answer;
      };
    },
  });
}

function interceptedHandle(handle: object, path: string, intercept: Interceptor): object {
  return intercepted(handle, (method, args) => ({ method: `handle.${method}`, path, args, handle }), intercept);
}
