// Entry of the loopback host: starts the core and the server, opens the browser, stops cleanly.
import path from 'node:path';

import { createCore } from '#core/core';
import { programFiles } from '#core/services/program-files';
import { describeDefect } from '#core/services/report-defect';
import { userDataFolder } from '#core/services/user-data-folder';
import { AppError } from '#shared/lib/app-error';

import { START_TOKEN_MS } from './auth.ts';
import { type Headless, startHeadless } from './http-server.ts';
import { openBrowser } from './open-browser.ts';
import { type HeadlessArguments, readArguments } from './options.ts';

const SAME_SIGNAL_MS = 1000;

try {
  await serve(readArguments(process.argv.slice(2), process.env));
} catch (error) {
  process.stderr.write(`${error instanceof AppError ? error.message : describeDefect(error)}\n`);
  process.exit(1);
}

async function serve(options: HeadlessArguments): Promise<void> {
  const { version, workerUrl, rendererFolder, resourcesFolder } = programFiles(import.meta.url);
  const core = await createCore({ userDataFolder: userDataFolder(), resourcesFolder, host: 'browser', version, workerUrl });
  let headless: Headless | null = null;
  try {
    if (options.vault !== null) await core.openOnStart(path.resolve(options.vault));
    headless = await startHeadless({ core, rendererFolder, port: options.port, auth: { idleMs: options.idleMs } });
  } catch (error) {
    await core.close();
    throw error;
  }
  const stop = stopOnSignals(headless, () => core.close());
  stopWhenIdle(headless, options.stopAfterMs, stop);
  await handOver(headless, options.openBrowser);
  if (process.stdin.isTTY) process.stdin.on('data', () => void handOver(headless, options.openBrowser));
}

/** Gives the person a fresh address: in the browser where there is one, and always as one line. */
async function handOver(headless: Headless, open: boolean): Promise<void> {
  const address = headless.newAddress();
  const opened = open && (await openBrowser(address, START_TOKEN_MS));
  const what = opened ? 'Plumbline opens in your browser' : 'Open Plumbline in your browser';
  const renew = process.stdin.isTTY ? '; Enter gives a new one' : '';
  process.stdout.write(`${what}: ${address}  (this address works once, within a minute${renew}; Ctrl+C stops)\n`);
}

/**
 * The first signal saves and stops; a later one stops at once: whatever was answered is on disk already. One Ctrl+C can arrive
 * several times, from the terminal and from the programs that started this one.
 */
function stopOnSignals(headless: Headless, closeCore: () => Promise<void>): () => void {
  let stoppingSince: number | null = null;
  const stop = (): void => {
    if (stoppingSince !== null && performance.now() - stoppingSince > SAME_SIGNAL_MS) process.exit(1);
    if (stoppingSince !== null) return;
    stoppingSince = performance.now();
    headless
      .close()
      .then(closeCore)
      .then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`${describeDefect(error)}\n`);
          process.exit(1);
        },
      );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  // Started by another program (npm start): when that one is gone, nobody could stop this one any more.
  process.once('disconnect', stop);
  return stop;
}

/** A host that nobody uses should not hold the study's lock, nor a door open. */
function stopWhenIdle(headless: Headless, limitMs: number, stop: () => void): void {
  if (limitMs === Infinity) return;
  const timer = setInterval(
    () => {
      if (headless.idleMs() < limitMs) return;
      clearInterval(timer);
      process.stdout.write('Plumbline stops: nobody has used it for the time that was set. Everything is saved.\n');
      stop();
    },
    Math.min(limitMs / 4, 30_000),
  );
}
