// Which kinds make sense for a file once its bytes have told what it is.
import { TEXT_FORMATS, type TranscriptFormat } from '#shared/model/transcript';

/** Kinds that are packed or built in such a way that nothing else can be read from their bytes. */
const SEALED: ReadonlySet<TranscriptFormat> = new Set(['docx', 'odt', 'rtf', 'pdf']);

/** The kinds a person may choose for a file that was recognised as `found`; a single one leaves no choice. @param sealed true for workbooks. */
export function formatChoices(found: TranscriptFormat, sealed = SEALED.has(found)): readonly TranscriptFormat[] {
  return sealed ? [found] : [...TEXT_FORMATS, 'html', 'ttml', 'table'];
}
