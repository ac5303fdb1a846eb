// Judging the theme as a whole, with its reason on the spot.
import { useEffect, useRef } from 'react';

import type { MatrixCell } from '#shared/domain/evidence/matrix';
import { EVIDENCE_RELATIONS, type EvidenceLink, LINK_STRENGTHS } from '#shared/model/records/evidence-link';
import { tryEdit } from '#renderer/stores/vault-actions';

import { Choice } from '../../ui/Choice.tsx';
import { EvidenceGlyph } from '../../ui/EvidenceGlyph.tsx';
import { CommitField } from '../../ui/Field.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { RELATION_NAMES } from '../evidence/index.ts';
import { focusPlace } from './cell-focus.ts';
import { clearJudgement, judge } from './judge.ts';
import { samePlace, useMatrixStore } from './matrix-store.ts';
import styles from './cell-inspector.module.css';

const KEYS = { supports: 'S', contradicts: 'C', refines: 'R', 'not-relevant': 'X' } as const;

export function JudgementForm({ cell }: { cell: MatrixCell }) {
  const { themeId, assumptionId, judged } = cell;
  return (
    <section className={styles.judgement} data-cell-inspector="">
      <SectionTitle>What this theme does to it</SectionTitle>
      <div className={styles.choices} role="group" aria-label="Judgement">
        {EVIDENCE_RELATIONS.map((relation) => (
          <button
            key={relation}
            type="button"
            className={styles.choice}
            aria-pressed={judged?.relation === relation}
            title={`${RELATION_NAMES[relation]} (${KEYS[relation]})`}
            onClick={() => void judge(themeId, assumptionId, relation).catch(() => undefined)}
          >
            <EvidenceGlyph shape={relation} /> {RELATION_NAMES[relation]}
          </button>
        ))}
        <button
          type="button"
          className={styles.choice}
          aria-pressed={judged === null}
          title="Open: takes the judgement away (Backspace)"
          onClick={() => void clearJudgement(themeId, assumptionId).catch(() => undefined)}
        >
          <EvidenceGlyph shape="open" /> Open
        </button>
      </div>
      {judged ? <Reason key={judged.id} link={judged} cell={cell} /> : null}
      {judged ? null : (
        <p className={styles.quiet}>
          {cell.relation === 'open'
            ? 'Nobody has judged this yet. Open is not agreement.'
            : 'The theme as a whole is not judged; parts of it are, each on its own.'}
        </p>
      )}
    </section>
  );
}

function Reason({ link, cell }: { link: EvidenceLink; cell: MatrixCell }) {
  const { themeId, assumptionId } = cell;
  const place = useRef<HTMLDivElement>(null);
  const asked = useMatrixStore((state) => samePlace(state.askingReason, { themeId, assumptionId }) && state.askingReason !== null);
  useEffect(() => {
    if (!asked) return;
    useMatrixStore.setState({ askingReason: null });
    place.current?.querySelector('textarea')?.focus();
  }, [asked]);
  const back = (): void => void focusPlace({ themeId, assumptionId });
  return (
    <div
      ref={place}
      onKeyDown={(event) => {
        if (event.key === 'Escape') back();
        if (event.key !== 'Enter' || event.shiftKey) return;
        event.preventDefault();
        back();
      }}
    >
      <CommitField
        label="Why? A sentence is enough."
        help={`By ${link.by || 'somebody'}, ${new Date(link.at).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })}. Enter goes back to the cell.`}
        multiline
        rows={2}
        value={link.reason}
        onCommit={(reason) =>
          tryEdit('setEvidence', { themeId, assumptionId, relation: link.relation, reason: reason.trim() }, `reason:${link.id}`)
        }
      />
      {link.relation === 'not-relevant' ? null : <Strength link={link} cell={cell} />}
    </div>
  );
}

const STRENGTHS = ['plain', ...LINK_STRENGTHS] as const;
const STRENGTH_NAMES = { weak: 'weak: about it in passing', plain: 'neither weak nor strong', strong: 'strong: exactly this' } as const;

/** How directly the theme speaks to the statement. It shows and weighs among rivals; people count the same. */
function Strength({ link, cell: { themeId, assumptionId } }: { link: EvidenceLink; cell: MatrixCell }) {
  const set = (picked: (typeof STRENGTHS)[number]): void => {
    const strength = picked === 'plain' ? null : picked;
    tryEdit('setEvidence', { themeId, assumptionId, relation: link.relation, reason: link.reason, strength });
  };
  return (
    <Choice
      label="How directly it speaks to it"
      value={link.strength ?? 'plain'}
      options={STRENGTHS.map((strength) => [strength, STRENGTH_NAMES[strength]] as const)}
      onChoose={set}
    />
  );
}
