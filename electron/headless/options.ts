// The few words that the loopback host understands on its command line and in its surroundings.
import { parseArgs } from 'node:util';

import { AppError } from '#shared/lib/app-error';

import { IDLE_LOCK_MS } from './auth.ts';

export interface HeadlessArguments {
  /** 0 lets the system choose. */
  port: number;
  /** Study to open at once; the window chooses otherwise. */
  vault: string | null;
  openBrowser: boolean;
  /** Infinity when switched off. */
  idleMs: number;
  /** The host stops by itself when nobody has asked for anything this long (ms); Infinity when it was not asked to. */
  stopAfterMs: number;
}

export const USAGE = 'Usage: plumbline-headless [--port NUMBER] [--vault FOLDER] [--stop-after MINUTES] [--no-open]';

/** @throws AppError('bad-input') with a sentence that names the word that is wrong. */
export function readArguments(args: readonly string[], env: Readonly<Record<string, string | undefined>>): HeadlessArguments {
  const { values } = parseKnown(args);
  const port = Number(values.port ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new AppError('bad-input', `--port takes a number from 0 to 65535, not “${values.port}”.`);
  }
  return {
    port,
    vault: values.vault ?? null,
    openBrowser: !values['no-open'] && !env['PLUMBLINE_NO_OPEN'],
    idleMs: idleLimit(env['PLUMBLINE_IDLE_MINUTES']),
    stopAfterMs: stopLimit(values['stop-after']),
  };
}

function parseKnown(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        vault: { type: 'string' },
        'stop-after': { type: 'string' },
        'no-open': { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new AppError('bad-input', `${(error as Error).message.split('. ')[0]}. ${USAGE}`);
  }
}

/** Minutes without a call until the window is locked; 0 switches the lock off. */
function idleLimit(minutes: string | undefined): number {
  if (minutes === undefined || minutes === '') return IDLE_LOCK_MS;
  const number = Number(minutes);
  if (!Number.isFinite(number) || number < 0) {
    throw new AppError('bad-input', `PLUMBLINE_IDLE_MINUTES takes a number of minutes, not “${minutes}”.`);
  }
  return number === 0 ? Infinity : number * 60_000;
}

/** Minutes without a call until the host ends. */
function stopLimit(minutes: string | undefined): number {
  if (minutes === undefined) return Infinity;
  const number = Number(minutes);
  if (!Number.isFinite(number) || number <= 0) {
    throw new AppError('bad-input', `--stop-after takes a number of minutes above 0, not “${minutes}”.`);
  }
  return number * 60_000;
}
