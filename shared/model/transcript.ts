// The text of a source: turns as stored in a transcript file, and the words for formats and encodings.

/**
 * Kinds of text files. `text` and `markdown` name the file kind; the labels inside are detected. `speech-json` is what speech-to-text
 * services give.
 */
export const TEXT_FORMATS = ['text', 'markdown', 'webvtt', 'srt', 'sbv', 'ass', 'speech-json'] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

/** Kinds that take a library to read: documents, whose text is then read like a text file; captions in XML; tables (CSV, TSV, XLSX). */
export const DOCUMENT_FORMATS = ['docx', 'odt', 'rtf', 'html', 'pdf', 'ttml', 'table'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** All kinds of files that Plumbline reads as transcripts. */
export const TRANSCRIPT_FORMATS = [...TEXT_FORMATS, ...DOCUMENT_FORMATS] as const;
export type TranscriptFormat = (typeof TRANSCRIPT_FORMATS)[number];

/** Encodings that are recognised on import. */
export const TEXT_ENCODINGS = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be', 'windows-1252'] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

/** One speaker's stretch. Times are milliseconds from the start of the recording, null where the file has none. */
export interface Turn {
  /** The label as it stands in the file, trimmed; null where nobody is named. */
  speaker: string | null;
  startMs: number | null;
  endMs: number | null;
  text: string;
}

/** One caption cue, as the format's own specification reads it. */
export interface Cue {
  id: string | null;
  startMs: number;
  endMs: number;
  /** Cue payload as written, line feeds kept, markup kept. */
  text: string;
}

/**
 * The text of a source as another tool had it, kept beside its turns so that exporting it again gives the same text and the same positions.
 * A corrected transcript has none: its text is made of its turns.
 */
export interface KeptText {
  /** LF line ends, no byte order mark, otherwise as it was. */
  text: string;
  /** By snippet: where its selection stood in `text` (UTF-16 units), when its range alone does not tell. It counts as long as the snippet has that range. */
  selections: Record<
    string,
    { start: number; end: number; range: { startTurn: number; startOffset: number; endTurn: number; endOffset: number } }
  >;
}
