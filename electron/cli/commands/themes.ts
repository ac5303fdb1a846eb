// `themes`: the themes with their snippets. `suggest-themes`: proposals over snippets in no theme, in the same form.
import { cardsOfTheme } from '#shared/edits/card-edits';
import { suggestThemesFor } from '#core/services/theme-suggestions';

import type { CliCommand } from '../command-line.ts';

export const listThemes: CliCommand = {
  usage: 'themes <vault> [--json]',
  least: 1,
  run: (line) =>
    line.withVaultToRead(async (vault) => {
      const themes = [...vault.state.all('themes').values()].sort((left, right) => left.order - right.order);
      for (const theme of themes) {
        const snippets = cardsOfTheme(vault.state, theme.id).map((card) => card.snippetId);
        line.print(
          { theme: theme.id, name: theme.name, insight: theme.insight, snippets },
          `${theme.name || 'Unnamed cluster'}: ${snippets.length} snippets`,
        );
      }
    }),
};

export const suggestThemesCommand: CliCommand = {
  usage: 'suggest-themes <vault> [--themes N] [--seed N] [--json]',
  least: 1,
  run: (line) =>
    line.withVaultToRead(async (vault) => {
      const job = { signal: new AbortController().signal, report: () => undefined };
      const themes = line.options['themes'] === undefined ? null : Number(line.options['themes']);
      const { proposals, considered } = await suggestThemesFor(
        vault.state,
        line.background,
        job,
        themes,
        Number(line.options['seed'] ?? 1),
      );
      for (const { id, name, words, snippetIds, cohesion } of proposals) {
        line.print(
          { theme: id, name, words, cohesion, snippets: snippetIds },
          `${name}: ${snippetIds.length} snippets (${words.slice(0, 6).join(', ')})`,
        );
      }
      if (proposals.length === 0) line.say(`No themes were found in ${considered} snippets that lie in no theme.`);
    }),
};
