// What every page of the readout draws on: counts from the records as they are, words only through the name mask.
import { createEvidenceScope, type EvidenceScope } from '#shared/domain/evidence/evidence-scope';
import { type EvidenceMatrix, matrixSteps } from '#shared/domain/evidence/matrix';
import { peopleHeard, type PeopleOptions, type PersonKey } from '#shared/domain/evidence/participants-of';
import { type AssumptionVerdict, verdictSteps } from '#shared/domain/evidence/verdict';
import { NOTHING_WITHHELD, type WithheldWords, withheldWords } from '#shared/domain/participants/withheld-words';
import { finishSteps, type Steps } from '#shared/lib/steps';
import type { Purpose } from '#shared/model/records/consent';
import { newReadout, type Readout } from '#shared/model/records/readout';
import { newStudy, type Study } from '#shared/model/records/study';
import type { VaultReader } from '#shared/model/vault-state';

import { departmentCodes } from './department-codes.ts';
import { createNameMask } from './name-mask.ts';
import type { Span } from './readout-content.ts';

export interface ReadoutOptions extends PeopleOptions {
  /** Pseudonyms, unless a person has asked for real names. */
  names: 'pseudonyms' | 'names';
  /** The day of the readout, `2026-06-30`. */
  today: string;
  /** Who will read it: words whose consent does not reach so far are withheld. Stakeholders unless told otherwise. */
  purpose?: Purpose | undefined;
  /** Nothing leaves the study: the researcher sees all words, whatever was agreed to. */
  inside?: boolean | undefined;
}

/** Who reads what leaves the study, unless somebody says otherwise. */
export const READ_BY: Purpose = 'stakeholders';

export interface ReadoutScope {
  reader: VaultReader;
  options: ReadoutOptions;
  study: Study;
  /** What the researcher added by hand. */
  added: Readout;
  evidence: EvidenceScope;
  matrix: EvidenceMatrix;
  verdicts: ReadonlyMap<string, AssumptionVerdict>;
  /** Everybody heard: the m of every "n of m people". */
  heard: readonly PersonKey[];
  /** Words that are counted and not shown. */
  withheld: WithheldWords;
  /** Words of the study as they may be shown: without participants' names unless names were asked for. */
  shown(text: string): string;
  /** The same, as a span of a sentence. */
  said(text: string): Span;
  /** Code of an assumption in tables: `S2`. */
  codeOf(assumptionId: string): string;
}

/** Reads everything that several pages need, once. */
export function createReadoutScope(reader: VaultReader, options: ReadoutOptions): ReadoutScope {
  return finishSteps(readoutScopeSteps(reader, options));
}

/** The same in steps; the records must not change in between. */
export function* readoutScopeSteps(reader: VaultReader, options: ReadoutOptions): Steps<ReadoutScope> {
  const evidence = createEvidenceScope(reader, options);
  const matrix = yield* matrixSteps(reader, { scope: evidence });
  const verdicts = yield* verdictSteps(reader, { scope: evidence, today: options.today });
  const mask = options.names === 'pseudonyms' ? createNameMask(reader) : null;
  const shown = (text: string): string => (mask ? mask.mask(text) : text);
  const codes = departmentCodes(matrix.groups);
  return {
    reader,
    options,
    study: reader.get('study', 'study') ?? newStudy('Study'),
    added: reader.get('readout', 'readout') ?? newReadout(),
    evidence,
    matrix,
    verdicts,
    heard: peopleHeard(reader),
    withheld: options.inside
      ? NOTHING_WITHHELD
      : withheldWords(reader, { purpose: options.purpose ?? READ_BY, day: options.today }, options),
    shown,
    said: (text) => ({ text: shown(text), said: true }),
    codeOf: (assumptionId) => codes.get(assumptionId) ?? '',
  };
}
