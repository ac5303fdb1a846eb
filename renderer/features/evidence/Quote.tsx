// A quote word for word: the evidence in serif, who said it in mono, and the way to its place in the transcript.
import { Star } from 'lucide-react';
import type { ReactNode } from 'react';

import { citationOf } from '#shared/domain/readout/person-names';
import { shorten } from '#shared/lib/text';
import { useRecord } from '#renderer/stores/record-hooks';

import { useEvidence } from './evidence-memo.ts';
import { openSnippet } from './open-snippet.ts';
import styles from './evidence-room.module.css';

/** Longer quotes are cut on screen; the transcript has all of it (UTF-16 units). */
const SHOWN = 420;

interface QuoteProps {
  snippetId: string;
  /** What stands beside the citation: a mark, a menu. */
  actions?: ReactNode;
  /** Said before the quote, for screen readers and at a glance: "For", "Against". */
  side?: 'for' | 'against' | 'refines';
}

/** On a page that is handed over, withheld words are said to be so instead. */
export function Quote({ snippetId, actions, side }: QuoteProps) {
  const scope = useEvidence();
  const snippet = useRecord('snippets', snippetId);
  if (!snippet) return null;
  const held = scope.withheld.snippetIds.has(snippetId);
  const cut = held ? 'Withheld: the speaker has not agreed to be quoted here.' : shorten(scope.shown(snippet.quote), SHOWN);
  const citation = citationOf(scope, snippet);
  return (
    <figure className={styles.quote} data-side={side}>
      {held ? (
        <p className={styles.none}>{cut}</p>
      ) : (
        <blockquote className={styles.words} dir="auto" title={snippet.note || undefined}>
          {cut}
        </blockquote>
      )}
      <figcaption className={styles.caption}>
        <button
          type="button"
          className={styles.citation}
          title="Open in the transcript. With Ctrl: beside this."
          aria-label={`${citation}. Open in the transcript`}
          onClick={(event) => openSnippet(snippetId, { aside: event.ctrlKey || event.metaKey })}
        >
          {snippet.starred ? <Star size={11} aria-label="Key quote" /> : null}
          {citation}
        </button>
        {actions}
      </figcaption>
    </figure>
  );
}
