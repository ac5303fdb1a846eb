// One commitment: its terms, its seal, whether it is triggered, and what became of it.
import { Lock, PenLine, ShieldAlert, Trash2 } from 'lucide-react';
import { useState } from 'react';

import type { ForecastReading } from '#shared/domain/commitments/forecasts';
import { OUTCOME_NAMES, STATE_NAMES } from '#shared/domain/commitments/state-names';
import { type CommitmentReading, commitmentSentence, missingForSeal } from '#shared/domain/commitments/read-commitment';
import type { Commitment } from '#shared/model/records/commitment';
import { COMMITMENT_OUTCOMES } from '#shared/model/records/commitment';
import { tryEdit } from '#renderer/stores/vault-actions';

import { Apart } from '../../ui/Apart.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import ui from '../../ui/ui.module.css';
import { useEvidence } from '../evidence/index.ts';
import { amend, countTheme, judgeByHand, removeCommitment, sealReady, setOutcome, signCommitment } from './commitment-actions.ts';
import { countInWords, sealInWords } from './commitment-words.ts';
import { ForecastLine } from './ForecastLine.tsx';
import { TermsForm } from './TermsForm.tsx';
import styles from './commitments.module.css';

const quietly = (act: Promise<void>): void => void act.catch(() => undefined);

export function CommitmentCard({ reading, forecasts }: { reading: CommitmentReading; forecasts: readonly ForecastReading[] }) {
  const { commitment, seal } = reading;
  const scope = useEvidence();
  const [changing, setChanging] = useState(false);
  const words = sealInWords(reading);
  const isSealed = commitment.seal !== null;
  return (
    <article className={styles.card} aria-label={scope.shown(commitment.statement)} data-commitment={commitment.id}>
      <p className={styles.sentence}>
        <Apart text={scope.shown(commitmentSentence(scope.reader, commitment))} words={termWords(scope, commitment)} />
      </p>
      {words === null ? null : (
        <p className={seal === 'sealed' ? styles.seal : styles.fault} {...(seal === 'changed' ? { role: 'alert' } : {})}>
          {seal === 'sealed' ? <Lock size={13} aria-hidden="true" /> : <ShieldAlert size={13} aria-hidden="true" />}{' '}
          <Apart text={words} words={sealers(commitment)} />
        </p>
      )}
      {isSealed && !changing ? null : <TermsForm commitment={commitment} />}
      <Amendments commitment={commitment} />
      <p className={styles.state}>
        <strong>{STATE_NAMES[reading.state]}.</strong>{' '}
        <Apart text={scope.shown(countInWords(reading))} words={[scope.shown(commitment.judged?.reason ?? '')]} />
      </p>
      <CountedThemes commitment={commitment} />
      <ForecastLine commitmentId={commitment.id} forecasts={forecasts} />
      <div className={styles.actions}>
        {isSealed ? (
          <SealedActions commitment={commitment} changing={changing} onChanging={setChanging} />
        ) : (
          <OpenActions commitment={commitment} />
        )}
        <Button look="quiet" onClick={() => quietly(judgeByHand(commitment.id))}>
          Judge by hand…
        </Button>
        <Outcome commitment={commitment} />
      </div>
    </article>
  );
}

/** Words of people in the terms, as they are shown. */
function termWords(scope: ReturnType<typeof useEvidence>, { statement, owner, action, segmentId }: Commitment): string[] {
  const segment = segmentId === null ? '' : (scope.reader.get('segments', segmentId)?.name ?? '');
  return [statement, owner.trim(), action.trim(), segment].map((words) => scope.shown(words));
}

/** Names that a seal, or what is left of one, may tell. */
function sealers({ signatures, broken }: Commitment): string[] {
  return [...signatures.map(({ name }) => name), ...broken.flatMap(({ signed, by }) => [...signed, by])];
}

