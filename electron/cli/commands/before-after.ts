// `before-after`: what each department believed, how sure people were, and what was heard.
import { beforeAndAfter } from '#shared/domain/handover/before-and-after';
import { beforeAndAfterMarkdown } from '#shared/domain/handover/plan-markdown';

import type { CliCommand } from '../command-line.ts';
import { CONSENT_USAGE } from './consent-options.ts';
import { documentAsked, giveDocument, scopeFor } from './handover.ts';

export const beforeAfterCommand: CliCommand = {
  usage: `before-after <vault> [--format md|docx] [--out <file>] ${CONSENT_USAGE} [--json]`,
  least: 1,
  run: (line) =>
    line.withVaultToRead(async (vault) => {
      const scope = await scopeFor(vault, line);
      const departments = beforeAndAfter(scope);
      if (documentAsked(line)) return giveDocument(line, beforeAndAfterMarkdown(scope, departments));
      for (const { statements, ...department } of departments) {
        for (const each of statements) {
          const { statement, forecast, verdict } = each;
          const before = forecast ? `${Math.round(forecast.mean)} % sure` : 'no forecast';
          line.print({ ...department, ...each }, `${department.name}: ${statement}: ${before}, ${verdict}. ${each.heard}`.trim());
        }
      }
    }),
};
