// A verdict as shape, word and people; never colour alone.
import type { AssumptionVerdict } from '#shared/domain/evidence/verdict';

import { EvidenceGlyph } from '../../ui/EvidenceGlyph.tsx';
import { useEvidence } from './evidence-memo.ts';
import { VERDICT_NAMES, VERDICT_SHAPES } from './evidence-words.ts';
import { peopleOfVerdict } from './people-of-verdict.ts';
import styles from './evidence-room.module.css';

interface VerdictBadgeProps {
  answer: AssumptionVerdict | undefined;
  /** Words other than the researcher's. */
  word?: string;
  /** Leaves the people out where there is no room. */
  short?: boolean;
}

export function VerdictBadge({ answer, word, short }: VerdictBadgeProps) {
  const scope = useEvidence();
  const verdict = answer?.verdict ?? 'not tested';
  const name = answer?.provisional ? `${VERDICT_NAMES[verdict]} so far` : VERDICT_NAMES[verdict];
  const people = answer && !short ? peopleOfVerdict(scope, answer) : '';
  return (
    <span className={styles.badge} data-verdict={verdict} title={answer?.reasons.join(' ')}>
      <EvidenceGlyph shape={VERDICT_SHAPES[verdict]} />
      <span className={styles.badgeWord}>{word ?? name}</span>
      {answer?.override ? <span className={styles.byHand}>by hand</span> : null}
      {people ? <span className={styles.badgePeople}>{people}</span> : null}
    </span>
  );
}
