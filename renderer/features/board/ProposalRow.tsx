// One proposed theme: a tick, its name, the words that bind it, people and quotes, and the quotes themselves on demand.
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';

import { peopleOfQuotes } from '#shared/domain/evidence/theme-people';
import { shorten } from '#shared/lib/text';
import { useDerived } from '#renderer/stores/record-hooks';

import { Button } from '../../ui/Button.tsx';
import { useBoardStore } from './board-store.ts';
import { countsOf, dominanceOf } from './people-words.ts';
import { freeSnippets, type Proposal, tickProposal } from './proposal-store.ts';
import { useBoardPeople, useCardFaces } from './use-board.ts';
import styles from './side-bar.module.css';

/** Quotes shown until all are asked for; the most central come first. */
const SAMPLES = 5;

interface ProposalRowProps {
  proposal: Proposal;
  ticked: boolean;
  onAccept(): void;
  onDrop(): void;
}

export function ProposalRow({ proposal, ticked, onAccept, onDrop }: ProposalRowProps) {
  const [open, setOpen] = useState(false);
  const people = useBoardPeople();
  const free = useDerived(['snippets', 'cards'], (reader) => freeSnippets(reader, proposal), [proposal]);
  const figures = peopleOfQuotes(people.scope, free);
  const [personCount, quoteCount] = countsOf(figures.people.length, free.length);
  const words = proposal.words.join(', ');
  const warning = dominanceOf(people.scope.reader, figures);
  const look = (on: boolean): void => useBoardStore.setState({ proposed: on ? new Set(free) : new Set() });
  return (
    <li
      className={styles.proposal}
      onPointerEnter={() => look(true)}
      onPointerLeave={() => look(false)}
      onFocus={() => look(true)}
      onBlur={() => look(false)}
    >
      <label className={styles.proposalName}>
        <input type="checkbox" checked={ticked} onChange={(event) => tickProposal(proposal.id, event.target.checked)} />
        <span>{proposal.name}</span>
      </label>
      <p className={styles.figures}>
        <b>{personCount}</b> · {quoteCount}
      </p>
      {warning ? <p className={styles.warning}>{warning}</p> : null}
      {words === proposal.name ? null : (
        <p className={styles.words}>
          <span className="visually-hidden">Words that bind it: </span>
          {words}
        </p>
      )}
      <div className={styles.actions}>
        <button type="button" className={styles.disclose} aria-expanded={open} onClick={() => setOpen(!open)}>
          <ChevronRight size={14} aria-hidden="true" /> Quotes
        </button>
        <Button onClick={onAccept} aria-label={`Accept ${proposal.name}`}>
          Accept
        </Button>
        <Button look="quiet" onClick={onDrop} aria-label={`Drop ${proposal.name}`}>
          Drop
        </Button>
      </div>
      {open ? <Samples snippetIds={free} /> : null}
    </li>
  );
}

function Samples({ snippetIds }: { snippetIds: readonly string[] }) {
  const [all, setAll] = useState(false);
  const faceOf = useCardFaces(useBoardPeople());
  const shown = all ? snippetIds : snippetIds.slice(0, SAMPLES);
  return (
    <ul className={styles.samples}>
      {shown.map((id) => {
        const face = faceOf(id);
        return (
          <li key={id}>
            <span className={styles.sampleText} dir="auto">
              {shorten(face.text, 220)}
            </span>
            <span className={styles.rowSource}>{face.source}</span>
          </li>
        );
      })}
      {shown.length < snippetIds.length ? (
        <li>
          <Button look="quiet" onClick={() => setAll(true)}>
            Show all {snippetIds.length}
          </Button>
        </li>
      ) : null}
    </ul>
  );
}
