// `customer`: the customer, as heard, part by part, and where each department is right.
import { WITHHELD_QUOTE, withheldReport } from '#shared/domain/participants/withheld-report';
import { customerAsHeard } from '#shared/domain/readout/customer-as-heard';
import { createReadoutScope } from '#shared/domain/readout/readout-scope';
import type { Assumption } from '#shared/model/records/assumption';
import { loadTurnSpeakers } from '#core/services/turn-speakers';

import type { CliCommand } from '../command-line.ts';

export const showCustomer: CliCommand = {
  usage: 'customer <vault> [--names] [--json]',
  least: 1,
  run: (line) =>
    line.withVaultToRead(async (vault) => {
      const names = line.options['names'] ? 'names' : 'pseudonyms';
      const turnSpeakers = await loadTurnSpeakers(vault);
      const scope = createReadoutScope(vault.state, { names, today: line.now().slice(0, 10), turnSpeakers });
      for (const sentence of withheldReport(vault.state, scope.withheld).sentences) line.say(sentence);
      const { parts, words, departments, answered } = customerAsHeard(scope);
      const heard = scope.heard.length;
      const quoteOf = (id: string): string =>
        scope.withheld.snippetIds.has(id) ? WITHHELD_QUOTE : scope.shown(vault.state.require('snippets', id).quote);
      for (const { part, title, text, themes, snippetIds } of parts) {
        const told = themes.map(({ theme, claim, people }) => ({ theme: theme.id, claim, people }));
        const quotes = snippetIds.map((id) => ({ snippet: id, quote: quoteOf(id) }));
        line.print(
          { part, text, themes: told, quotes, heard, ...(part === 'experience' ? { answered } : {}) },
          [
            `${title}: ${text}`,
            ...told.map(({ claim, people }) => `  ${claim} (${people} of ${heard})`),
            ...quotes.map(({ quote }) => `  “${quote}”`),
          ].join('\n'),
        );
      }
      line.print(
        { words: words.map(({ word, people }) => ({ word, people })) },
        `Words of at least three people: ${words.map(({ word, people }) => `${word} (${people})`).join(', ') || 'none'}`,
      );
      for (const { department, right, different, partly, thin, open } of departments) {
        const ids = (list: readonly Assumption[]): string[] => list.map(({ id }) => id);
        line.print(
          {
            department: department.name,
            departmentId: department.id,
            right: ids(right),
            different: ids(different),
            partly: ids(partly),
            thin: ids(thin),
            open: ids(open),
          },
          `${department.name}: ${right.length} right, ${different.length} different, ${partly.length} true for some, ${thin.length + open.length} open`,
        );
      }
    }),
};
