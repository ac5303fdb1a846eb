// What a person decides about a file for other tools: for whom it is, and whether people are named in it.
import { type ExchangePhase, useExchangeStore, chooseExport } from './exchange-store.ts';
import styles from './exchange.module.css';
import { PurposeSelect } from './PurposeSelect.tsx';

type Exporting = Extract<ExchangePhase, { at: 'export' }>;

export function ExportChoices({ phase }: { phase: Exporting }) {
  const { format, choice, writing } = phase;
  const reporting = useExchangeStore((state) => state.phase.at === 'export' && state.phase.reporting);
  return (
    <div className={styles.choices} aria-busy={reporting}>
      {format === 'qdpx' ? (
        <PurposeSelect
          label="For"
          purpose={choice.purpose}
          disabled={writing}
          onChange={(purpose) => void chooseExport(phase, { ...choice, purpose })}
        />
      ) : null}
      <label className={styles.pseudonyms}>
        <input
          type="checkbox"
          checked={choice.names === 'pseudonyms'}
          disabled={writing}
          onChange={(event) => void chooseExport(phase, { ...choice, names: event.target.checked ? 'pseudonyms' : 'names' })}
        />
        Pseudonyms in place of participants’ names
      </label>
    </div>
  );
}
