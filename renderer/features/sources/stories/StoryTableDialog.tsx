// A table of stories, complaints or answers: what each column is taken for, how the rows are read, and what cannot go in.
import { useMemo, useState } from 'react';

import { guessStoryColumns, looksHeaded } from '#shared/domain/sources/story-columns';
import { storiesOf, type StoryReading } from '#shared/domain/sources/story-rows';
import type { StoryKind, StorySheet } from '#shared/model/story';
import { countNoun } from '#shared/lib/text';
import type { TextEncoding } from '#shared/model/transcript';
import type { StoryTable } from '#shared/rpc/answers';
import { useProgressStore } from '#renderer/stores/progress-store';
import { readBase64 } from '#renderer/stores/read-base64';
import { useRecords } from '#renderer/stores/record-hooks';
import { call } from '#renderer/stores/session';
import { useAttempt } from '#renderer/ui/use-attempt';

import { Button } from '../../../ui/Button.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { ChooseTable } from '../../../ui/ChooseTable.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { EncodingField } from '../../exchange/index.ts';
import { KindSelect } from './KindSelect.tsx';
import { addStories, closeStories, stopStories, useStoriesStore } from './stories-store.ts';
import { StoryColumnsChoice } from './StoryColumnsChoice.tsx';
import { StoryPreview } from './StoryPreview.tsx';
import styles from './stories.module.css';

/** A table that was read, and what is decided about it. */
interface Chosen {
  file: File;
  table: StoryTable;
  sheet: StorySheet;
  reading: StoryReading;
}

/** @throws AppError('unreadable-file') when the file is no table, or cannot be read so. */
async function readTable(file: File, encoding?: TextEncoding): Promise<StoryTable> {
  const base64 = (await readBase64(file, () => true)) ?? '';
  return call('import.inspectStories', { fileName: file.name, base64, ...(encoding ? { encoding } : {}) });
}

/** The same table in other letters: what was decided holds. */
function inOtherLetters(chosen: Chosen, table: StoryTable): Chosen {
  const sheet = table.sheets[chosen.table.sheets.indexOf(chosen.sheet)] ?? table.sheets[table.largest] ?? chosen.sheet;
  const { kind, headed, columns } = chosen.reading;
  const again = guessed(sheet, kind, headed);
  return { ...chosen, table, sheet, reading: again.columns.length === columns.length ? chosen.reading : again };
}

function guessed(sheet: StorySheet, kind: StoryKind, headed: boolean): StoryReading {
  return { kind, headed, columns: guessStoryColumns(sheet, kind, headed) };
}

export function StoryTableDialog() {
  const jobId = useStoriesStore((state) => state.jobId);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const reading = useAttempt('The file could not be read. Nothing was imported.');
  const adding = useAttempt('The rows could not be added. The study is as it was before.');
  const rows = useMemo(() => (chosen ? storiesOf(chosen.sheet, chosen.reading) : []), [chosen]);
  const stories = rows.flatMap((row) => ('story' in row ? [row.story] : []));
  const read = (file: File): void =>
    reading.run(async () => {
      setChosen(null);
      const table = await readTable(file);
      const sheet = table.sheets[table.largest] ?? { name: '', rows: [], lines: [] };
      setChosen({ file, table, sheet, reading: guessed(sheet, useStoriesStore.getState().kind, looksHeaded(sheet)) });
    });
  const readAs = (encoding: TextEncoding): void =>
    reading.run(async () => {
      if (chosen) setChosen(inOtherLetters(chosen, await readTable(chosen.file, encoding)));
    });
  const add = (): void =>
    adding.run(async () => {
      await addStories(chosen?.table.fileName ?? '', stories);
      closeStories();
    });
  return (
    <Dialog
      title="Import stories from a table"
      width={820}
      onClose={closeStories}
      footer={
        <>
          {jobId ? <Progress jobId={jobId} /> : null}
          <Button onClick={jobId ? () => stopStories(jobId) : closeStories}>{jobId ? 'Stop' : 'Cancel'}</Button>
          <Button look="primary" disabled={stories.length === 0 || adding.busy} onClick={add}>
            {stories.length === 0 ? 'Import' : `Import ${countNoun(stories.length, 'row', 'rows')}`}
          </Button>
        </>
      }
    >
      <ChooseTable
        label="Table of stories"
        help="CSV or Excel, a row each. Nothing is imported before you have seen how it is read."
        busy={reading.busy}
        fileName={chosen?.table.fileName ?? null}
        onChoose={read}
      />
      {reading.error ? <p role="alert">{reading.error}</p> : null}
      {adding.error ? <p role="alert">{adding.error}</p> : null}
      {chosen ? (
        <div className={styles.form}>
          <Warnings table={chosen.table} />
          <EncodingField read={chosen.table} onChoose={readAs} />
          <Decisions chosen={chosen} onChange={setChosen} />
          <StoryPreview rows={rows} />
        </div>
      ) : null}
    </Dialog>
  );
}

/** What the reader found, and that the same table may be here already. */
function Warnings({ table }: { table: StoryTable }) {
  const there = useRecords('sources').filter((source) => source.fileName === table.fileName).length;
  const again = `${countNoun(there, 'source', 'sources')} of a file of this name ${there === 1 ? 'is' : 'are'} in the study already. Importing it makes more of them.`;
  const warnings = there === 0 ? table.warnings : [...table.warnings, again];
  return warnings.map((warning) => (
    <p key={warning} className={styles.quiet}>
      {warning}
    </p>
  ));
}

function Decisions({ chosen, onChange }: { chosen: Chosen; onChange(chosen: Chosen): void }) {
  const { table, sheet, reading } = chosen;
  const { headed } = reading;
  const chooseKind = (kind: StoryKind): void => {
    useStoriesStore.setState({ kind });
    onChange({ ...chosen, reading: guessed(sheet, kind, headed) });
  };
  const chooseSheet = (at: string): void => {
    const next = table.sheets[Number(at)] ?? sheet;
    onChange({ ...chosen, sheet: next, reading: guessed(next, reading.kind, looksHeaded(next)) });
  };
  return (
    <>
      <div className={styles.decisions}>
        <KindSelect kind={reading.kind} onChange={chooseKind} />
        {table.sheets.length > 1 ? (
          <Choice
            label="Sheet"
            value={String(table.sheets.indexOf(sheet))}
            options={table.sheets.map(({ name }, at) => [String(at), name] as const)}
            onChoose={chooseSheet}
          />
        ) : null}
      </div>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={headed}
          onChange={(event) => onChange({ ...chosen, reading: guessed(sheet, reading.kind, event.target.checked) })}
        />
        The first row holds headings
      </label>
      <StoryColumnsChoice
        sheet={sheet}
        reading={reading}
        onChange={(columns) => onChange({ ...chosen, reading: { ...reading, columns } })}
      />
    </>
  );
}

function Progress({ jobId }: { jobId: string }) {
  const progress = useProgressStore((state) => state.jobs[jobId]);
  return progress ? <ProgressBar label="Adding the rows" done={progress.done} total={progress.total} /> : null;
}