function OpenActions({ commitment }: { commitment: Commitment }) {
  const { id, signatures, broken } = commitment;
  const missing = missingForSeal(commitment);
  return (
    <>
      <Button icon={<PenLine size={14} aria-hidden="true" />} onClick={() => quietly(signCommitment(id))}>
        Sign…
      </Button>
      <Button icon={<Lock size={14} aria-hidden="true" />} disabled={missing.length > 0} onClick={() => quietly(sealReady(id))}>
        Seal…
      </Button>
      <span className={styles.quiet}>
        {signatures.length > 0 ? (
          <Apart text={`Signed by ${signatures.map(({ name }) => name).join(', ')}. `} words={sealers(commitment)} />
        ) : null}
        {missing.length > 0 ? <Apart text={`Needs ${missing.join(', ')}.`} words={[commitment.owner.trim()]} /> : null}
      </span>
      {broken.length === 0 ? (
        <IconButton
          label="Remove the commitment; the forecasts on it go with it. Undo brings them back."
          onClick={() => quietly(removeCommitment(id))}
        >
          <Trash2 size={14} aria-hidden="true" />
        </IconButton>
      ) : null}
    </>
  );
}

interface SealedActionsProps {
  commitment: Commitment;
  changing: boolean;
  onChanging(changing: boolean): void;
}

function SealedActions({ commitment, changing, onChanging }: SealedActionsProps) {
  return (
    <>
      <Button look="quiet" onClick={() => quietly(amend(commitment.id))}>
        Amend…
      </Button>
      <Button look="quiet" aria-expanded={changing} onClick={() => onChanging(!changing)}>
        {changing ? 'Leave the terms' : 'Change the terms (breaks the seal)'}
      </Button>
    </>
  );
}

function Outcome({ commitment }: { commitment: Commitment }) {
  return (
    <label className={styles.outcome}>
      <span>Outcome</span>
      <select
        className={ui.input}
        value={commitment.outcome}
        onChange={(event) => {
          const outcome = COMMITMENT_OUTCOMES.find((each) => each === event.target.value);
          if (outcome) quietly(setOutcome(commitment.id, outcome));
        }}
      >
        {COMMITMENT_OUTCOMES.map((outcome) => (
          <option key={outcome} value={outcome}>
            {OUTCOME_NAMES[outcome]}
          </option>
        ))}
      </select>
      {commitment.outcome === 'open' ? null : (
        <span className={styles.quiet}>
          {commitment.outcomeOn} <bdi>{commitment.outcomeNote}</bdi>
        </span>
      )}
    </label>
  );
}

function Amendments({ commitment: { amendments } }: { commitment: Commitment }) {
  if (amendments.length === 0) return null;
  return (
    <ul className={styles.amendments} aria-label="Amendments">
      {amendments.map(({ text, by, at }) => (
        <li key={`${at}${text}`}>
          <span className={styles.record}>{at.slice(0, 10)}</span> <bdi>{text}</bdi>{' '}
          <span className={styles.quiet}>
            <bdi>{by}</bdi>
          </span>
        </li>
      ))}
    </ul>
  );
}

function CountedThemes({ commitment: { id, themeIds } }: { commitment: Commitment }) {
  const { reader } = useEvidence();
  return (
    <div className={styles.themes}>
      {themeIds.map((themeId) => {
        const name = reader.get('themes', themeId)?.name || 'Unnamed cluster';
        return (
          <span key={themeId} className={styles.theme}>
            <bdi>{name}</bdi>
            <IconButton
              label={`Count the people of “${name}” no longer`}
              onClick={() => tryEdit('updateCommitment', { commitmentId: id, themeIds: themeIds.filter((each) => each !== themeId) })}
            >
              <Trash2 size={12} aria-hidden="true" />
            </IconButton>
          </span>
        );
      })}
      <Button look="quiet" onClick={() => quietly(countTheme(id))}>
        Count the people of a theme…
      </Button>
    </div>
  );
}
