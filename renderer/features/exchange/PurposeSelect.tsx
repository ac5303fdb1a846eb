// Whom an export is for, as one choice: it decides whose words may be in it.
import { AUDIENCE_NAMES } from '#shared/domain/participants/consent-words';
import { type Purpose, PURPOSES } from '#shared/model/records/consent';
import { chooseExportPurpose, useExportPurpose } from '#renderer/stores/export-purpose';

import ui from '../../ui/ui.module.css';
import styles from './exchange.module.css';

interface PurposeSelectProps {
  /** What the word before the choice is: `For`. */
  label: string;
  purpose: Purpose;
  disabled?: boolean;
  onChange(purpose: Purpose): void;
}

export function PurposeSelect({ label, purpose, disabled = false, onChange }: PurposeSelectProps) {
  return (
    <label className={styles.purpose} title="Words of people who did not agree to be read by them stay out.">
      <span>{label}</span>
      <select
        className={ui.input}
        value={purpose}
        disabled={disabled}
        onChange={(event) => onChange(PURPOSES.find((each) => each === event.target.value) ?? purpose)}
      >
        {PURPOSES.map((each) => (
          <option key={each} value={each}>
            {AUDIENCE_NAMES[each]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The choice that counts for tables, notes, the readout and printed pages. */
export function ExportPurpose({ label }: { label: string }) {
  return <PurposeSelect label={label} purpose={useExportPurpose()} onChange={chooseExportPurpose} />;
}
