// What another study would bring: what comes in, whose coding it is, and what was left out; nothing of it is done yet.
import { countNoun } from '#shared/lib/text';
import type { MergePreview } from '#shared/rpc/coder-answers';
import { useShownText } from '#renderer/stores/shown-names';

import styles from './coders.module.css';
import { shownCoder } from './coder-name.ts';
import { MergeConflicts } from './MergeConflicts.tsx';
import { comingInWords } from './merge-words.ts';

/** Left-out records that are listed; more are counted. */
const LISTED = 50;

export function MergeReport({ preview, message, busy }: { preview: MergePreview; message: string | null; busy: boolean }) {
  const { name, folder, isPack, comes, coders, conflicts, leftOut, sameNames } = preview;
  return (
    <div className={styles.report}>
      <div>
        <p className={styles.name}>{name}</p>
        <p className={styles.quiet}>
          {isPack ? 'A coding pack, ' : 'A copy of this study, '}
          <span className="record">{folder}</span>
        </p>
      </div>
      {message ? (
        <p className={styles.message} role="alert">
          {message}
        </p>
      ) : null}
      <section aria-labelledby="merge-comes">
        <h3 id="merge-comes" className={styles.part}>
          What comes in
        </h3>
        {comes.length === 0 ? (
          <p>Nothing new: all that is in it is here already, so merging changes nothing.</p>
        ) : (
          <ul className={styles.counts}>
            {comes.map((row) => (
              <li key={`${row.what} ${row.collection}`}>{comingInWords(row)}</li>
            ))}
          </ul>
        )}
      </section>
      {coders.length > 0 ? <Coders coders={coders} /> : null}
      {conflicts.length > 0 ? <MergeConflicts conflicts={conflicts} busy={busy} /> : null}
      <Sentences id="merge-left" title="Left out" sentences={leftOut} />
      <Sentences id="merge-same-names" title="Tags of the same name" sentences={sameNames} />
      {comes.length > 0 ? <p className={styles.quiet}>It comes in as one step; one undo takes all of it back.</p> : null}
    </div>
  );
}

function Coders({ coders }: Pick<MergePreview, 'coders'>) {
  const known = coders.filter(({ alsoHere }) => alsoHere);
  return (
    <section aria-labelledby="merge-coders">
      <h3 id="merge-coders" className={styles.part}>
        Who coded it
      </h3>
      <ul className={styles.counts}>
        {coders.map(({ name, taggings }) => (
          <li key={name}>{`${shownCoder(name)}: ${countNoun(taggings, 'tag on a snippet', 'tags on snippets')}`}</li>
        ))}
      </ul>
      {known.length > 0 ? (
        <p className={styles.message}>
          {`${known.map(({ name }) => `“${shownCoder(name)}”`).join(', ')} coded in this study too. If these are two people, the names are the same and nobody can tell their coding apart afterwards: let the second coder change the name they code under, then code.`}
        </p>
      ) : null}
    </section>
  );
}

/** A part of the report that is not there when there is nothing to say. */
function Sentences({ id, title, sentences }: { id: string; title: string; sentences: readonly string[] }) {
  const shown = useShownText();
  if (sentences.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={styles.part}>{`${title} (${sentences.length})`}</h3>
      <ul className={styles.sentences}>
        {sentences.slice(0, LISTED).map((sentence, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- sentences may be alike and are never moved
          <li key={at}>{shown(sentence)}</li>
        ))}
      </ul>
      {sentences.length > LISTED ? <p className={styles.quiet}>{`and ${sentences.length - LISTED} more`}</p> : null}
    </section>
  );
}
