// Proposes themes for snippets: which belong together, and the words that bind them.
import { AppError } from '#shared/lib/app-error';

import { chanceLevel } from './chance-level.ts';
import { chooseThemeCount } from './choose-theme-count.ts';
import { sphericalKMeans } from './k-means.ts';
import { FEWEST_SNIPPETS, LEAST_SNIPPET_SILHOUETTE, proposeTheme } from './propose-theme.ts';
import type { ProposalGround, ThemeDraft } from './propose-theme.ts';
import { createSeededRandom } from './seeded-random.ts';
import { silhouettes } from './silhouette.ts';
import { snippetVectors } from './snippet-vectors.ts';
import { readTermCorpus } from './term-corpus.ts';
import { proposalId, themeNames } from './theme-names.ts';
import { countTerms, documentFrequency } from './tf-idf.ts';
import { createWorkSteps } from './work-steps.ts';
import type { WorkListener, WorkSteps } from './work-steps.ts';

export interface SnippetText {
  id: string;
  text: string;
}

export interface ThemeProposal {
  /** Made from the snippets in it: the same snippets give the same id. */
  id: string;
  /** Its two or three strongest words; different for each proposal of one answer. */
  name: string;
  /** The words that bind it, best first, as its snippets write them (lower case). */
  words: string[];
  /** At least three, most central first. */
  snippetIds: string[];
  /** How alike its snippets are: the mean cosine between two of them, 0..1. */
  cohesion: number;
  /** Snippets that are nearer to this theme than to the others, but not clearly so: worth a look, not part of it. */
  strays: string[];
}

export interface SuggestThemesOptions extends WorkListener {
  /** The same seed and snippets give the same proposals. */
  seed: number;
  /** How many groups to look for; chosen from the snippets when left out. Fewer are proposed when some do not hold together. */
  themes?: number;
}

/**
 * Proposes themes, largest first. Each snippet is in one proposal at most, as a member or as a stray; many are in none.
 * Steps: tf-idf, latent semantic analysis, spherical k-means, silhouettes against chance, class-based tf-idf (sources in their own files).
 * Not proposed: groups of fewer than three clear members, groups no more set apart than shuffled words would be, groups of low
 * cohesion, and groups in which no two snippets share a word. Their snippets stay out.
 * The order of the snippets does not matter; of two with the same id the first by text counts.
 * @throws AppError 'cancelled' when isCancelled answers true; 'bad-input' when `themes` is not a whole number above 0.
 */
export function suggestThemes(snippets: readonly SnippetText[], options: SuggestThemesOptions): ThemeProposal[] {
  const { themes } = options;
  if (themes !== undefined && !(Number.isInteger(themes) && themes > 0)) {
    const message = 'The number of themes must be a whole number above 0. Nothing was changed; choose another number.';
    throw new AppError('bad-input', message, { themes: String(themes) });
  }
  const steps = createWorkSteps(options);
  steps.done(0);
  const ordered = inOrder(snippets);
  const drafts = ordered.length < FEWEST_SNIPPETS ? [] : draftThemes(ordered, options, steps);
  steps.done(1);
  return asProposals(drafts, ordered);
}

function inOrder(snippets: readonly SnippetText[]): SnippetText[] {
  const sorted = snippets.toSorted((a, b) => compare(a.id, b.id) || compare(a.text, b.text));
  return sorted.filter((snippet, index) => snippet.id !== sorted[index - 1]?.id);
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function draftThemes(ordered: readonly SnippetText[], options: SuggestThemesOptions, steps: WorkSteps): ThemeDraft[] {
  const random = createSeededRandom(options.seed);
  const texts = ordered.map(({ text }) => text);
  const corpus = readTermCorpus(texts, steps.part(0, 0.1));
  const vectors = snippetVectors(corpus, random, steps.part(0.1, 0.35));
  const count = options.themes ?? chooseThemeCount(vectors, random, steps.part(0.35, 0.55));
  const { groups, centres } = sphericalKMeans(vectors, count, random, steps.part(0.55, 0.7));
  const chance = chanceLevel(corpus, count, random, steps.part(0.7, 0.98));
  const counts = countTerms(corpus);
  return judgeGroups(groups, centres.rowCount, {
    corpus,
    counts,
    frequency: documentFrequency(counts.columns, corpus.termCount),
    vectors,
    silhouettes: silhouettes(vectors, groups, centres.rowCount).values,
    leastGroupSilhouette: Math.max(LEAST_SNIPPET_SILHOUETTE, chance),
  });
}

function judgeGroups(groups: Int32Array, groupCount: number, ground: ProposalGround): ThemeDraft[] {
  const members: number[][] = Array.from({ length: groupCount }, () => []);
  groups.forEach((group, document) => members[group]?.push(document));
  const drafts = members.map((group) => proposeTheme(ground, group)).filter((draft) => draft !== null);
  return drafts.sort((a, b) => b.members.length - a.members.length || a.members[0]! - b.members[0]!);
}

function asProposals(drafts: readonly ThemeDraft[], ordered: readonly SnippetText[]): ThemeProposal[] {
  const names = themeNames(drafts);
  const idOf = (document: number): string => ordered[document]?.id ?? '';
  return drafts.map((draft, index) => {
    const snippetIds = draft.members.map(idOf);
    return {
      id: proposalId(snippetIds),
      name: names[index] ?? '',
      words: draft.words,
      snippetIds,
      cohesion: draft.cohesion,
      strays: draft.strays.map(idOf),
    };
  });
}
