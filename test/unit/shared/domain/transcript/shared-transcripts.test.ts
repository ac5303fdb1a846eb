// Every transcript and caption file of the shared test data against what the manifest says of it.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

import { describe, expect, it } from 'vitest';

import { decodeText } from '#shared/domain/transcript/decode-text';
import type { ParsedTranscript } from '#shared/domain/transcript/parsed-transcript';
import { readTranscript } from '#shared/domain/transcript/read-transcript';
import { AppError } from '#shared/lib/app-error';
import { SHARED_DATA_FOLDER, sharedData } from '#test/builders/shared-data';
import { wordsLost } from '#test/builders/words-lost';

interface Row {
  path: string;
  kind?: string;
  encoding?: string | null;
  expect?: {
    turns?: number;
    speakers?: number | Record<string, number>;
    speaker_list?: string[];
    cues?: number;
    srt_lib_cues?: number;
    first_start?: number | string | null;
    voices?: string[];
    timestamp_lines?: number;
    must_be_rejected?: boolean;
  } | null;
}

/** Where the file says something else than the manifest's count, with the reason. */
const KNOWN_DIFFERENCES: Record<string, string> = {
  'transcripts/changelog-md/rfc__request-for-commits-15.md':
    'the manifest counts bold labels only; Adam Stacoviak speaks twice under the label "Adam Stacoviak:" without bold type',
  'transcripts/changelog-md/shipit__ship-it-73.md':
    'turns are equal; the manifest counts "Matias Pan" and "Matias Pan: " (a space before the closing asterisks) as two speakers',
};

const manifestPath = sharedData('MANIFEST.jsonl');
const rows =
  manifestPath === null
    ? []
    : readFileSync(manifestPath, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Row);

function rowsOf(folder: string, ending: RegExp): Row[] {
  return rows.filter((row) => row.path.startsWith(folder) && ending.test(row.path));
}

function load(path: string): Uint8Array {
  return readFileSync(sharedData(path) ?? '');
}

function read(path: string): ParsedTranscript | { refused: string } {
  try {
    return readTranscript(basename(path), load(path));
  } catch (error) {
    if (error instanceof AppError && error.code === 'unreadable-file') return { refused: error.message };
    throw error;
  }
}

function readWell(path: string): ParsedTranscript {
  const read = readTranscript(basename(path), load(path));
  expect(read.turns.length).toBeGreaterThan(0);
  return read;
}

function countBySpeaker(transcript: ParsedTranscript): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { speaker } of transcript.turns) counts[speaker ?? ''] = (counts[speaker ?? ''] ?? 0) + 1;
  return counts;
}

describe.skipIf(manifestPath === null)(`shared transcripts (need ${SHARED_DATA_FOLDER})`, () => {
  it('changelog: the turns and speakers of the manifest', () => {
    const files = rowsOf('transcripts/changelog-md/', /\.md$/u);
    expect(files.length).toBeGreaterThan(100);
    const differences = files.filter((row) => {
      const found = readWell(row.path);
      return (
        found.turns.length !== row.expect?.turns || found.speakers.toSorted().join('|') !== row.expect.speaker_list?.toSorted().join('|')
      );
    });
    expect(differences.map((row) => row.path)).toEqual(Object.keys(KNOWN_DIFFERENCES));
    expect(countBySpeaker(readWell('transcripts/changelog-md/rfc__request-for-commits-15.md'))).toMatchObject({ 'Adam Stacoviak': 2 });
  });

  it('sheffield: the turns of each speaker, the header line as heading', () => {
    const files = rowsOf('transcripts/sheffield/', /\.txt$/u);
    expect(files).toHaveLength(8);
    for (const row of files) {
      const found = readWell(row.path);
      expect([row.path, found.turns.length, countBySpeaker(found)]).toEqual([row.path, row.expect?.turns, row.expect?.speakers]);
      expect(found.heading).toBeTruthy();
    }
  });

  it('mlss: every label is a turn (the manifest counts "Interviewee" alone, and no label with a number)', () => {
    const files = rowsOf('transcripts/mlss-interviews/', /\.txt$/u);
    expect(files).toHaveLength(24);
    for (const row of files) {
      const found = readWell(row.path);
      const named = found.turns.filter((turn) => turn.speaker !== null);
      const labels = decodeText(load(row.path)).text.match(/^\s*Interview(?:er|ee)[ \d]*(?=:)/gmu) ?? [];
      expect([row.path, named.length]).toEqual([row.path, labels.length]);
      if ((row.expect?.turns ?? 0) > 0) expect([row.path, countBySpeaker(found).Interviewee]).toEqual([row.path, row.expect?.turns]);
      expect(found.turns.length - named.length).toBeLessThanOrEqual(1);
      expect(found.speakers.length).toBeGreaterThanOrEqual(2);
    }
  });

  it('talk python: a turn for each line with a time', () => {
    const files = rowsOf('transcripts/talkpython-txt/', /\.txt$/u);
    expect(files.length).toBeGreaterThan(30);
    for (const row of files) {
      const found = readWell(row.path);
      expect([row.path, found.turns.length]).toEqual([row.path, row.expect?.timestamp_lines]);
      expect(found.turns.every((turn) => turn.startMs !== null)).toBe(true);
    }
  });

  it('notes and speech-to-text files without speakers: paragraphs', () => {
    const files = [
      ...rowsOf('transcripts/serdif-usability/', /\.txt$/u),
      ...rowsOf('captions/stt-bbc/', /\.txt$/u),
      ...rowsOf('captions/wpt-webvtt/', /\.md$/u),
    ];
    expect(files.length).toBeGreaterThan(10);
    for (const row of files) expect([row.path, readWell(row.path).speakers]).toEqual([row.path, []]);
  });

  it('loses and invents no word of any text file', () => {
    const files = [
      ...rowsOf('transcripts/', /\.(?:txt|md)$/u),
      ...rowsOf('captions/', /\.(?:txt|md)$/u),
      ...rowsOf('documents/', /\.txt$/u),
    ];
    for (const row of files) {
      const found = readWell(row.path);
      if (found.cues !== undefined) continue;
      const { text } = decodeText(load(row.path));
      expect([row.path, wordsLost(text, found, found.format === 'markdown')]).toEqual([row.path, { lost: [], invented: [] }]);
    }
  });
});

