// What a snippet was judged to say of assumptions, apart from its themes.
import { X } from 'lucide-react';

import { shorten } from '#shared/lib/text';
import type { EvidenceLink } from '#shared/model/records/evidence-link';
import { useRecord, useReferring } from '#renderer/stores/record-hooks';
import { tryEdit } from '#renderer/stores/vault-actions';

import { IconButton } from '../../ui/Button.tsx';
import { EvidenceGlyph } from '../../ui/EvidenceGlyph.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { RELATION_NAMES } from '../evidence/index.ts';
import { judgeSnippet } from './use-as-evidence.ts';
import styles from './inspector.module.css';

export function SnippetEvidence({ snippetId }: { snippetId: string }) {
  const links = useReferring('snippets', snippetId, 'evidenceLinks');
  if (links.length === 0) return null;
  return (
    <section className={styles.section}>
      <SectionTitle level={3} count={links.length}>
        Evidence
      </SectionTitle>
      <ul className={styles.links}>
        {links.map((link) => (
          <Link key={link.id} link={link} snippetId={snippetId} />
        ))}
      </ul>
    </section>
  );
}

function Link({ link: { assumptionId, relation, reason }, snippetId }: { link: EvidenceLink; snippetId: string }) {
  const assumption = useRecord('assumptions', assumptionId);
  const department = useRecord('departments', assumption?.departmentId);
  if (!assumption || !department) return null;
  return (
    <li className={styles.evidence}>
      <EvidenceGlyph shape={relation} />
      <div className={styles.grow}>
        <button
          type="button"
          className={styles.linkText}
          title={`${assumption.statement} Judge again.`}
          onClick={() => void judgeSnippet(snippetId, assumptionId).catch(() => undefined)}
        >
          <b>{RELATION_NAMES[relation]}</b> · {department.name}: {shorten(assumption.statement, 120)}
        </button>
        {reason === '' ? null : <p className={styles.quiet}>{reason}</p>}
      </div>
      <IconButton
        label={`Take the judgement for ${department.name} away`}
        onClick={() => tryEdit('clearEvidence', { assumptionId, snippetId })}
      >
        <X size={14} aria-hidden="true" />
      </IconButton>
    </li>
  );
}
