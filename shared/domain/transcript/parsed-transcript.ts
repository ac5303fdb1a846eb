// What every importer gives: turns with speakers and times, and the cues of caption files.
import type { TableShape } from '#shared/model/table';
import type { Cue, TextEncoding, TranscriptFormat, Turn } from '#shared/model/transcript';

export type { TextEncoding, TranscriptFormat } from '#shared/model/transcript';

export type ParsedTurn = Turn;
export type ParsedCue = Cue;

export interface ParsedTranscript {
  format: TranscriptFormat;
  encoding: TextEncoding;
  /** Speaker labels in order of first appearance. */
  speakers: string[];
  turns: ParsedTurn[];
  /** Title lines and front matter before the first turn: nobody said them, so they are no turn. LF between lines. */
  heading?: string;
  /** Only for caption formats. */
  cues?: ParsedCue[];
  /** Only for tables: what was found in them and how it was read. */
  table?: TableShape;
  /** Finished sentences for a person: what was guessed, repaired or left out. */
  warnings: string[];
}
