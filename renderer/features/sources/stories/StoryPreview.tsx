// The first rows of a table as they would be read, and the rows that cannot go in, by their lines.
import type { StoryRow } from '#shared/domain/sources/story-rows';
import { countNoun, shorten } from '#shared/lib/text';
import type { Story } from '#shared/model/story';

import styles from './stories.module.css';

/** Rows shown as they would be read. */
const SHOWN = 5;
/** Rows named that cannot go in. */
const NAMED = 20;

export function StoryPreview({ rows }: { rows: readonly StoryRow[] }) {
  const good = rows.flatMap((row) => ('story' in row ? [row] : []));
  const failed = rows.flatMap((row) => ('error' in row ? [row] : []));
  return (
    <section aria-label="How the rows are read">
      <p role="status">
        {`${countNoun(good.length, 'row', 'rows')} can go in${failed.length > 0 ? `, ${failed.length} cannot` : ''}. Each becomes a source of its own; all of them are one step.`}
      </p>
      {failed.length > 0 ? (
        <ul className={styles.failed} aria-label="Rows that cannot go in">
          {failed.slice(0, NAMED).map(({ row, line, error }) => (
            <li key={row}>{`Line ${line}: ${error}`}</li>
          ))}
          {failed.length > NAMED ? <li>{`and ${failed.length - NAMED} more`}</li> : null}
        </ul>
      ) : null}
      <ul className={styles.rows}>
        {good.slice(0, SHOWN).map(({ row, story }) => (
          <li key={row}>
            <bdi className={styles.rowTitle}>{story.title}</bdi>
            <bdi className={styles.quiet}>{notedOf(story)}</bdi>
            {wordsOf(story).map((words, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- two answers may be the same
              <bdi key={at} className={styles.said}>
                {words}
              </bdi>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function notedOf({ heldOn, who, facts }: Story): string {
  return [heldOn ?? 'no day', who || 'nobody named', ...Object.entries(facts).map((fact) => fact.join(': '))].join(' · ');
}

function wordsOf({ words, answers }: Story): string[] {
  if (!answers) return [shorten(words, 160)];
  return answers.slice(0, 3).map((answer) => `${shorten(answer.question, 80)} ${shorten(answer.words, 120)}`);
}
