// Options of commands by which words leave the study: for whom they are, and what becomes of those that may not go.
import type { WithheldReport } from '#shared/model/withheld-report';
import { AppError } from '#shared/lib/app-error';
import { type Purpose, PURPOSES } from '#shared/model/records/consent';
import { refuseWithheld } from '#core/exchange/withheld';

import type { CommandLine } from '../command-line.ts';

/** Part of the usage line of `export`. */
export const CONSENT_USAGE = `[--for ${PURPOSES.join('|')}] [--without-consent-blocked|--refuse-consent-blocked]`;

/** Whom the words are for; undefined when it was not said. @throws AppError('bad-input') */
export function purposeOf({ options }: CommandLine): Purpose | undefined {
  const wanted = options['for'];
  if (wanted === undefined) return undefined;
  const purpose = PURPOSES.find((each) => each === wanted);
  if (purpose) return purpose;
  throw new AppError('bad-input', `Whom the words are for (--for) can be ${PURPOSES.join(', ')}, not “${String(wanted)}”.`);
}

/** True when nothing is to be written rather than something left out, which is what happens otherwise. @throws AppError('bad-input') for both. */
export function refusesWithheld({ options }: CommandLine): boolean {
  const refuse = options['refuse-consent-blocked'] === true;
  if (refuse && options['without-consent-blocked'] === true)
    throw new AppError('bad-input', 'Say either --without-consent-blocked, which leaves out, or --refuse-consent-blocked, which stops.');
  return refuse;
}

/** Says what is kept back, on standard error. @throws AppError('conflict') when it was not to be. */
export function tellWithheld(line: CommandLine, report: WithheldReport): void {
  if (refusesWithheld(line) && report.quotes > 0) refuseWithheld(report.sentences);
  for (const sentence of report.sentences) line.say(sentence);
}
