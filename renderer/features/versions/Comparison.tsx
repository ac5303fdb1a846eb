// What became of the tags between a version and another one, or now, told kind by kind.
import { useMemo } from 'react';

import { codebookNow } from '#shared/domain/codebook/codebook-now';
import { type CodebookDifference, compareCodebooks, DIFFERENCE_KINDS } from '#shared/domain/codebook/compare-codebooks';
import { differenceInWords, differencesInShort, KIND_TITLES } from '#shared/domain/codebook/difference-words';
import { finishSteps } from '#shared/lib/steps';
import type { CodebookVersion } from '#shared/model/records/codebook-version';
import { useDerived } from '#renderer/stores/record-hooks';
import { useShownText } from '#renderer/stores/shown-names';

import { Field } from '../../ui/Field.tsx';
import ui from '../../ui/ui.module.css';
import { dayShort } from './day-short.ts';
import { compareWith, NOW, useVersions } from './versions-store.ts';
import styles from './versions.module.css';

/** Lines of one kind on screen; the command line tells all. */
const MOST_SHOWN = 200;

interface ComparisonProps {
  version: CodebookVersion;
  versions: readonly CodebookVersion[];
}

/** The earlier one is always told first, whichever was chosen. */
export function Comparison({ version, versions }: ComparisonProps) {
  const other = useVersions((state) => state.other);
  const now = useDerived(['tags', 'taggings'], (reader) => finishSteps(codebookNow(reader, { people: false })));
  const against = versions.find(({ id }) => id === other && id !== version.id);
  const isLater = !against || against.at > version.at;
  const differences = useMemo(() => {
    const tags = against?.tags ?? now;
    return isLater ? compareCodebooks(version.tags, tags) : compareCodebooks(tags, version.tags);
  }, [version, against, now, isLater]);
  return (
    <>
      <Field label="Compared with">
        {(id) => (
          <select
            id={id}
            className={`${ui.input} ${styles.choice}`}
            value={against?.id ?? NOW}
            onChange={(event) => compareWith(event.target.value)}
          >
            <option value={NOW}>the codebook now</option>
            {versions
              .filter((each) => each.id !== version.id)
              .map((each) => (
                <option key={each.id} value={each.id}>{`${each.name}, ${dayShort(each.day)}`}</option>
              ))}
          </select>
        )}
      </Field>
      <p role="status" className={styles.short}>
        {`${isLater ? 'Since then' : 'Until then'}: ${differencesInShort(differences)}`}
      </p>
      <Differences differences={differences} />
    </>
  );
}

function Differences({ differences }: { differences: readonly CodebookDifference[] }) {
  const shown = useShownText();
  return DIFFERENCE_KINDS.map((kind) => {
    const told = differences.filter((each) => each.kind === kind);
    if (told.length === 0) return null;
    return (
      <section key={kind} aria-label={KIND_TITLES[kind]}>
        <h4 className={styles.kind}>{KIND_TITLES[kind]}</h4>
        <ul className={styles.told}>
          {told.slice(0, MOST_SHOWN).map((difference) => (
            <li key={`${difference.tagId} ${difference.field ?? ''}`}>{shown(differenceInWords(difference))}</li>
          ))}
        </ul>
        {told.length > MOST_SHOWN ? <p className={styles.quiet}>{`and ${told.length - MOST_SHOWN} more`}</p> : null}
      </section>
    );
  });
}
