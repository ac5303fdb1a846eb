// The three figures for all tags together, each with what it says.
import type { AgreementUnit } from '#shared/model/agreement-units';
import type { TagAgreement } from '#shared/rpc/coder-answers';

import { alphaMeaning, coefficientText, kappaMeaning, percentMeaning, percentText } from './agreement-words.ts';
import styles from './coders.module.css';

export function AgreementTotals({ figures, tags, unit }: { figures: TagAgreement; tags: number; unit: AgreementUnit }) {
  return (
    <dl className={styles.totals} aria-label="All tags together">
      <Total name="Agreement" value={percentText(figures.percent)} meaning={percentMeaning(figures, tags, unit)} />
      <Total name="Cohen’s kappa" value={coefficientText(figures.kappa)} meaning={kappaMeaning(figures)} />
      <Total name="Krippendorff’s alpha" value={coefficientText(figures.alpha)} meaning={alphaMeaning(figures)} />
    </dl>
  );
}

function Total({ name, value, meaning }: { name: string; value: string; meaning: string }) {
  return (
    <div className={styles.total}>
      <dt>{name}</dt>
      <dd className={`record ${styles.figure}`}>{value}</dd>
      <dd className={styles.quiet}>{meaning}</dd>
    </div>
  );
}
