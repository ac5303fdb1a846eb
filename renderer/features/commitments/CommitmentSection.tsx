// Commitments of the plan: what will be done if enough people say a thing, sealed before the evidence, with forecasts and what came of them.
import { Lock } from 'lucide-react';

import { readForecasts, scoreForecasters } from '#shared/domain/commitments/forecasts';
import { readCommitment } from '#shared/domain/commitments/read-commitment';
import { sealFaults } from '#shared/domain/commitments/seal';
import { useRecords } from '#renderer/stores/record-hooks';
import { edit } from '#renderer/stores/vault-actions';

import { AddLine } from '../../ui/AddLine.tsx';
import { Button } from '../../ui/Button.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { useEvidence } from '../evidence/index.ts';
import { sealReady } from './commitment-actions.ts';
import { CommitmentCard } from './CommitmentCard.tsx';
import { ForecasterScores } from './ForecasterScores.tsx';
import styles from './commitments.module.css';

export function CommitmentSection() {
  const commitments = [...useRecords('commitments')].sort((left, right) => left.order - right.order);
  const forecasts = useRecords('forecasts');
  const { evidence, verdicts } = useEvidence();
  const readings = forecasts.length === 0 ? [] : readForecasts(evidence, verdicts);
  const gaps = sealFaults(commitments).filter(({ kind }) => kind === 'gap');
  const open = commitments.some(({ seal }) => seal === null);
  return (
    <section className={styles.section} aria-label="Commitments" data-commitments="" tabIndex={-1}>
      <SectionTitle
        count={commitments.length}
        actions={
          open ? (
            <Button look="quiet" icon={<Lock size={14} aria-hidden="true" />} onClick={() => void sealReady().catch(() => undefined)}>
              Seal what is ready…
            </Button>
          ) : null
        }
      >
        Commitments, made before the interviews
      </SectionTitle>
      {commitments.length === 0 ? (
        <p className={styles.hint}>
          Agree now what will be done: “if 5 of 8 people say X, then Dana does Y by July”. Sealed before the first interview, it cannot be
          explained away afterwards.
        </p>
      ) : null}
      {gaps.map(({ commitmentId, what }) => (
        <p key={commitmentId} className={styles.fault} role="alert">
          {what}
        </p>
      ))}
      {commitments.map((commitment) => (
        <CommitmentCard
          key={commitment.id}
          reading={readCommitment(evidence, commitment)}
          forecasts={readings.filter(({ commitmentId }) => commitmentId === commitment.id)}
        />
      ))}
      <AddLine
        label="Add a commitment: what people would have to say"
        placeholder="If people say …"
        onAdd={(statement) => edit('addCommitment', { statement })}
      />
      <ForecasterScores readings={readings} scores={scoreForecasters(readings)} />
    </section>
  );
}
