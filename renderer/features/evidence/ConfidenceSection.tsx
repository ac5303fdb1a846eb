// Confidence in a theme or a verdict, CERQual-style: proposed with reasons from the data, confirmed or changed by a person.
import { withoutDirections } from '#shared/lib/text';
import { useState } from 'react';

import {
  type ConfidenceFacts,
  overallConfidence,
  proposeConfidence,
  type ProposedComponent,
} from '#shared/domain/evidence/propose-confidence';
import {
  CONCERNS,
  CONFIDENCE_COMPONENTS,
  CONFIDENCE_LEVELS,
  type Confidence,
  type ConfidenceComponent,
  type ConfidenceLevel,
} from '#shared/model/records/confidence';
import { useRecords } from '#renderer/stores/record-hooks';
import { edit, tryEdit } from '#renderer/stores/vault-actions';
import { announce } from '#renderer/ui/announce';

import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Field } from '../../ui/Field.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import ui from '../../ui/ui.module.css';
import { COMPONENT_NAMES, CONCERN_NAMES, LEVEL_NAMES } from './confidence-words.ts';
import styles from './weighing.module.css';

interface ConfidenceSectionProps {
  themeId?: string;
  assumptionId?: string;
  facts: ConfidenceFacts;
}

export function ConfidenceSection({ themeId, assumptionId, facts }: ConfidenceSectionProps) {
  const about = { themeId: themeId ?? null, assumptionId: assumptionId ?? null };
  const confirmed = useRecords('confidences').find((each) => each.themeId === about.themeId && each.assumptionId === about.assumptionId);
  const [changing, setChanging] = useState(false);
  const proposed = proposeConfidence(facts);
  const shown = confirmed ?? proposed;
  return (
    <section className={styles.section} aria-label="Confidence">
      <SectionTitle level={3}>Confidence, CERQual-style</SectionTitle>
      <p className={styles.level}>
        <Squares level={shown.overall} /> <strong>{LEVEL_NAMES[shown.overall]}</strong>{' '}
        <span className={styles.quiet}>
          {confirmed
            ? `confirmed by ${withoutDirections(confirmed.by) || 'somebody'}`
            : 'proposed from the counts, nobody has confirmed it'}
          {confirmed && confirmed.overall !== proposed.overall
            ? `; the counts now propose ${LEVEL_NAMES[proposed.overall].toLowerCase()}`
            : ''}
        </span>
      </p>
      {changing ? (
        <ConfidenceForm about={about} start={shown} onEnd={() => setChanging(false)} />
      ) : (
        <>
          <dl className={styles.components}>
            {CONFIDENCE_COMPONENTS.map((name) => (
              <div key={name}>
                <dt>
                  {COMPONENT_NAMES[name]}: {CONCERN_NAMES[shown[name].concern]}
                </dt>
                <dd>{shown[name].reason}</dd>
              </div>
            ))}
          </dl>
          <div className={styles.actions}>
            <Button onClick={() => setChanging(true)}>{confirmed ? 'Change it…' : 'Confirm or change it…'}</Button>
            {confirmed ? <Button onClick={() => tryEdit('clearConfidence', about)}>Back to the proposal</Button> : null}
          </div>
        </>
      )}
    </section>
  );
}

type Components = Record<ConfidenceComponent, ProposedComponent>;

interface ConfidenceFormProps {
  about: { themeId: string | null; assumptionId: string | null };
  start: Pick<Confidence, ConfidenceComponent | 'overall'>;
  onEnd(): void;
}

function ConfidenceForm({ about, start, onEnd }: ConfidenceFormProps) {
  const [components, setComponents] = useState<Components>(() => ({
    methodological: start.methodological,
    coherence: start.coherence,
    adequacy: start.adequacy,
    relevance: start.relevance,
  }));
  const [overall, setOverall] = useState<ConfidenceLevel>(start.overall);
  const change = (name: ConfidenceComponent, part: Partial<ProposedComponent>): void => {
    const next = { ...components, [name]: { ...components[name], ...part } };
    setComponents(next);
    if (part.concern) setOverall(overallConfidence(CONFIDENCE_COMPONENTS.map((each) => next[each].concern)));
  };
  const confirm = async (): Promise<void> => {
    await edit('setConfidence', { ...about, ...components, overall });
    announce(`Confidence confirmed: ${LEVEL_NAMES[overall]}.`);
    onEnd();
  };
  return (
    <div className={styles.section}>
      {CONFIDENCE_COMPONENTS.map((name) => (
        <ComponentFields key={name} name={name} value={components[name]} onChange={(part) => change(name, part)} />
      ))}
      <Choice
        label="Overall"
        help="Proposed from the concerns; yours to decide."
        value={overall}
        options={CONFIDENCE_LEVELS.map((level) => [level, LEVEL_NAMES[level]] as const)}
        onChoose={setOverall}
      />
      <div className={styles.actions}>
        <Button onClick={onEnd}>Cancel</Button>
        <Button look="primary" onClick={() => void confirm().catch(() => undefined)}>
          Confirm
        </Button>
      </div>
    </div>
  );
}

interface ComponentFieldsProps {
  name: ConfidenceComponent;
  value: ProposedComponent;
  onChange(part: Partial<ProposedComponent>): void;
}

function ComponentFields({ name, value, onChange }: ComponentFieldsProps) {
  return (
    <div className={styles.fields}>
      <Choice
        label={COMPONENT_NAMES[name]}
        value={value.concern}
        options={CONCERNS.map((concern) => [concern, CONCERN_NAMES[concern]] as const)}
        onChoose={(concern) => onChange({ concern })}
      />
      <Field label={`Why, for ${COMPONENT_NAMES[name].toLowerCase()}`} hideLabel>
        {(id) => (
          <textarea
            id={id}
            className={ui.input}
            rows={2}
            value={value.reason}
            onChange={(event) => onChange({ reason: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}

/** Four small squares, filled from the left. */
function Squares({ level }: { level: ConfidenceLevel }) {
  const filled = CONFIDENCE_LEVELS.length - CONFIDENCE_LEVELS.indexOf(level);
  return (
    <span className={styles.squares} aria-hidden="true">
      {CONFIDENCE_LEVELS.map((each, index) => (
        <span key={each} data-filled={index < filled} />
      ))}
    </span>
  );
}
