// The part of `import` that brings in a project of another tool: the report of what comes over, then everything as one step.
import path from 'node:path';

import { reportLines } from '#shared/domain/exchange/exchange-report';
import { commitProject, planProject } from '#core/exchange/import-project';
import type { Vault } from '#core/vault/vault';

import type { CommandLine } from '../command-line.ts';

/** With --report only tells; gives the line to print. */
export async function importProjectFile(vault: Vault, line: CommandLine, file: string, bytes: Uint8Array): Promise<void> {
  const { preview, plan } = planProject(path.basename(file), bytes, vault.state, {
    newId: line.newId,
    now: line.now(),
    by: line.services.by,
  });
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
