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

/** The same for what is asked at once, without another thread. */
export type AtOnceInterceptor = (call: DiskCall, proceed: (args?: unknown[]) => unknown) => unknown;

type Callable = (...args: unknown[]) => unknown;

/** Open files by their number: what is asked at once names nothing else. */
type OpenFiles = Map<number, { path: string; handle: object }>;

/**
 * The disk with the interceptor around each of its operations and those of the files it opens.
 * @param atOnce around what is asked at once; without it nothing can be, so that nothing passes unseen.
 */
export function interceptDisk(inner: Disk, intercept: Interceptor, atOnce?: AtOnceInterceptor): Disk {
  const files: OpenFiles = new Map();
  const opened = (handle: object, path: string): object => {
    const { fd } = handle as { fd?: unknown };
    if (typeof fd === 'number') files.set(fd, { path, handle });
    return intercepted(handle, (method, args) => ({ method: `handle.${method}`, path, args, handle }), intercept);
  };
  const disk = intercepted(inner, (method, args) => ({ method, path: String(args[0]), args, handle: null }), intercept, opened) as Disk;
  const questions = inner.atOnce && atOnce ? interceptedAtOnce(inner.atOnce, files, atOnce) : undefined;
  return new Proxy(disk, { get: (target, name) => (name === 'atOnce' ? questions : Reflect.get(target, name, target)) });
}

function intercepted(
  target: object,
  describe: (method: string, args: unknown[]) => DiskCall,
  intercept: Interceptor,
  opened = (handle: object, _path: string): object => handle,
): object {
  return new Proxy(target, {
    get(_, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function' || typeof name !== 'string') return value;
      return async (...args: unknown[]): Promise<unknown> => {
        const call = describe(name, args);
        const proceed = async (given = args): Promise<unknown> => (value as Callable).apply(target, given);
        const answer = await intercept(call, proceed);
        return name === 'open' ? opened(answer as object, call.path) : answer;
      };
    },
  });
}

/** Calls look as those of an open file: `handle.write` with bytes, offset, length and position, so that one rule judges both. */
function interceptedAtOnce(inner: NonNullable<Disk['atOnce']>, files: OpenFiles, intercept: AtOnceInterceptor): Disk['atOnce'] {
  const of = (fd: number): { path: string; handle: object } => files.get(fd) ?? { path: '', handle: {} };
  const { datasync } = inner;
  return {
    stat: (path) =>
      intercept({ method: 'stat', path, args: [path], handle: null }, () => inner.stat(path)) as ReturnType<typeof inner.stat>,
    write: (fd, bytes, position) => {
      const call = { method: 'handle.write', ...of(fd), args: [bytes, 0, bytes.length, position] };
      const proceed = (args: unknown[] = call.args): { bytesWritten: number } => {
        const [data, offset, length, at] = args as [Buffer, number, number, number];
        return { bytesWritten: inner.write(fd, data.subarray(offset, offset + length), at) };
      };
      return (intercept(call, proceed) as { bytesWritten: number }).bytesWritten;
    },
    ...(datasync && { datasync: (fd: number) => void intercept({ method: 'handle.datasync', ...of(fd), args: [] }, () => datasync(fd)) }),
  };
}
