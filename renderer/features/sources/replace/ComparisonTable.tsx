// What a better version of a transcript would change: its length, its speakers, and what becomes of each snippet.
import { countNoun } from '#shared/lib/text';
import { useShownText } from '#renderer/stores/shown-names';

import { FORMAT_NAMES } from '../source-words.ts';
import styles from '../sources.module.css';
import type { BetterVersion } from './read-better-version.ts';

export function ComparisonTable({ version: { preview, comparison } }: { version: BetterVersion }) {
  const shown = useShownText();
  if (comparison.sameText) return <p role="status">“{preview.fileName}” holds the same text. There is nothing to replace.</p>;
  const { turns, words, wordsFound, kept, moved, changed, unsure, speakersGone, speakersNew } = comparison;
  const labels = (list: readonly string[]): string => list.map((label) => shown(label)).join(', ');
  return (
    <>
      <dl className={styles.facts} role="status">
        <dt>File</dt>
        <dd>{`${preview.fileName}, ${FORMAT_NAMES[preview.format]}`}</dd>
        <dt>Length</dt>
        <dd>{`${number(turns.before)} → ${countNoun(turns.after, 'turn', 'turns')}, ${number(words.before)} → ${number(words.after)} words`}</dd>
        <dt>Same words</dt>
        <dd>{`${Math.floor(wordsFound * 100)} % of the old text`}</dd>
        <dt>Snippets kept</dt>
        <dd>{`${kept + moved}${moved > 0 ? `, ${moved} of them further up or down` : ''}`}</dd>
        <dt>Corrected</dt>
        <dd>{changed === 0 ? 'None' : `${changed}: their own words changed`}</dd>
        <dt>No longer sure</dt>
        <dd>{unsure === 0 ? 'None' : `${unsure}: you decide afterwards where they belong`}</dd>
        {speakersGone.length === 0 ? null : (
          <>
            <dt>No longer named</dt>
            <dd>{labels(speakersGone)}</dd>
          </>
        )}
        {speakersNew.length === 0 ? null : (
          <>
            <dt>Newly named</dt>
            <dd>{labels(speakersNew)}</dd>
          </>
        )}
      </dl>
      {wordsFound < 0.3 ? <p role="alert">Most words differ. Is this the same conversation?</p> : null}
      {preview.warnings.map((warning) => (
        <p key={warning} className={styles.quiet}>
          {warning}
        </p>
      ))}
    </>
  );
}

const number = (value: number): string => value.toLocaleString('en');
