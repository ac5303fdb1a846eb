// Real conversations written in other forms are read back; real prose without labels has no speakers.
import { readFileSync, readdirSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { parseLabelledText } from '#shared/domain/transcript/parse-labelled-text';
import { SHARED_DATA_FOLDER, sharedData } from '#test/builders/shared-data';

const FOLDERS = ['transcripts/changelog-md', 'transcripts/sheffield', 'transcripts/mlss-interviews'];
/** Every n-th file, to keep the test short. */
const STEP = 12;

interface Spoken {
  speaker: string;
  text: string;
}

function clock(index: number): string {
  const seconds = index * 7;
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

const FORMS: Record<string, (spoken: Spoken, index: number) => string> = {
  'Name: text': ({ speaker, text }) => `${speaker}: ${text}`,
  '**Name:** text': ({ speaker, text }) => `**${speaker}:** ${text}`,
  '[time] Name: text': ({ speaker, text }, index) => `[${clock(index)}] ${speaker}: ${text}`,
  'Name [time]: text': ({ speaker, text }, index) => `${speaker} [${clock(index)}]: ${text}`,
  '[time], then Name: text': ({ speaker, text }, index) => `[${clock(index)}]\n${speaker}: ${text}`,
  'Name  time, then text': ({ speaker, text }, index) => `${speaker}  ${clock(index)}\n${text}`,
  'Name time, then text': ({ speaker, text }, index) => `${speaker} ${clock(index)}\n${text}`,
  '[time] Name, then text': ({ speaker, text }, index) => `[${clock(index)}] ${speaker}\n${text}`,
  'Name, then text': ({ speaker, text }) => `${speaker}\n${text}`,
  'Name<tab>text': ({ speaker, text }) => `${speaker}\t${text}`,
};

function conversations(): string[] {
  return FOLDERS.flatMap((folder) => {
    const path = sharedData(folder) ?? '';
    const files = readdirSync(path).filter((name) => /\.(?:md|txt)$/u.test(name));
    return files.filter((_name, index) => index % STEP === 0).map((name) => readFileSync(`${path}/${name}`, 'utf8'));
  });
}

describe.skipIf(sharedData('transcripts') === null)(`real conversations in other forms (need ${SHARED_DATA_FOLDER}/transcripts)`, () => {
  it.each(Object.keys(FORMS))('reads back “%s”', (form) => {
    const texts = conversations();
    expect(texts.length).toBeGreaterThan(14);
    for (const text of texts) {
      const all = parseLabelledText(text, 'markdown').turns.filter((turn) => turn.text !== '');
      const spoken = all
        .map(({ speaker, text: words }) => ({ speaker: speaker ?? '', text: words.split(/\s+/u).join(' ') }))
        .filter((turn) => turn.speaker !== '');
      const written = spoken.map((turn, index) => FORMS[form]?.(turn, index)).join('\n\n');
      const read = parseLabelledText(written, 'text').turns.map((turn) => ({ speaker: turn.speaker, text: turn.text }));
      expect(read).toEqual(spoken);
    }
  });

  it('finds no speakers in prose, however its lines are broken', () => {
    const breaks: ((text: string) => string)[] = [
      (text) => text,
      (text) => text.replace(/([.!?]) /gu, '$1\n'),
      (text) => text.replace(/([.!?,]) /gu, '$1\n\n'),
      (text) => text.replace(/(.{60,80}) /gu, '$1\n'),
    ];
    for (const text of conversations()) {
      const prose = parseLabelledText(text, 'markdown')
        .turns.map((turn) => turn.text)
        .join('\n\n');
      for (const broken of breaks.map((each) => each(prose.replace(/\[[\d:.\\]+\] ?/gu, '')))) {
        expect(parseLabelledText(broken, 'text').turns.filter((turn) => turn.speaker !== null)).toEqual([]);
      }
    }
  });
});
