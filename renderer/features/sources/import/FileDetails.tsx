// One file before its import: title, day, kind, who the speakers are, and the first turns as they will stand.
import { SOURCE_KINDS } from '#shared/model/records/source';
import type { ImportPreview } from '#shared/rpc/answers';

import { Apart } from '../../../ui/Apart.tsx';
import { Choice } from '../../../ui/Choice.tsx';
import { TextInput } from '../../../ui/Field.tsx';
import { clockTime, KIND_NAMES } from '../source-words.ts';
import styles from './import.module.css';
import sample from './sample.module.css';
import { changeRow, type ImportRow } from './import-store.ts';
import { PersonChoice } from './PersonChoice.tsx';
import { SpeakerMapping } from './SpeakerMapping.tsx';
import { TableColumnsChoice } from './TableColumnsChoice.tsx';

export function FileDetails({ row, preview }: { row: ImportRow; preview: ImportPreview }) {
  return (
    <div className={preview.table ? styles.tableDetails : styles.details}>
      {preview.table ? <TableColumnsChoice row={row} table={preview.table} /> : null}
      <div className={styles.decisions}>
        {preview.unsure ? (
          <p className={styles.quiet}>
            <Apart text={lettersInWords(preview.oddWords)} words={preview.oddWords} />
          </p>
        ) : null}
        <TextInput
          label="Title"
          value={row.title}
          maxLength={300}
          onChange={(event) => changeRow(row.key, { title: event.target.value })}
        />
        <div className={styles.pair}>
          <TextInput label="Day" type="date" value={row.heldOn} onChange={(event) => changeRow(row.key, { heldOn: event.target.value })} />
          <Choice
            label="Kind"
            value={row.kind}
            options={SOURCE_KINDS.map((kind) => [kind, KIND_NAMES[kind]] as const)}
            onChoose={(kind) => changeRow(row.key, { kind })}
          />
        </div>
        {preview.speakers.length === 0 ? (
          <PersonChoice label="Who is heard" person={row.person} onChange={(person) => changeRow(row.key, { person })} />
        ) : (
          <SpeakerMapping row={row} preview={preview} />
        )}
      </div>
      <section className={sample.sample} aria-label={`First turns of ${row.file.name}`} tabIndex={0}>
        {preview.sample.map((turn, at) => (
          <div key={at} className={sample.turn}>
            <div className={sample.turnHead}>
              <span>{turn.speaker ?? 'No name'}</span>
              {turn.startMs === null ? null : <span className={sample.time}>{clockTime(turn.startMs)}</span>}
            </div>
            <p className="evidence" dir="auto">
              {turn.text}
            </p>
          </div>
        ))}
        {preview.turns > preview.sample.length ? (
          <p className={styles.quiet}>{`and ${preview.turns - preview.sample.length} more turns`}</p>
        ) : null}
      </section>
    </div>
  );
}

/** By its special letters a person sees whether a file was read in the right encoding. */
function lettersInWords(oddWords: readonly string[]): string {
  if (oddWords.length === 0) return 'No word has special letters.';
  return `Words with special letters: ${oddWords.join(', ')}. Where they look wrong, choose another encoding below the format.`;
}
