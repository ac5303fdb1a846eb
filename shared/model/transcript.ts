// The text of a source: turns as stored in a transcript file, and the words for formats and encodings.

/**
 * Formats that Plumbline reads today. `text` and `markdown` name the file kind; the labels inside are detected. `speech-json` is what
 * speech-to-text services give; `table` is a sheet of rows (CSV, TSV, XLSX).
 */
export const TRANSCRIPT_FORMATS = ['text', 'markdown', 'webvtt', 'srt', 'sbv', 'ass', 'ttml', 'speech-json', 'table'] as const;
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
