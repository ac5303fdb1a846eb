// The headline findings: chosen by the rules, uncomfortable first, or by hand and in order.
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';

import { rankFindings } from '#shared/domain/readout/rank-findings';
import { peopleOfPeople } from '#shared/domain/readout/sentences';
import { quickPick } from '#renderer/stores/quick-pick-store';
import { edit, tryEdit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';

import { Button, IconButton } from '../../ui/Button.tsx';
import { currentEvidence, useEvidence } from '../evidence/index.ts';
import styles from './readout.module.css';

/** Page 1 shows so many. */
const ON_PAGE_ONE = 3;

const nameOf = (themeId: string): string => projection.state.get('themes', themeId)?.name || 'Unnamed cluster';
const change = (headlineThemeIds: string[]): void => tryEdit('updateReadout', { headlineThemeIds });

async function choose(chosen: readonly string[]): Promise<void> {
  const scope = currentEvidence();
  const items = rankFindings(scope)
    .filter(({ row }) => !chosen.includes(row.theme.id))
    .map(({ row, claim }) => ({
      id: row.theme.id,
      label: claim || nameOf(row.theme.id),
      detail: peopleOfPeople(row.people.length, scope.heard.length),
    }));
  const answer = await quickPick({
    title: 'Headline finding',
    placeholder: 'Choose a finding for page 1',
    items,
    empty: () => 'No theme with quotes is left to choose.',
  });
  if (answer && 'id' in answer) await edit('updateReadout', { headlineThemeIds: [...chosen, answer.id] }).catch(() => undefined);
}

export function HeadlineList({ chosen }: { chosen: readonly string[] }) {
  const scope = useEvidence();
  const byRules = rankFindings(scope).slice(0, ON_PAGE_ONE);
  return (
    <section className={styles.headlines} aria-label="Headline findings">
      <h3 className={styles.smallHead}>Headline findings on page 1</h3>
      {chosen.length === 0 ? (
        <>
          <p className={styles.quiet}>Chosen by the rules: what is uncomfortable comes first.</p>
          <ol className={styles.headlineItems}>
            {byRules.map(({ row }) => (
              <li key={row.theme.id}>{nameOf(row.theme.id)}</li>
            ))}
          </ol>
        </>
      ) : (
        <ol className={styles.headlineItems}>
          {chosen.map((themeId, index) => (
            <ChosenHeadline key={themeId} themeId={themeId} index={index} chosen={chosen} />
          ))}
        </ol>
      )}
      <div className={styles.headlineActions}>
        <Button icon={<Plus size={14} aria-hidden="true" />} onClick={() => void choose(chosen)}>
          {chosen.length === 0 ? 'Choose by hand…' : 'Add a finding…'}
        </Button>
        {chosen.length > 0 ? (
          <Button look="quiet" onClick={() => change([])}>
            Back to the rules
          </Button>
        ) : null}
      </div>
    </section>
  );
}

function ChosenHeadline({ themeId, index, chosen }: { themeId: string; index: number; chosen: readonly string[] }) {
  const name = nameOf(themeId);
  const swapWith = (other: number): void => {
    const there = chosen[other];
    if (there !== undefined) change(chosen.with(index, there).with(other, themeId));
  };
  return (
    <li>
      <div className={styles.headlineItem}>
        <span>
          {name}
          {index >= ON_PAGE_ONE ? <span className={styles.quiet}> (not on page 1)</span> : null}
        </span>
        <IconButton label={`Move ${name} up`} disabled={index === 0} onClick={() => swapWith(index - 1)}>
          <ArrowUp size={14} aria-hidden="true" />
        </IconButton>
        <IconButton label={`Move ${name} down`} disabled={index === chosen.length - 1} onClick={() => swapWith(index + 1)}>
          <ArrowDown size={14} aria-hidden="true" />
        </IconButton>
        <IconButton label={`Take ${name} off page 1`} onClick={() => change(chosen.filter((id) => id !== themeId))}>
          <X size={14} aria-hidden="true" />
        </IconButton>
      </div>
    </li>
  );
}
