// `brief`: what to know and to acknowledge before a department is asked for its version of the customer.
import { departmentBriefs } from '#shared/domain/handover/department-brief';
import { briefsMarkdown } from '#shared/domain/handover/plan-markdown';
import { AppError } from '#shared/lib/app-error';

import type { CliCommand } from '../command-line.ts';
import { documentAsked, giveDocument, scopeFor } from './handover.ts';

export const briefCommand: CliCommand = {
  usage: 'brief <vault> [<department>] [--format md|docx] [--out <file>] [--json]',
  least: 1,
  run: (line) =>
    line.withVaultToRead(async (vault) => {
      const scope = await scopeFor(vault, line);
      const wanted = line.words[1]?.trim().toLowerCase();
      const briefs = departmentBriefs(scope).filter(
        ({ departmentId, name }) => wanted === undefined || departmentId === wanted || name.toLowerCase() === wanted,
      );
      if (wanted !== undefined && briefs.length === 0)
        throw new AppError(
          'not-found',
          `There is no department “${line.words[1] ?? ''}”. Nothing was changed: plumbline verdicts <vault> names them.`,
        );
      if (documentAsked(line) || !line.json) return giveDocument(line, briefsMarkdown(scope, briefs));
      for (const brief of briefs) line.print(brief, brief.name);
    }),
};
