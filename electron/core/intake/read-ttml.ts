// Reads a file of TTML captions (.ttml, .dfxp) into a transcript.
import { assembleCaptions } from '#shared/domain/transcript/assemble-transcript';
import { decodeText } from '#shared/domain/transcript/decode-text';
import type { ParsedTranscript } from '#shared/domain/transcript/parsed-transcript';
import { withSpeakers } from '#shared/domain/transcript/read-captions';
import { unreadableFile } from '#shared/domain/transcript/unreadable-file';
import { countNoun } from '#shared/lib/text';

import { parseTtml, type TtmlFile } from './parse-ttml.ts';

/** @throws AppError('unreadable-file') when it is no TTML, broken, or without captions. */
export function readTtml(fileName: string, bytes: Uint8Array): ParsedTranscript {
  const decoded = decodeText(bytes, { fileName });
  const { paragraphs, timed, ...file } = parse(fileName, decoded.text);
  if (!paragraphs.some((paragraph) => paragraph.text !== '')) {
    const reason = file.brokenLine === null ? 'it holds no captions' : `its XML is broken in line ${file.brokenLine}`;
    throw unreadableFile(fileName, reason, 'Check that the export was complete.');
  }
  const named = paragraphs.some((paragraph) => paragraph.speaker !== null);
  const cues = paragraphs.map(({ id, startMs, endMs, text }) => ({ id, startMs, endMs, text }));
  const spoken = paragraphs.map(({ speaker, startMs, endMs, text }) => ({ speaker, startMs, endMs, text, change: false }));
  const found = withSpeakers(cues, warningsOf({ ...file, timed }), 'plain', named ? spoken : undefined);
  const transcript = assembleCaptions('ttml', decoded, found);
  return timed ? transcript : { ...transcript, turns: transcript.turns.map((turn) => ({ ...turn, startMs: null, endMs: null })) };
}

function parse(fileName: string, text: string): TtmlFile {
  let file: TtmlFile | null;
  try {
    file = parseTtml(text);
  } catch (error) {
    throw unreadableFile(
      fileName,
      error instanceof Error ? error.message : 'its XML is broken',
      'Export the captions again, or save them as .srt or .vtt.',
    );
  }
  if (file === null) {
    throw unreadableFile(
      fileName,
      'it is XML of another kind than TTML captions',
      'Export the captions as .ttml, .srt or .vtt and import that file.',
    );
  }
  return file;
}

function warningsOf({ hundredths, brokenTimes, timed, brokenLine }: Omit<TtmlFile, 'paragraphs'>): string[] {
  const warnings: string[] = [];
  if (brokenLine !== null)
    warnings.push(`Its XML is broken in line ${brokenLine}; what could be read was read. Look whether something is missing there.`);
  if (!timed) warnings.push('The captions have no times.');
  if (hundredths) warnings.push('Its frames are numbered beyond its frame rate; they were read as hundredths of a second.');
  if (brokenTimes > 0)
    warnings.push(
      `${countNoun(brokenTimes, 'time', 'times')} could not be read; the time of what stands around ${brokenTimes === 1 ? 'it' : 'them'} was taken.`,
    );
  return warnings;
}
