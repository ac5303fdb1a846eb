// The versions of the codebook: a list, and what became of the tags between one of them and another, or now.
import { FileDown, Pencil, Trash2 } from 'lucide-react';

import type { CodebookVersion } from '#shared/model/records/codebook-version';
import { useRecords } from '#renderer/stores/record-hooks';
import { useShownText } from '#renderer/stores/shown-names';

import { Button, IconButton } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Comparison } from './Comparison.tsx';
import { VersionList } from './VersionList.tsx';
import { chosenVersion, exportVersion, latestFirst, removeVersion, startChanging, startSaving, useVersions } from './versions-store.ts';
import styles from './versions.module.css';

export function VersionsPage() {
  const versions = latestFirst(useRecords('codebookVersions'));
  const chosen = useVersions((state) => state.chosen);
  const version = chosenVersion(versions, chosen);
  if (!version) {
    return (
      <EmptyState
        title="No versions yet"
        actions={
          <Button data-focus-first="" onClick={startSaving}>
            Save codebook version…
          </Button>
        }
      >
        A version keeps every tag with its definition as it is today. Later you see what was added, renamed, moved or merged since.
      </EmptyState>
    );
  }
  return (
    <div className={styles.versions}>
      <VersionList versions={versions} chosen={version.id} />
      <section className={styles.details} aria-label={`Version ${version.name}`}>
        <Head version={version} />
        <Comparison version={version} versions={versions} />
      </section>
    </div>
  );
}

function Head({ version }: { version: CodebookVersion }) {
  const shown = useShownText();
  return (
    <>
      <header className={styles.head}>
        <h3>{shown(version.name)}</h3>
        <IconButton label="Change name, day or note…" keys="F2" onClick={startChanging}>
          <Pencil size={14} aria-hidden="true" />
        </IconButton>
        <IconButton label="Export the version as a table (CSV)" keys="E" onClick={() => void exportVersion()}>
          <FileDown size={14} aria-hidden="true" />
        </IconButton>
        <IconButton label="Remove the version; undo brings it back" keys="Del" onClick={() => void removeVersion().catch(() => undefined)}>
          <Trash2 size={14} aria-hidden="true" />
        </IconButton>
      </header>
      {version.note === '' ? null : <p className={styles.note}>{shown(version.note)}</p>}
    </>
  );
}
