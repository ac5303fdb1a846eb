// What a person says on the command line about the columns of a table of stories.
import { KIND_FORMS } from '#shared/domain/sources/kind-forms';
import { withStoryUse } from '#shared/domain/sources/story-columns';
import { STORY_USES, type StoryColumn, type StoryColumns, type StoryKind } from '#shared/model/story';
import { AppError } from '#shared/lib/app-error';

const PAIR = new RegExp(`,(?= ?(?:${STORY_USES.join('|')})=)`);

/**
 * The guessed columns after `words=Text,who=Customer,fact=Channel`: columns by their heading, or by number as `#3`. Words that are told take
 * the place of all that were guessed; they may be told several times. @throws AppError('bad-input') naming what there is.
 */
export function columnsTold(told: string, guessed: StoryColumns, headings: readonly string[], kind: StoryKind): StoryColumns {
  const pairs = told.split(PAIR).map((pair) => pairOf(pair, headings));
  const cleared = pairs.some(({ use }) => use === 'words')
    ? guessed.map((column): StoryColumn => (column.use === 'words' ? { use: 'unused' } : column))
    : guessed;
  return pairs.reduce((columns, { use, at }) => {
    if (use !== 'fact') return withStoryUse(columns, at, { use });
    const heading = headings[at] ?? '';
    const known = KIND_FORMS[kind].facts.find((fact) => fact.toLowerCase() === heading.toLowerCase());
    return withStoryUse(columns, at, { use, name: known ?? heading });
  }, cleared);
}

function pairOf(pair: string, headings: readonly string[]): { use: StoryColumn['use']; at: number } {
  const [first = '', ...rest] = pair.split('=');
  const use = STORY_USES.find((each) => each === first.trim());
  if (!use) throw new AppError('bad-input', `--columns takes ${STORY_USES.join(', ')}, not “${first.trim()}”.`);
  const wanted = rest.join('=').trim();
  const named = headings.findIndex((heading) => heading.toLowerCase() === wanted.toLowerCase());
  const numbered = /^#\d{1,4}$/.test(wanted) ? Number(wanted.slice(1)) - 1 : -1;
  const at = named >= 0 ? named : numbered;
  if (at < 0 || at >= headings.length)
    throw new AppError('bad-input', `There is no column called “${wanted}”. There are: ${headings.join(', ')}.`);
  return { use, at };
}