describe.skipIf(manifestPath === null)(`shared captions (need ${SHARED_DATA_FOLDER})`, () => {
  it('WebVTT: the number of cues and the voices, or a refusal where there are none', () => {
    const differences = rowsOf('captions/', /\.vtt$/u).filter((row) => {
      const found = read(row.path);
      if ('refused' in found) return row.expect?.cues !== 0;
      const voices = row.expect?.voices;
      const same = voices === undefined || found.speakers.toSorted().join('|') === voices.toSorted().join('|');
      return found.format !== 'webvtt' || found.cues?.length !== row.expect?.cues || !same;
    });
    expect(differences.map((row) => row.path)).toEqual([]);
  });

  it('WebVTT with a wrong signature is refused', () => {
    const files = rows.filter((row) => row.expect?.must_be_rejected === true);
    expect(files.length).toBeGreaterThan(5);
    for (const row of files) expect(read(row.path)).toMatchObject({ refused: expect.stringContaining('WEBVTT') });
  });

  it('SubRip: the number of cues, the first time and the encoding', () => {
    const files = rowsOf('captions/', /\.srt$/u);
    expect(files.length).toBeGreaterThan(15);
    for (const row of files) {
      const found = readWell(row.path);
      expect([row.path, found.format, found.cues?.length]).toEqual([row.path, 'srt', row.expect?.srt_lib_cues]);
      const first = /^(\d+):(\d+):(\d+),(\d+)$/u.exec(String(row.expect?.first_start));
      const firstMs =
        first === null ? null : Number(first[1]) * 3_600_000 + Number(first[2]) * 60_000 + Number(first[3]) * 1000 + Number(first[4]);
      if (firstMs !== null) expect([row.path, found.cues?.[0]?.startMs]).toEqual([row.path, firstMs]);
      const mark = /^utf-(?:16|32)[lb]e/u.exec(row.encoding ?? '')?.[0];
      if (mark !== undefined) expect([row.path, found.encoding]).toEqual([row.path, mark]);
      if (row.encoding?.startsWith('windows-1252') === true) expect([row.path, found.encoding]).toEqual([row.path, 'windows-1252']);
    }
  });

  it('SubRip under the name .txt', () => expect(readWell('captions/stt-aws-srt/srt.txt').cues).toHaveLength(3));

  it('every file of any other kind is refused in a sentence, or is text', () => {
    const others = rows.filter(
      (row) => !/\.(?:vtt|srt|txt|md|sbv|ass|ssa)$/u.test(row.path) && row.kind !== 'stt-json' && sharedData(row.path) !== null,
    );
    expect(others.length).toBeGreaterThan(300);
    const readable = others.filter((row) => !('refused' in read(row.path)));
    expect(readable.map((row) => row.path)).toEqual([]);
  });
});
