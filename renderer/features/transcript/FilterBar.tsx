// Says what a transcript is filtered by, how much of it that is, and how to get everything back.
import { FoldVertical, X } from 'lucide-react';

import type { FilterAnswer } from '#shared/domain/coding/transcript-filter';

import { Button, IconButton } from '../../ui/Button.tsx';
import { chooseFilter, countsInWords, filterInWords, setFilter } from './filtering.ts';
import { speakerNames } from './speakers.ts';
import type { ActiveFilter } from './transcript-store.ts';
import type { TranscriptSurface } from './transcript-surface.ts';
import styles from './transcript.module.css';

interface FilterBarProps {
  sourceId: string;
  filter: (ActiveFilter & { answer: FilterAnswer }) | null;
  turns: number;
  surface: TranscriptSurface | null;
}

export function FilterBar({ sourceId, filter, turns, surface }: FilterBarProps) {
  if (!filter) return null;
  const clear = (): void => {
    setFilter(sourceId, null);
    surface?.takeFocus();
  };
  return (
    <div className={styles.filterBar} role="toolbar" aria-label="Filter of this transcript">
      <strong className={styles.filterName}>{filterInWords(filter.filter, speakerNames(sourceId))}</strong>
      <span className={styles.filterCount}>
        {filter.answer.turns.size === 0 ? 'Everything is hidden by this filter.' : countsInWords(filter.answer, turns)}
      </span>
      <IconButton
        label={filter.folds ? 'Show the other turns dimmed' : 'Fold the other turns away'}
        keys="F"
        pressed={filter.folds}
        onClick={() => setFilter(sourceId, { filter: filter.filter, folds: !filter.folds })}
      >
        <FoldVertical size={16} strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
      <Button look="quiet" onClick={() => surface && void chooseFilter(surface)}>
        Change…
      </Button>
      <Button look="quiet" icon={<X size={14} aria-hidden="true" />} title="Shift+F" onClick={clear}>
        Clear filter
      </Button>
    </div>
  );
}
