// Theme suggestions: proposals over the snippets that lie in no theme yet, made in a worker.
import type { ThemeProposals } from '#shared/rpc/answers';
import type { VaultReader } from '#shared/model/vault-state';

import type { Background } from './background.ts';
import type { Job } from './jobs.ts';

/** Time a suggestion may take (ms); 50,000 snippets took 12 s of CPU on the slowest machine measured. */
const TIMEOUT_MS = 180_000;

/** Snippets without a card in any theme, with their words. */
export function snippetsWithoutTheme(reader: VaultReader): { id: string; text: string }[] {
  const loose: { id: string; text: string }[] = [];
  for (const snippet of reader.all('snippets').values()) {
    const sorted = reader.referring('snippets', snippet.id, 'cards').some((card) => card.themeId !== null);
    if (!sorted) loose.push({ id: snippet.id, text: snippet.quote });
  }
  return loose;
}

/** Proposes themes; nothing is changed. The same seed on the same snippets gives the same proposals. */
export async function suggestThemesFor(
  reader: VaultReader,
  background: Background,
  job: Job,
  themes: number | null,
  seed: number,
): Promise<ThemeProposals> {
  const snippets = snippetsWithoutTheme(reader);
  const proposals = await background.run(
    { name: 'suggest-themes', snippets, themes, seed },
    {
      signal: job.signal,
      onProgress: (fraction) => job.report(Math.round(fraction * 100), 100, 'Looking for themes'),
      timeoutMs: TIMEOUT_MS,
      timeoutMessage: 'Looking for themes took too long and was given up. Nothing was changed.',
    },
  );
  return {
    proposals: proposals.map(({ id, name, words, snippetIds, cohesion }) => ({ id, name, words, snippetIds, cohesion })),
    considered: snippets.length,
  };
}
