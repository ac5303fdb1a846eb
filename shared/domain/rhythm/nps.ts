// The Net Promoter Score of answers from 0 to 10.
import { AppError } from '#shared/lib/app-error';

export interface NetPromoterScore {
  /** Share of promoters less share of detractors, in points from -100 to 100, not rounded. */
  score: number;
  promoters: number;
  passives: number;
  detractors: number;
}

/**
 * Promoters answer 9 or 10, passives 7 or 8, detractors 0 to 6 (Frederick Reichheld, “The One Number You Need to Grow”, 2003).
 * Null without answers. @throws AppError('bad-input') for an answer that is no whole number from 0 to 10.
 */
export function netPromoterScore(answers: readonly number[]): NetPromoterScore | null {
  const wrong = answers.find((answer) => !Number.isInteger(answer) || answer < 0 || answer > 10);
  if (wrong !== undefined)
    throw new AppError(
      'bad-input',
      `${wrong} is no answer from 0 to 10, so no Net Promoter Score was computed. Look whether the column is right.`,
    );
  if (answers.length === 0) return null;
  const promoters = answers.filter((answer) => answer >= 9).length;
  const detractors = answers.filter((answer) => answer <= 6).length;
  const score = ((promoters - detractors) * 100) / answers.length;
  return { score, promoters, passives: answers.length - promoters - detractors, detractors };
}
