// `search`: words in the transcripts, and in names of tags and themes.
import { PlainSearch } from '#core/services/search/plain-search';

import type { CliCommand } from '../command-line.ts';

const LIMIT = 1000;

export const searchCommand: CliCommand = {
  usage: 'search <vault> <words> [--limit N] [--json]',
  least: 2,
  run: (line) =>
    line.withVaultToRead(async (vault) => {
      const limit = Number(line.options['limit'] ?? LIMIT);
      const query = line.words.slice(1).join(' ');
      const { matches, total } = await new PlainSearch().find(vault, query, Number.isInteger(limit) && limit > 0 ? limit : LIMIT);
      for (const match of matches) {
        const source = vault.state.get('sources', match.sourceId);
        line.print(
          {
            source: match.sourceId,
            title: source?.title ?? '',
            turn: match.turn,
            speaker: match.speaker,
            startMs: match.startMs,
            startOffset: match.startOffset,
            endOffset: match.endOffset,
            context: match.context,
          },
          `${source?.title ?? ''}, turn ${match.turn + 1}: ${match.context}`,
        );
      }
      if (total > matches.length) line.say(`${total} places in all; ${matches.length} shown.`);
      if (total === 0) line.say(`No transcript contains “${query}”.`);
    }),
};
