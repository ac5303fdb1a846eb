// Under the search box: filters that can be used, or what the filter being typed may become.
import { useRecords } from '#renderer/stores/record-hooks';
import { useShownText, personLabel, useHideNames } from '#renderer/stores/shown-names';

import { completionsOf, type FilterNames, OFFERED_FILTERS, withFilter } from './complete-filter.ts';
import styles from './search.module.css';

interface FilterChipsProps {
  typed: string;
  /** Takes the new text and puts the cursor behind it. */
  onChange(query: string): void;
}

export function FilterChips({ typed, onChange }: FilterChipsProps) {
  const completions = completionsOf(typed, useFilterNames());
  if (completions.length > 0) {
    return (
      <div className={styles.chips} role="group" aria-label="Completions">
        {completions.map(({ label, query }, index) => (
          <button key={label} type="button" className={styles.chip} onClick={() => onChange(query)} title={index === 0 ? 'Tab' : undefined}>
            {label}
          </button>
        ))}
      </div>
    );
  }
  return (
    <div className={styles.chips} role="group" aria-label="Filters">
      {OFFERED_FILTERS.map(({ name, about }) => (
        <button key={name} type="button" className={styles.chip} title={about} onClick={() => onChange(withFilter(typed, name))}>
          {`${name}:`}
        </button>
      ))}
    </div>
  );
}

/** Names that filters may have, as they may be shown. */
export function useFilterNames(): FilterNames {
  const tags = useRecords('tags');
  const participants = useRecords('participants');
  const sources = useRecords('sources');
  const segments = useRecords('segments');
  const hideNames = useHideNames();
  const shown = useShownText();
  return {
    tag: tags.map(({ name }) => name),
    person: participants.map((person) => (hideNames || person.name === '' ? personLabel(person, true) : person.name)),
    source: sources.map(({ title }) => shown(title)),
    segment: segments.map(({ name }) => name),
  };
}
