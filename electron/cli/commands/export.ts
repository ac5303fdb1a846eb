// `export`: the readout as one file.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { buildReadoutFor } from '#core/services/readout-service';
import { AppError } from '#shared/lib/app-error';

import type { CliCommand } from '../command-line.ts';

export const exportReadout: CliCommand = {
  usage: 'export <vault> --format md|html --out <file> [--names]',
  least: 1,
  run: (line) =>
    line.withVaultToRead(async (vault) => {
      const { format, out, names } = line.options;
      if (format !== 'md' && format !== 'html')
        throw new AppError('bad-input', 'Say which form the readout is to have: --format md or --format html.');
      if (typeof out !== 'string') throw new AppError('bad-input', 'Say where the readout goes: --out <file>.');
      const document = await buildReadoutFor(vault, format, names ? 'names' : 'pseudonyms', line.now());
      await writeFile(out, document.text).catch(() => {
        throw new AppError('disk', `The readout was not written: ${path.basename(out)} cannot be written. Choose another place.`);
      });
      line.print({ ok: true, file: path.resolve(out), bytes: Buffer.byteLength(document.text) }, `Wrote ${out}`);
    }),
};
