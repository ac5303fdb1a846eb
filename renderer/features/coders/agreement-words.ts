// What figures of agreement mean, in plain words with their source and limits.
import type { AgreementUnit } from '#shared/model/agreement-units';
import { countNoun } from '#shared/lib/text';
import type { TagAgreement } from '#shared/rpc/coder-answers';

export const UNIT_WORDS: { readonly [U in AgreementUnit]: string } = { character: 'Character', sentence: 'Sentence', turn: 'Turn' };

/** Shown for what is not defined. */
export const NOT_DEFINED = '–';

export const percentText = (percent: number | null): string => (percent === null ? NOT_DEFINED : `${(percent * 100).toFixed(1)} %`);
export const coefficientText = (value: number | null): string => (value === null ? NOT_DEFINED : value.toFixed(3));
export const countText = (count: number): string => count.toLocaleString('en');

/** How many decisions were alike. */
export function percentMeaning({ table }: TagAgreement, tags: number, unit: AgreementUnit): string {
  const all = table.both + table.onlyFirst + table.onlySecond + table.neither;
  const alike = table.both + table.neither;
  return `${countText(alike)} of ${countText(all)} decisions alike: each ${unit}, for each of ${countNoun(tags, 'tag', 'tags')}. ${countText(table.neither)} of them are both leaving the tag off.`;
}

/** Landis & Koch (1977), “The measurement of observer agreement for categorical data”: their words, a convention and no more. */
const KAPPA_WORDS: readonly (readonly [from: number, word: string])[] = [
  [0.81, 'almost perfect'],
  [0.61, 'substantial'],
  [0.41, 'moderate'],
  [0.21, 'fair'],
  [0, 'slight'],
];

export function kappaMeaning({ kappa }: TagAgreement): string {
  if (kappa === null) return 'Not defined: both always decided the same way, so there is no chance to compare with.';
  const word = KAPPA_WORDS.find(([from]) => kappa >= from)?.[1] ?? 'less than chance would give';
  return `Agreement beyond chance, 0 for chance and 1 for perfect: ${word}, by the convention of Landis and Koch (1977).`;
}

/** Bounds of Krippendorff (2004), “Content Analysis”, chapter 11. */
export function alphaMeaning({ alpha }: TagAgreement): string {
  if (alpha === null) return 'Not defined: all decisions are the same, so there is nothing to tell apart.';
  if (alpha >= 0.8) return 'High enough to draw conclusions from the coding (0.800, Krippendorff 2004).';
  if (alpha >= 0.667) return 'Enough for tentative conclusions only (between 0.667 and 0.800, Krippendorff 2004).';
  return 'Too low to rely on the coding (under 0.667, Krippendorff 2004). Talk the passages through and sharpen the rules of the tags.';
}

export const LIMITS =
  'The figures say how alike two people code, not that the coding is right. They depend on the unit, and on how much text neither coded: counting it raises the percentage by itself. For a tag that is rarely used a single passage moves them far.';
