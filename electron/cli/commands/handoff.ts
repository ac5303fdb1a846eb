// `handoff`: the pack for marketing and sales.
import { handoffMarkdown, objectionTitle } from '#shared/domain/handover/handover-markdown';
import { handoffPack } from '#shared/domain/handover/handoff-pack';
import { countNoun } from '#shared/lib/text';

import type { CliCommand } from '../command-line.ts';
import { CONSENT_USAGE } from './consent-options.ts';
import { documentAsked, giveDocument, scopeFor, withQuotes } from './handover.ts';

export const handoffCommand: CliCommand = {
  usage: `handoff <vault> [--format md|docx] [--out <file>] ${CONSENT_USAGE} [--json]`,
  least: 1,
  run: (line) =>
    line.withVaultToRead(async (vault) => {
      const scope = await scopeFor(vault, line);
      const pack = handoffPack(scope);
      if (documentAsked(line)) return giveDocument(line, handoffMarkdown(scope, pack));
      const { heard, withheld, painsChosen } = pack;
      line.print({ about: 'pack', heard, withheld, painsChosen }, `Hand-off pack from ${countNoun(heard, 'person', 'people')}.`);
      for (const each of pack.stories) line.print({ about: 'story', ...each }, withQuotes('Story', [each]));
      for (const each of pack.pains) line.print({ about: 'pain', ...each }, withQuotes(`${each.claim} (${each.people})`, each.quotes));
      for (const { word, people } of pack.words) line.print({ about: 'word', word, people }, `${word} (${people})`);
      for (const each of pack.wordQuotes) line.print({ about: 'words', ...each }, withQuotes('Their words', [each]));
      for (const each of pack.objections)
        line.print({ about: 'objection', ...each }, withQuotes(`${objectionTitle(each)} (${each.people})`, each.quotes));
    }),
};
