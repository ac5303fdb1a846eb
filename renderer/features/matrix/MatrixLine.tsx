// One row of the matrix: the theme with its people, and a cell for each assumption.
import { PenLine } from 'lucide-react';
import { memo } from 'react';

import type { MatrixCell, MatrixRow } from '#shared/domain/evidence/matrix';
import { peopleOfPeople } from '#shared/domain/readout/sentences';
import { countNoun } from '#shared/lib/text';
import type { Assumption } from '#shared/model/records/assumption';

import { EvidenceGlyph } from '../../ui/EvidenceGlyph.tsx';
import { countsInWords, RELATION_NAMES, useEvidence } from '../evidence/index.ts';
import { placeKey } from './cell-focus.ts';
import styles from './matrix.module.css';

interface MatrixLineProps {
  row: MatrixRow;
  cells: readonly MatrixCell[];
  columns: readonly Assumption[];
  /** The place that the Tab key reaches when it is in this row, otherwise empty: only that row is drawn again. */
  stop: string;
}

export const MatrixLine = memo(function MatrixLine({ row, cells, columns, stop }: MatrixLineProps) {
  const { heard } = useEvidence();
  const { theme, people, quotes } = row;
  const key = placeKey({ themeId: theme.id, assumptionId: null });
  return (
    <tr role="row">
      <th
        role="rowheader"
        scope="row"
        className={styles.theme}
        data-place={key}
        tabIndex={key === stop ? 0 : -1}
        title={theme.insight || undefined}
      >
        <span className={styles.themeName}>{theme.name || 'Unnamed cluster'}</span>
        <span className={styles.counts} title={`${peopleOfPeople(people.length, heard.length)}, ${countNoun(quotes, 'quote', 'quotes')}`}>
          {people.length} of {heard.length} · {countNoun(quotes, 'quote', 'quotes')}
        </span>
      </th>
      {cells.map((cell, index) => (
        <Cell key={cell.assumptionId} cell={cell} column={columns[index]} before={columns[index - 1]} stop={stop} />
      ))}
    </tr>
  );
});

interface CellProps {
  cell: MatrixCell;
  column: Assumption | undefined;
  before: Assumption | undefined;
  stop: string;
}

function Cell({ cell, column, before, stop }: CellProps) {
  const key = placeKey({ themeId: cell.themeId, assumptionId: cell.assumptionId });
  const open = cell.relation === 'open';
  const counts = countsInWords(cell.people);
  const alone = cell.judged ? 0 : cell.linkIds.length;
  return (
    <td
      role="gridcell"
      className={styles.cell}
      data-relation={cell.relation}
      data-first={column?.departmentId !== before?.departmentId}
      data-importance={open ? 0 : column?.importance}
      data-place={key}
      tabIndex={key === stop ? 0 : -1}
      title={cell.reason || undefined}
    >
      <span className={styles.word}>
        <EvidenceGlyph shape={cell.relation} />
        {RELATION_NAMES[cell.relation]}
        {cell.judged?.reason.trim() ? <PenLine className={styles.pen} size={11} role="img" aria-label="with a reason" /> : null}
      </span>
      <span className={styles.counts}>{open ? 'not judged' : counts || 'nobody counted'}</span>
      {alone > 0 ? <span className={styles.alone}>{alone} judged alone</span> : null}
    </td>
  );
}
