// What a codebook that was read would bring into a study.
import { planCodebook, reportCodebook } from '#shared/domain/exchange/codebook-table';
import { oddLetters } from '#shared/domain/transcript/odd-letters';
import type { VaultReader } from '#shared/model/vault-state';
import type { CodebookPreview } from '#shared/rpc/exchange-answers';

import type { ReadCodebook } from './read-codebook.ts';

/** Of the study as it is now; changes nothing. */
export function previewCodebook({ fileName, reading, warnings, encoding, unsure }: ReadCodebook, reader: VaultReader): CodebookPreview {
  const plan = planCodebook(reader, reading.rows);
  return {
    fileName,
    encoding,
    unsure,
    oddWords: oddLetters(reading.rows.flatMap(({ path, definition = '' }) => [...path, definition])),
    rows: reading.rows,
    added: plan.filter(({ tag }) => tag === null).length,
    changed: plan.filter(({ fields }) => fields.length > 0).length,
    same: plan.filter(({ tag, fields }) => tag !== null && fields.length === 0).length,
    report: reportCodebook(plan, [...reading.leaves, ...warnings]),
  };
}
