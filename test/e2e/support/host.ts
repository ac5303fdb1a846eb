// The real loopback host as a process of its own, over a data folder and a home folder of the test.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

export const REPOSITORY = path.resolve(import.meta.dirname, '../../..');

export interface HostPlaces {
  dataFolder: string;
  /** Stands for the person's home folder: new studies are offered there. */
  homeFolder: string;
  /** Study opened at once; null leaves the choice to the window. */
  vaultFolder: string | null;
}

export interface RunningHost {
  /** Address with a start token: works once, within a minute. */
  address: string;
  origin: string;
  /** Everything it said on standard error. */
  complaints(): string;
  /** Asks it to stop (SIGTERM) and waits until it is gone. @returns its exit code. */
  stop(): Promise<number | null>;
  /** Ends it as a power cut would (SIGKILL). */
  kill(): Promise<void>;
}

/** Environment of a process of ours that must not touch the real person's folders. */
export function ownPlaces({ dataFolder, homeFolder }: Pick<HostPlaces, 'dataFolder' | 'homeFolder'>): NodeJS.ProcessEnv {
  return { ...process.env, PLUMBLINE_DATA: dataFolder, HOME: homeFolder, USERPROFILE: homeFolder, FORCE_COLOR: '0' };
}

/** Starts it and waits for its address. @throws Error with what it said when it ends before. */
export async function startHost(places: HostPlaces, more: Readonly<Record<string, string>> = {}): Promise<RunningHost> {
  const vault = places.vaultFolder === null ? [] : ['--vault', places.vaultFolder];
  const child = spawn(process.execPath, [path.join(REPOSITORY, 'electron/headless/main.ts'), '--no-open', ...vault], {
    cwd: REPOSITORY,
    env: { ...ownPlaces(places), ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const address = await printedAddress(child, () => complaints);
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    return (await ended)[0];
  };
  return {
    address,
    origin: new URL(address).origin,
    complaints: () => complaints,
    stop: () => end('SIGTERM'),
    kill: async () => void (await end('SIGKILL')),
  };
}

function printedAddress(child: ChildProcess, complaints: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const address = /http:\/\/127\.0\.0\.1:\d+\/#start=[\w-]+/.exec(said)?.[0];
      if (address) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`The host ended with ${code} before it gave an address: ${said}${complaints()}`)));
  });
}
