// A verdict in full: its word and reasons, what was set or logged by hand, what to ask next, and how far it can be relied on.
import { Trash2 } from 'lucide-react';

import { nextQuestions } from '#shared/domain/evidence/ask-next';
import { sourcesAskedAbout } from '#shared/domain/evidence/sources-asked';
import { factsOfVerdict } from '#shared/domain/evidence/confidence-facts';
import { countNoun, withoutDirections } from '#shared/lib/text';
import type { CounterSearch } from '#shared/model/records/counter-search';
import { useDerived, useRecord, useRecords, useReferring } from '#renderer/stores/record-hooks';
import { tryEdit } from '#renderer/stores/vault-actions';

import { Button, IconButton } from '../../ui/Button.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { askInGuide } from './ask-in-guide.ts';
import { ConfidenceSection } from './ConfidenceSection.tsx';
import { useEvidence } from './evidence-memo.ts';
import { VerdictBadge } from './VerdictBadge.tsx';
import { logSearch, overrideByHand, takeCounted } from './weigh-actions.ts';
import styles from './weighing.module.css';

const quietly = (work: Promise<void>): void => void work.catch(() => undefined);

/** The verdict with its reasons. */
export function VerdictReasons({ assumptionId }: { assumptionId: string }) {
  const scope = useEvidence();
  const answer = scope.verdicts.get(assumptionId);
  if (!answer) return null;
  return (
    <div className={styles.section}>
      <VerdictBadge answer={answer} />
      <ul className={styles.reasons}>
        {answer.reasons.map((reason) => (
          <li key={reason}>{withoutDirections(scope.shown(reason))}</li>
        ))}
      </ul>
    </div>
  );
}

/** What people add to it, what to ask next, and confidence. */
export function VerdictWork({ assumptionId }: { assumptionId: string }) {
  const scope = useEvidence();
  const answer = scope.verdicts.get(assumptionId);
  const searches = useReferring('assumptions', assumptionId, 'counterSearches');
  if (!answer) return null;
  return (
    <div className={styles.section}>
      <div className={styles.actions}>
        <Button title="Supported needs a search for evidence against it (L)" onClick={() => quietly(logSearch(assumptionId))}>
          Log a search against it…
        </Button>
        <Button title="Only with a reason; the counted verdict stays beside it (V)" onClick={() => quietly(overrideByHand(assumptionId))}>
          {answer.override ? 'Change by hand…' : 'Set by hand…'}
        </Button>
        {answer.override ? <Button onClick={() => quietly(takeCounted(assumptionId))}>Use the counted verdict</Button> : null}
      </div>
      <Searches searches={searches} />
      <AskedIn assumptionId={assumptionId} />
      <AskNext assumptionId={assumptionId} />
      <ConfidenceSection key={assumptionId} assumptionId={assumptionId} facts={factsOfVerdict(scope.evidence, answer)} />
    </div>
  );
}

function Searches({ searches }: { searches: readonly CounterSearch[] }) {
  const { shown } = useEvidence();
  if (searches.length === 0) return null;
  return (
    <section>
      <SectionTitle level={3} count={searches.length}>
        Searches for evidence against it
      </SectionTitle>
      <ul className={styles.searches}>
        {searches.map(({ id, lookedFor, found, by, at }) => (
          <li key={id} className={styles.search}>
            <div>
              <p>
                <bdi>{shown(lookedFor)}</bdi>
              </p>
              <p className={styles.quiet}>
                {found.trim() === '' ? 'Found nothing against it.' : <bdi>{shown(found)}</bdi>} <bdi>{by || 'Somebody'}</bdi>,{' '}
                {new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })}
              </p>
            </div>
            <IconButton
              label="Remove this search. Undo brings it back."
              onClick={() => tryEdit('removeCounterSearch', { counterSearchId: id })}
            >
              <Trash2 size={14} aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Interviews in which it was asked about: whoever says nothing of it there was asked and did not raise it. */
function AskedIn({ assumptionId }: { assumptionId: string }) {
  const { shown } = useEvidence();
  const asked = new Set(useRecord('assumptions', assumptionId)?.askedIn ?? []);
  const guided = useDerived(['questions', 'askings'], (reader) => sourcesAskedAbout(reader, assumptionId), [assumptionId]);
  const sources = useRecords('sources');
  const note = (sourceId: string, there: boolean): void => {
    const sourceIds = there ? [...asked, sourceId] : [...asked].filter((id) => id !== sourceId);
    tryEdit('noteAskedIn', { assumptionId, sourceIds });
  };
  return (
    <details className={styles.asked}>
      <summary>Asked about in {countNoun(new Set([...asked, ...guided]).size, 'interview', 'interviews')}</summary>
      <p className={styles.quiet}>
        {sources.length === 0
          ? 'No interviews yet.'
          : 'Mark where it was asked. Not tested and asked without an answer are different things.'}
      </p>
      <ul className={styles.askedList}>
        {[...sources].sort(byTitle).map(({ id, title }) => (
          <li key={id}>
            <label>
              <input type="checkbox" checked={asked.has(id)} onChange={(event) => note(id, event.target.checked)} />{' '}
              <bdi>{shown(title)}</bdi>
              {guided.has(id) ? <span className={styles.quiet}> by a question of the guide</span> : null}
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}

const byTitle = (left: { title: string }, right: { title: string }): number => left.title.localeCompare(right.title, 'en');

/** Open questions for what is not decided yet. */
function AskNext({ assumptionId }: { assumptionId: string }) {
  const { verdicts, shown } = useEvidence();
  const assumption = useRecord('assumptions', assumptionId);
  const inGuide = useReferring('assumptions', assumptionId, 'questions');
  const [next] = assumption ? nextQuestions([assumption], verdicts) : [];
  if (!next) return null;
  return (
    <section>
      <SectionTitle level={3}>Ask next</SectionTitle>
      <p className={styles.quiet}>{next.because}</p>
      <ul className={styles.questions}>
        {next.questions.map((question) => (
          <li key={question}>
            “<bdi>{shown(question)}</bdi>”{' '}
            {inGuide.some(({ text }) => text === question) ? (
              <span className={styles.quiet}>in the guide</span>
            ) : (
              <Button look="quiet" onClick={() => quietly(askInGuide(question, assumptionId))}>
                Add to the guide
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
