// In which encoding a text file was read, to be chosen anew where the file does not say it for sure; also where it could not be read as chosen.
import { DOCUMENT_FORMATS, TEXT_ENCODINGS, type TextEncoding } from '#shared/model/transcript';
import type { ImportPreview } from '#shared/rpc/answers';

import ui from '../../../ui/ui.module.css';
import { ENCODING_NAMES } from '../../exchange/index.ts';
import styles from './import.module.css';
import { type ImportRow, useImportStore } from './import-store.ts';
import { readAgain } from './read-files.ts';

export function EncodingChoice({ row }: { row: ImportRow }) {
  const over = useImportStore((state) => state.phase === 'done' || state.phase === 'importing');
  const { preview, reading } = row;
  const chosen = reading.encoding;
  if (over || !(chosen !== undefined || preview?.unsure))
    return preview && isText(preview) ? <span className={styles.encoding}>{ENCODING_NAMES[preview.encoding]}</span> : null;
  return (
    <select
      className={`${ui.input} ${styles.select}`}
      aria-label={`Letters of ${row.file.name} are read as`}
      value={chosen ?? preview?.encoding}
      onChange={(event) => void readAgain(row, { encoding: event.target.value as TextEncoding })}
    >
      {TEXT_ENCODINGS.map((each) => (
        <option key={each} value={each}>
          {ENCODING_NAMES[each]}
        </option>
      ))}
    </select>
  );
}

/** In a document the encoding is part of the format. */
const isText = ({ format, table }: ImportPreview): boolean =>
  table ? !table.workbook : !(DOCUMENT_FORMATS as readonly string[]).includes(format);
