// What a theme says of each assumption it was judged against, with the reason, and the way to the cell of the matrix.
import { factsOfTheme } from '#shared/domain/evidence/confidence-facts';
import type { EvidenceLink } from '#shared/model/records/evidence-link';
import { useRecord, useReferring } from '#renderer/stores/record-hooks';
import { openTab } from '#renderer/stores/tabs';
import { requestReveal } from '#renderer/stores/view-store';

import { ConfidenceSection, RELATION_NAMES, today, useEvidence } from '../evidence/index.ts';
import { Button } from '../../ui/Button.tsx';
import { EvidenceGlyph } from '../../ui/EvidenceGlyph.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import styles from './themes.module.css';

export function ThemeEvidence({ themeId }: { themeId: string }) {
  const scope = useEvidence();
  const links = useReferring('themes', themeId, 'evidenceLinks');
  return (
    <section className={styles.section}>
      <SectionTitle count={links.length}>What it says of the departments’ assumptions</SectionTitle>
      {links.length === 0 ? <p className={styles.quiet}>Not judged against any assumption yet.</p> : null}
      <ul className={styles.links}>
        {links.map((link) => (
          <Link key={link.id} link={link} themeId={themeId} />
        ))}
      </ul>
      <ConfidenceSection key={themeId} themeId={themeId} facts={factsOfTheme(scope.evidence, themeId, today())} />
      <div>
        <Button onClick={() => openTab({ kind: 'matrix' })}>{links.length === 0 ? 'Judge it in the matrix' : 'Open the matrix'}</Button>
      </div>
    </section>
  );
}

function Link({ link, themeId }: { link: EvidenceLink; themeId: string }) {
  const assumption = useRecord('assumptions', link.assumptionId);
  const department = useRecord('departments', assumption?.departmentId);
  if (!assumption) return null;
  const open = (): void => {
    requestReveal({ surface: 'matrix', themeId, assumptionId: assumption.id });
    openTab({ kind: 'matrix' });
  };
  return (
    <li className={styles.link}>
      <span className={styles.relation}>
        <EvidenceGlyph shape={link.relation} />
        {RELATION_NAMES[link.relation]}
      </span>
      <button type="button" className={styles.statement} title="Open this cell of the matrix" onClick={open}>
        {assumption.statement}
      </button>
      <span className={styles.quiet}>{department?.name}</span>
      {link.reason.trim() === '' ? null : <p className={styles.reason}>{link.reason}</p>}
    </li>
  );
}
