// Entry of the `plumbline` command line.
import { Background } from '#core/services/background';
import { programFiles } from '#core/services/program-files';

import { runCommandLine } from './run-command-line.ts';

// `plumbline … | head` closes the pipe early; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
const program = programFiles(import.meta.url);
process.exitCode = await runCommandLine(process.argv.slice(2), {
  program,
  background: new Background(program.workerUrl),
  streams: process,
});
