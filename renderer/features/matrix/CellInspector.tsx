// The inspector of a cell: the assumption in the department's words, the judgement and its reason, both sides' quotes, who said it.
import { themePeople } from '#shared/domain/evidence/theme-people';
import type { MatrixCell } from '#shared/domain/evidence/matrix';
import { matrixCell } from '#shared/domain/evidence/matrix';
import { personName } from '#shared/domain/readout/person-names';
import { listed, peopleOfPeople } from '#shared/domain/readout/sentences';
import type { ReadoutScope } from '#shared/domain/readout/readout-scope';
import { useRecord } from '#renderer/stores/record-hooks';
import { openTab } from '#renderer/stores/tabs';

import { EvidenceGlyph } from '../../ui/EvidenceGlyph.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { countsInWords, RELATION_NAMES, useEvidence, VerdictReasons, VerdictWork } from '../evidence/index.ts';
import type { InspectorView } from '../room.ts';
import { CellQuotes } from './CellQuotes.tsx';
import { JudgementForm } from './JudgementForm.tsx';
import styles from './cell-inspector.module.css';

export const CellInspector: InspectorView<'cell'> = ({ selection: { themeId, assumptionId } }) => {
  const scope = useEvidence();
  const theme = useRecord('themes', themeId);
  const assumption = useRecord('assumptions', assumptionId);
  const department = useRecord('departments', assumption?.departmentId);
  if (!theme || !assumption || !department) return <p className={styles.quiet}>This cell is no longer there.</p>;
  const cell = matrixCell(scope.evidence, themeId, assumptionId);
  return (
    <div className={styles.inspector} key={`${themeId} ${assumptionId}`}>
      <header className={styles.head}>
        <p className={styles.eyebrow}>
          <EvidenceGlyph shape={cell.relation} /> {RELATION_NAMES[cell.relation]} · <bdi>{department.name}</bdi>
        </p>
        <h2 className={styles.theme}>
          <button type="button" className={styles.link} title="Open the theme" onClick={() => openTab({ kind: 'theme', id: themeId })}>
            {theme.name || 'Unnamed cluster'}
          </button>
        </h2>
        {theme.insight.trim() ? <p>{theme.insight}</p> : null}
      </header>
      <section>
        <SectionTitle>
          <bdi>{department.name}</bdi> says
        </SectionTitle>
        <p className={styles.statement}>{assumption.statement}</p>
        <VerdictReasons assumptionId={assumptionId} />
      </section>
      <JudgementForm cell={cell} />
      <CellQuotes cell={cell} />
      <Who scope={scope} cell={cell} />
      <section>
        <SectionTitle>Checking the verdict</SectionTitle>
        <VerdictWork assumptionId={assumptionId} />
      </section>
    </div>
  );
};

/** People by side, and how many of the theme stand on neither. */
function Who({ scope, cell }: { scope: ReadoutScope; cell: MatrixCell }) {
  const names = (snippetIds: readonly string[]): string =>
    listed(scope.evidence.peopleBehind(snippetIds).map((person) => personName(scope, person)));
  const { snippetIds, people } = cell;
  const sides = [
    { label: 'For', who: names(snippetIds.supporting) },
    { label: 'Against', who: names(snippetIds.contradicting) },
    { label: 'Refine', who: names(snippetIds.refining) },
  ].filter(({ who }) => who !== '');
  const inTheme = themePeople(scope.evidence, cell.themeId).people.length;
  return (
    <section>
      <SectionTitle>Who</SectionTitle>
      <p className={styles.quiet}>
        {countsInWords(people) || 'Nobody counted yet'}. The theme stands on {peopleOfPeople(inTheme, scope.heard.length)}.
      </p>
      <dl className={styles.who}>
        {sides.map(({ label, who }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{who}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
