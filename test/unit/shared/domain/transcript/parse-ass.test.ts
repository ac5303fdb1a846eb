// SubStation captions: order of fields, names, styling, drawings, comments and damaged lines.
import { describe, expect, it } from 'vitest';

import { parseAss } from '#shared/domain/transcript/parse-ass';
import { readTranscript } from '#shared/domain/transcript/read-transcript';

const EVENTS = '[Script Info]\nTitle: x\n\n[Events]\n';
const FORMAT = 'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n';

describe('parseAss', () => {
  it('keeps the commas of the text, drops styling and drawings, breaks lines', () => {
    const line = 'Dialogue: 0,0:00:01.50,0:00:02.25,Default,Ana,0,0,0,,{\\i1}Hello{\\i0}, you\\Nand\\hme{\\p1}m 0 0 l 9 9{\\p0}!\n';
    expect(parseAss(EVENTS + FORMAT + line)).toEqual({
      cues: [{ id: null, startMs: 1500, endMs: 2250, text: 'Hello, you\nand me!', speaker: 'Ana' }],
      comments: 0,
      brokenLines: 0,
    });
  });

  it('follows the order that the Format line gives', () => {
    const text = `${EVENTS}Format: Marked, Start, End, Actor, Text\nDialogue: Marked=0,0:00:01.00,0:00:02.00,Ben,Ho, ho\n`;
    expect(parseAss(text).cues).toMatchObject([{ speaker: 'Ben', text: 'Ho, ho' }]);
  });

  it('counts comments and lines without times, and reads no other section', () => {
    const text = `[V4+ Styles]\nDialogue: 0,0:00:01.00,0:00:02.00,,,,,,,no\n${EVENTS}${FORMAT}Comment: 0,0:00:01.00,0:00:02.00,,,,,,,aside\nDialogue: 0,soon,0:00:02.00,,,,,,,x\nDialogue: 0,0:00:01.00\n`;
    expect(parseAss(text)).toEqual({ cues: [], comments: 1, brokenLines: 2 });
  });

  it('gives turns with the names of the lines, and says what was left out', () => {
    const text = `${EVENTS}${FORMAT}Dialogue: 0,0:00:01.00,0:00:02.00,D,Ana,0,0,0,,Hi\nDialogue: 0,0:00:02.00,0:00:03.00,D,Ana,0,0,0,,there\nDialogue: 0,0:00:03.00,0:00:04.00,D,Ben,0,0,0,,Ho\nComment: 0,0:00:03.00,0:00:04.00,D,,0,0,0,,x\n`;
    const { format, turns, warnings } = readTranscript('talk.txt', new TextEncoder().encode(text));
    expect(format).toBe('ass');
    expect(turns).toEqual([
      { speaker: 'Ana', startMs: 1000, endMs: 3000, text: 'Hi there' },
      { speaker: 'Ben', startMs: 3000, endMs: 4000, text: 'Ho' },
    ]);
    expect(warnings).toEqual(['1 comment in the file is no captions and was left out.']);
  });
});
