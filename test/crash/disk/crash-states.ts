// Chooses which of the allowed states after a power cut are tried: all when they are few, else samples with both extremes.
import type { SeededRandom } from '#shared/domain/themes/seeded-random';

import type { Choice, DataFate, NameFate } from './power-model.ts';

type Fates = (DataFate | NameFate)[];

export interface SamplingLimits {
  /** Up to this many states all of them are tried. */
  exhaustive: number;
  /** Beyond it, so many are drawn. */
  samples: number;
}

/** The fates to try: every combination, or nothing kept, everything kept and drawn ones. */
export function fatesToTry(choices: readonly Choice[], random: SeededRandom, { exhaustive, samples }: SamplingLimits): Fates[] {
  const total = choices.reduce((product, choice) => product * choice.fates.length, 1);
  if (total <= exhaustive) return Array.from({ length: total }, (_, number) => combination(choices, number));
  const nothing: Fates = choices.map((choice) => (choice.kind === 'data' ? 'none' : 'dropped'));
  const everything: Fates = choices.map((choice) => (choice.kind === 'data' ? 'all' : 'kept'));
  const drawn = Array.from({ length: Math.max(0, samples - 2) }, () =>
    choices.map((choice): Fates[number] => choice.fates[random.below(choice.fates.length)] ?? 'none'),
  );
  return [nothing, everything, ...drawn];
}

function combination(choices: readonly Choice[], number: number): Fates {
  let rest = number;
  return choices.map((choice): Fates[number] => {
    const fate = choice.fates[rest % choice.fates.length] ?? 'none';
    rest = Math.floor(rest / choice.fates.length);
    return fate;
  });
}
