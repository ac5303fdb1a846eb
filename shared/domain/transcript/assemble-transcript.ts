// Puts the parts of a transcript together, the same for every format.
import type { TranscriptFormat } from '#shared/model/transcript';

import type { DecodedText } from './decode-text.ts';
import { joinCueSegments } from './join-cue-segments.ts';
import type { ParsedTranscript, ParsedTurn } from './parsed-transcript.ts';
import type { CaptionFile } from './read-captions.ts';

/** A transcript of these turns; its speakers stand in order of first appearance, warnings of the decoding come first. */
export function assembleTranscript(
  format: TranscriptFormat,
  decoded: Pick<DecodedText, 'encoding' | 'warnings'>,
  turns: ParsedTurn[],
  warnings: readonly string[],
  more: Pick<ParsedTranscript, 'cues' | 'heading'> = {},
): ParsedTranscript {
  const speakers = [...new Set(turns.map((turn) => turn.speaker))].filter((speaker) => speaker !== null);
  return { format, encoding: decoded.encoding, speakers, turns, ...more, warnings: [...decoded.warnings, ...warnings] };
}

/** A transcript of captions: their segments joined into turns, the cues kept beside them. */
export function assembleCaptions(
  format: TranscriptFormat,
  decoded: Pick<DecodedText, 'encoding' | 'warnings'>,
  file: CaptionFile,
): ParsedTranscript {
  const { cues, heading } = file;
  return assembleTranscript(format, decoded, joinCueSegments(file.segments), file.warnings, {
    cues,
    ...(heading === undefined ? {} : { heading }),
  });
}
