// The versions, latest first: arrows walk them, the comparison follows.
import { ListBox, ListBoxItem } from 'react-aria-components';

import { countNoun } from '#shared/lib/text';
import type { CodebookVersion } from '#shared/model/records/codebook-version';
import { useShownText } from '#renderer/stores/shown-names';

import { dayShort } from './day-short.ts';
import { chooseVersion } from './versions-store.ts';
import styles from './versions.module.css';

export function VersionList({ versions, chosen }: { versions: readonly CodebookVersion[]; chosen: string }) {
  const shown = useShownText();
  return (
    <div className={styles.listBox} data-surface="versions">
      <ListBox
        aria-label="Codebook versions, latest first"
        className={styles.list ?? ''}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={[chosen]}
        onSelectionChange={(keys) => keys !== 'all' && [...keys].slice(0, 1).forEach((key) => chooseVersion(String(key)))}
        data-focus-first=""
      >
        {versions.map((version) => (
          <ListBoxItem
            key={version.id}
            id={version.id}
            textValue={`${shown(version.name)}, ${aboutIt(version)}`}
            className={styles.row ?? ''}
          >
            <span className={styles.name}>{shown(version.name)}</span>
            <span className={styles.quiet}>{aboutIt(version)}</span>
          </ListBoxItem>
        ))}
      </ListBox>
    </div>
  );
}

/** `12 May 2026 · 24 tags · by Ana`. */
function aboutIt({ day, tags, by }: CodebookVersion): string {
  return [dayShort(day), countNoun(tags.length, 'tag', 'tags'), by === '' ? '' : `by ${by}`].filter((part) => part !== '').join(' · ');
}
