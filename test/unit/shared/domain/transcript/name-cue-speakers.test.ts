// Who speaks in captions, and how captions become turns.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { UNNAMED_GAP_MS, UNNAMED_MAXIMUM_LENGTH, joinCueSegments } from '#shared/domain/transcript/join-cue-segments';
import { nameCueSpeakers } from '#shared/domain/transcript/name-cue-speakers';
import type { Cue } from '#shared/model/transcript';

function cues(...texts: string[]): Cue[] {
  return texts.map((text, index) => ({ id: null, startMs: index * 1000, endMs: (index + 1) * 1000, text }));
}

function turnsOf(list: readonly Cue[], dialect: 'webvtt' | 'srt' = 'webvtt'): string[] {
  return joinCueSegments(nameCueSpeakers(list, dialect)).map(
    ({ speaker, startMs, endMs, text }) => `${speaker ?? ''}@${startMs}-${endMs}=${text}`,
  );
}

describe('speakers in captions', () => {
  it('come from voice spans, one turn for stretches that follow each other', () => {
    expect(turnsOf(cues('<v Ana>Hello', '<v Ana>you\nthere', '<v Ben>Hi</v>', 'Music', '<v Ana>One<v Ben>Two'))).toEqual([
      'Ana@0-2000=Hello you there',
      'Ben@2000-3000=Hi',
      '@3000-4000=Music',
      'Ana@4000-5000=One',
      'Ben@4000-5000=Two',
    ]);
  });

  it('come from names before a colon and go on until the next name', () => {
    const list = cues('Ana: Hello', 'you all', 'Ben: Hi', 'Ana: So', 'then', 'Ben: Yes', 'Lesson 1: Greetings are', '- Ana: A\n- Ben: B');
    expect(turnsOf(list, 'srt')).toEqual([
      'Ana@0-2000=Hello you all',
      'Ben@2000-3000=Hi',
      'Ana@3000-5000=So then',
      'Ben@5000-7000=Yes Lesson 1: Greetings are',
      'Ana@7000-8000=A',
      'Ben@7000-8000=B',
    ]);
  });

  it('do not go on where the same name stands before cue after cue, or names are rare', () => {
    const repeated = cues('Ana: a', 'Ana: b', 'Ana: c', 'what', 'Ana: d', 'Ana: e');
    expect(turnsOf(repeated)).toEqual(['Ana@0-3000=a b c', '@3000-4000=what', 'Ana@4000-6000=d e']);
    const rare = cues(...Array.from({ length: 60 }, (_, index) => (index === 5 || index === 30 ? 'Ana: yes' : 'and so on')));
    expect(turnsOf(rare).filter((turn) => turn.startsWith('Ana'))).toEqual(['Ana@5000-6000=yes', 'Ana@30000-31000=yes']);
  });

  it('come from chevrons, also when a name comes once', () => {
    expect(turnsOf(cues('>> ALICE: Hi, my name is Alice', '>> JOHN: and we own it.', '>> ALICE: Today', '[intro music]'))).toEqual([
      'ALICE@0-1000=Hi, my name is Alice',
      'JOHN@1000-2000=and we own it.',
      'ALICE@2000-4000=Today [intro music]',
    ]);
  });

  it('come from identifiers that hold a name', () => {
    const list = cues('Hello', 'Hi').map((cue, index) => ({ ...cue, id: `${index + 1} "Speaker ${index}" (12345)` }));
    expect(turnsOf(list)).toEqual(['Speaker 0@0-1000=Hello', 'Speaker 1@1000-2000=Hi']);
  });

  it('come from names on the first line of the cues', () => {
    const list = cues(...Array.from({ length: 4 }, () => ['Doe, Jane\nHello\nyou', 'Smith, Al\nHi']).flat());
    expect(turnsOf(list).slice(0, 2)).toEqual(['Doe, Jane@0-1000=Hello you', 'Smith, Al@1000-2000=Hi']);
  });

  it('leaves a label that comes once in the text', () => {
    expect(turnsOf(cues('Learn English', 'Lesson 1: Greetings', 'Natasha is here.'))).toEqual([
      '@0-3000=Learn English Lesson 1: Greetings Natasha is here.',
    ]);
  });
});

describe('captions without speakers', () => {
  it('part at pauses, at marks of a change, and at the end of a sentence once long', () => {
    expect(turnsOf(cues('- Hello', 'you', '- Hi', '>> Yes'))).toEqual(['@0-2000=- Hello you', '@2000-3000=- Hi', '@3000-4000=>> Yes']);
    const [first = { id: null, startMs: 0, endMs: 0, text: '' }, second = first] = cues('One', 'two');
    expect(turnsOf([first, { ...second, startMs: first.endMs + UNNAMED_GAP_MS, endMs: 9000 }])).toHaveLength(2);
    expect(turnsOf([first, { ...second, startMs: first.endMs + UNNAMED_GAP_MS - 1, endMs: 9000 }])).toHaveLength(1);
    const long = cues(...Array.from({ length: 30 }, (_, index) => `${'word '.repeat(9)}${index}.`));
    expect(joinCueSegments(nameCueSpeakers(long, 'webvtt')).every((turn) => turn.text.endsWith('.') && turn.text.length < 520)).toBe(true);
  });

  it('reads rolling captions once', () => {
    const rolling = cues(
      'Hello<00:00:00.500><c> you</c>',
      'Hello you',
      'Hello you\nand<00:00:02.500><c> me</c>',
      'and me',
      'and me\nbye<00:00:04.500><c> now</c>',
      'bye now',
    );
    expect(turnsOf(rolling)).toEqual(['@0-5000=Hello you and me bye now']);
  });

  it('keeps all words in order, the same at every import, within the bounds', () => {
    const cue = fc.record({
      gap: fc.integer({ min: -500, max: 4000 }),
      words: fc.array(fc.constantFrom('so', 'well.', 'we', 'go?', 'naïve', '🙂'), { maxLength: 60 }),
    });
    fc.assert(
      fc.property(fc.array(cue, { maxLength: 40 }), (list) => {
        let time = 0;
        const made = list.map(({ gap, words }) => {
          const startMs = Math.max(0, time + gap);
          time = startMs + 1000;
          return { id: null, startMs, endMs: time, text: words.join(' ') };
        });
        const turns = joinCueSegments(nameCueSpeakers(made, 'srt'));
        expect(
          turns
            .map((turn) => turn.text)
            .join(' ')
            .split(' ')
            .filter(Boolean),
        ).toEqual(list.flatMap(({ words }) => words));
        expect(
          turns.every((turn) => turn.text.length <= Math.max(UNNAMED_MAXIMUM_LENGTH, 60 * 6) && (turn.endMs ?? 0) >= (turn.startMs ?? 0)),
        ).toBe(true);
        expect(joinCueSegments(nameCueSpeakers(made, 'srt'))).toEqual(turns);
      }),
    );
  });
});
