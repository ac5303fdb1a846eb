// Suggested themes: drafts with the words that bind each, taken one by one, several together, or all; never placed by themselves.
import { Sparkles } from 'lucide-react';

import { countNoun } from '#shared/lib/text';
import { useDerived } from '#renderer/stores/record-hooks';
import { useProgressStore } from '#renderer/stores/progress-store';

import { Button } from '../../ui/Button.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import {
  acceptProposals,
  askForThemes,
  dropProposals,
  freeSnippets,
  type Proposal,
  stopAsking,
  useProposalStore,
} from './proposal-store.ts';
import { ProposalRow } from './ProposalRow.tsx';
import styles from './side-bar.module.css';

/** Under so many snippets no pattern can be told from chance. */
const FEW = 12;

export function ThemeProposals() {
  const { jobId, proposals, considered, ticked } = useProposalStore();
  const waiting = useDerived(['snippets', 'cards'], (reader) => {
    let count = 0;
    for (const snippet of reader.all('snippets').values()) {
      if (reader.referring('snippets', snippet.id, 'cards').every((card) => card.themeId === null)) count += 1;
    }
    return count;
  });
  const open = useDerived(['snippets', 'cards'], (reader) => proposals.filter((proposal) => freeSnippets(reader, proposal).length > 1), [
    proposals,
  ]);
  return (
    <section className={styles.section} aria-label="Theme suggestions">
      <div className={styles.head}>
        <SectionTitle {...(open.length > 0 ? { count: open.length } : {})}>Suggested themes</SectionTitle>
      </div>
      {jobId ? <Running jobId={jobId} /> : <Ask waiting={waiting} again={considered !== null} />}
      {!jobId && considered !== null && open.length === 0 ? <p className={styles.note}>{whyNone(considered, proposals.length)}</p> : null}
      {open.length > 0 ? <List open={open} ticked={ticked} considered={considered ?? 0} /> : null}
    </section>
  );
}

function Ask({ waiting, again }: { waiting: number; again: boolean }) {
  return (
    <div className={styles.actions}>
      <Button
        icon={<Sparkles size={14} aria-hidden="true" />}
        disabled={waiting === 0}
        title="Looks for snippets with words in common, on this computer. You decide what becomes a theme."
        onClick={() => void askForThemes()}
      >
        {again ? 'Look again' : 'Suggest themes'}
      </Button>
      <span className={styles.note}>
        {waiting === 0 ? 'Every snippet lies in a theme.' : `from ${countNoun(waiting, 'snippet', 'snippets')} in no theme`}
      </span>
    </div>
  );
}

function Running({ jobId }: { jobId: string }) {
  const job = useProgressStore((state) => state.jobs[jobId]);
  return (
    <div className={styles.running}>
      <ProgressBar label="Looking for themes" done={job?.done ?? 0} total={job?.total ?? 100} />
      <div className={styles.actions}>
        <span className={styles.note}>Looking for themes…</span>
        <Button onClick={() => void stopAsking()}>Stop</Button>
      </div>
    </div>
  );
}

/** Why there is nothing to accept, and what to do instead. */
function whyNone(considered: number, proposed: number): string {
  if (proposed > 0) return 'The proposed snippets lie in themes by now.';
  if (considered === 0) return 'Every snippet lies in a theme.';
  const count = countNoun(considered, 'snippet lies', 'snippets lie');
  if (considered < FEW) return `Only ${count} in no theme: too few to find themes among them. Mark more snippets, or sort these by hand.`;
  return `${count} in no theme, but no group of them shares enough words to be proposed. Sort these by hand.`;
}

function List({ open, ticked, considered }: { open: readonly Proposal[]; ticked: ReadonlySet<string>; considered: number }) {
  const chosen = open.filter((proposal) => ticked.has(proposal.id));
  const placed = open.reduce((sum, proposal) => sum + proposal.snippetIds.length, 0);
  const accept = (proposals: readonly Proposal[]): void => void acceptProposals(proposals).catch(() => undefined);
  return (
    <>
      <p className={styles.note}>
        Drafts by shared words, not findings: {placed} of {considered} snippets fit one. Read the quotes before you accept.
      </p>
      <ul className={styles.proposals}>
        {open.map((proposal) => (
          <ProposalRow
            key={proposal.id}
            proposal={proposal}
            ticked={ticked.has(proposal.id)}
            onAccept={() => accept([proposal])}
            onDrop={() => dropProposals([proposal])}
          />
        ))}
      </ul>
      <div className={styles.foot}>
        {chosen.length > 0 ? (
          <Button look="primary" onClick={() => accept(chosen)}>
            Accept {chosen.length} ticked
          </Button>
        ) : null}
        <Button onClick={() => accept(open)}>Accept all</Button>
        <Button look="quiet" onClick={() => dropProposals(open)}>
          Drop all
        </Button>
      </div>
    </>
  );
}
