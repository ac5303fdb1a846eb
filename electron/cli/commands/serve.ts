// `serve`: the loopback host on a vault; prints the address.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { CORE_NODE_FLAGS } from '#core/node-flags';

import type { CliCommand } from '../command-line.ts';

export const serve: CliCommand = {
  usage: 'serve <vault> [--port 0]',
  least: 1,
  run: (line) =>
    new Promise((resolve, reject) => {
      const port = typeof line.options['port'] === 'string' ? line.options['port'] : '0';
      const entry = fileURLToPath(line.program.headlessUrl);
      const child = spawn(process.execPath, [...CORE_NODE_FLAGS, entry, '--vault', line.words[0] ?? '', '--port', port, '--no-open'], {
        stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      });
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
      child.on('error', reject);
      child.on('exit', (code) => {
        if (code !== 0) line.failed();
        resolve();
      });
    }),
};
