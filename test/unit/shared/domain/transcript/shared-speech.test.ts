// The speech-to-text results and the rarer captions of ../shared/data: words, speakers and cues as their manifest counts them.
import { readFileSync } from 'node:fs';
import nodePath from 'node:path';

import { describe, expect, it } from 'vitest';

import { readTranscript } from '#shared/domain/transcript/read-transcript';
import { countWords } from '#shared/lib/text';
import { SHARED_DATA_FOLDER, sharedData } from '#test/builders/shared-data';

const folder = sharedData('captions');

function read(path: string): ReturnType<typeof readTranscript> {
  return readTranscript(nodePath.basename(path), readFileSync(nodePath.join(folder ?? '', path)));
}

describe.skipIf(folder === null)(`shared speech-to-text results (need ${SHARED_DATA_FOLDER})`, () => {
  // Words: `timed_tokens` of the manifest, less what stands in the file twice (AssemblyAI: words and the words of utterances; Google: the
  // last result again holds all words; Speechmatics: eleven speaker entries and the full stops, which have times too).
  it.each([
    ['stt-aws/se-radio.json', 'Amazon Transcribe', 12_015, []],
    ['stt-aws-srt/futurama.json', 'Amazon Transcribe', 7, []],
    ['stt-bbc/amazonTranscribe.sample.json', 'Amazon Transcribe', 1791, []],
    ['stt-bbc/assembly_example.json', 'AssemblyAI', 99, ['Speaker A', 'Speaker B']],
    ['stt-bbc/bbcKaldiTranscriptWithSpeakerSegments.sample.json', 'BBC Kaldi', 1712, ['S12', 'S10']],
    ['stt-bbc/digitalPaperEdit.sample.json', 'Digital Paper Edit', 1454, ['F_S12', 'F_S10']],
    ['stt-bbc/gcpSttPunctuation.sample.json', 'Google Speech-to-Text', 1767, []],
    ['stt-bbc/gcpSttSpeakerDiarization.sample.json', 'Google Speech-to-Text', 1766, ['Speaker 2', 'Speaker 1']],
    ['stt-bbc/speechmaticsTedTalkTranscript.sample.json', 'Speechmatics', 1791, ['F4', 'F3', 'F2']],
    ['typed/deepgram_speakers_excerpt.json', 'Deepgram', 46, ['Speaker 0', 'Speaker 1']],
    ['typed/whisper_timestamped.json', 'Whisper', 59, []],
  ])('%s', (path, service, words, speakers) => {
    const found = read(path);
    const parts = found.turns.map((turn) => turn.text.split(' ').length);
    expect([found.format, found.warnings[0], found.speakers]).toEqual(['speech-json', `It was read as the JSON of ${service}.`, speakers]);
    expect(parts.reduce((sum, count) => sum + count, 0)).toBe(words);
    const starts = found.turns.map((turn) => turn.startMs ?? -1);
    expect(starts).toEqual(starts.toSorted((left, right) => left - right));
    expect(found.turns.every((turn) => !/\s[.,!?]/u.test(turn.text))).toBe(true);
  });

  it('the text is that of the service, sign by sign', () => {
    const raw = JSON.parse(readFileSync(nodePath.join(folder ?? '', 'stt-bbc/amazonTranscribe.sample.json'), 'utf8')) as {
      results: { transcripts: { transcript: string }[] };
    };
    const text = read('stt-bbc/amazonTranscribe.sample.json')
      .turns.map((turn) => turn.text)
      .join(' ');
    expect(text).toBe(raw.results.transcripts[0]?.transcript.replaceAll(/\s+/gu, ' ').trim());
  });

  it.each([
    ['subsrt-all-formats/sample.sbv', 'sbv', 5, 599, 21_480],
    ['subsrt-all-formats/sample.ass', 'ass', 1, 1180, 6850],
    ['subsrt-all-formats/sample.ssa', 'ass', 1, 1180, 6850],
  ])('%s', (path, format, cues, startMs, endMs) => {
    const found = read(path);
    expect([found.format, found.cues?.length, found.cues?.[0]?.startMs, found.cues?.at(-1)?.endMs]).toEqual([format, cues, startMs, endMs]);
    expect(countWords(found.turns.map((turn) => turn.text).join(' '))).toBeGreaterThan(5);
  });
});
