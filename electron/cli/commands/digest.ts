// `digest`: what was learned in a month, by whom, with quotes.
import { monthlyDigest } from '#shared/domain/handover/digest';
import { digestMarkdown } from '#shared/domain/handover/handover-markdown';
import { AppError } from '#shared/lib/app-error';
import { countNoun } from '#shared/lib/text';

import type { CliCommand, CommandLine } from '../command-line.ts';
import { CONSENT_USAGE } from './consent-options.ts';
import { documentAsked, giveDocument, scopeFor, withQuotes } from './handover.ts';

export const digestCommand: CliCommand = {
  usage: `digest <vault> [--month 2026-06] [--format md|docx] [--out <file>] ${CONSENT_USAGE} [--json]`,
  least: 1,
  run: (line) =>
    line.withVaultToRead(async (vault) => {
      const scope = await scopeFor(vault, line);
      const digest = monthlyDigest(scope, monthAsked(line));
      if (documentAsked(line)) return giveDocument(line, digestMarkdown(scope, digest));
      const { themes, conversations, listeners, assumptions, ...figures } = digest;
      const genuine = conversations.filter((each) => each.genuine).length;
      line.print(
        { about: 'digest', ...figures, conversations: genuine },
        `${digest.month}: ${countNoun(genuine, 'conversation', 'conversations')}, words of ${countNoun(digest.people, 'person', 'people')}.`,
      );
      for (const each of themes)
        line.print({ about: 'theme', ...each }, withQuotes(`${each.claim} (${each.people}${each.isNew ? ', new' : ''})`, each.quotes));
      for (const each of listeners) line.print({ about: 'listener', ...each }, `${each.name}: ${each.conversations}`);
      for (const each of conversations)
        line.print(
          { about: 'conversation', ...each },
          `${each.heldOn} ${each.kind} ${each.listeners.join(', ')}: ${each.learned} ${each.influence}`.trim(),
        );
      for (const each of assumptions)
        line.print({ about: 'assumption', ...each }, `${each.statement}: ${each.supporting} for, ${each.contradicting} against`);
    }),
};

function monthAsked(line: CommandLine): string {
  const month = line.options['month'] ?? line.now().slice(0, 7);
  if (typeof month !== 'string' || !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month))
    throw new AppError('bad-input', '--month takes a month, as 2026-06.');
  return month;
}
