// The part of `import` that brings in a project of another tool: the report of what comes over, then everything as one step.
import path from 'node:path';

import { reportLines } from '#shared/domain/exchange/exchange-report';
import { commitProject } from '#core/exchange/import-project';
import { ExchangeService } from '#core/services/exchange-service';
import type { Vault } from '#core/vault/vault';

import type { CommandLine } from '../command-line.ts';

/** Packages may hold recordings, which are never unpacked (bytes). */
const LARGEST_FILE = 2_000_000_000;

/** With --report only tells; gives the line to print. */
export async function importProjectFile(vault: Vault, line: CommandLine, file: string, bytes: Uint8Array): Promise<void> {
  const service = new ExchangeService(line.background, line.services);
  const read = await service.read(file, bytes, LARGEST_FILE);
  const { preview, plan } = service.plan(vault, path.basename(file), read);
  const only = line.options['report'] === true;
  if (!only) await commitProject(vault, plan);
  const sentence = [
    `${file}: ${only ? 'not imported, only reported' : 'imported'}`,
    ...reportLines(preview.report).map((each) => `  ${each}`),
  ];
  line.print(
    { file, ok: true, imported: !only, name: preview.name, origin: preview.origin, ...preview.counts, report: preview.report },
    sentence.join('\n'),
  );
}
