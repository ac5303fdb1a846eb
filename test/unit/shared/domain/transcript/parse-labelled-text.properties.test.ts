// No word is lost or invented, whatever the text; what was written in any form is read back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseLabelledText } from '#shared/domain/transcript/parse-labelled-text';
import { wordsLost } from '#test/builders/words-lost';

const LABELS = [
  'Interviewer',
  'Interviewer 2',
  'Ana',
  'Ben Okafor',
  'P07',
  'Zoë van Dijk',
  'SPEAKER_01',
  'Dr. Müller',
  '李四',
  'Doe, Jane',
];
const WORDS = [
  'and',
  'then',
  'we',
  'asked',
  'for',
  '42',
  'euros',
  '—',
  'naïve',
  '日本語',
  'so:',
  '10:30',
  '(laughs)',
  '**bold**',
  'e.g.',
  '[sic]',
  'a/b',
  '“quoted”',
  'x<y',
  '&',
  '🙂',
  'well,',
  '...',
  'it’s',
];

const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 }).map((words) => `so ${words.join(' ')}`);
const paragraphs = fc.array(sentence, { minLength: 1, maxLength: 3 });
const turns = fc
  .uniqueArray(fc.constantFrom(...LABELS), { minLength: 2, maxLength: 4 })
  .chain((labels) => fc.array(fc.tuple(fc.constantFrom(...labels), paragraphs), { minLength: 2, maxLength: 20 }))
  // Each speaker twice: the rule believes in what repeats.
  .map((list) => [...list, ...list].map(([speaker, text]) => ({ speaker, text })));

function clock(index: number): string {
  const seconds = index * 7;
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

const FORMS: Record<string, (label: string, text: string, index: number) => string> = {
  colon: (label, text) => `${label}: ${text}`,
  colonLine: (label, text) => `${label}:\n${text}`,
  bold: (label, text) => `**${label}:** ${text}`,
  boldOutside: (label, text) => `**${label}**: ${text}`,
  bracket: (label, text) => `[${label}]: ${text}`,
  timeFirst: (label, text, index) => `[${clock(index)}] ${label}: ${text}`,
  timeAfter: (label, text, index) => `${label} [${clock(index)}]: ${text}`,
  timeLine: (label, text, index) => `[${clock(index)}]\n${label}: ${text}`,
  otter: (label, text, index) => `${label}  ${clock(index)} \n${text}`,
  nameTime: (label, text, index) => `${label} ${clock(index)}\n${text}`,
  timeName: (label, text, index) => `${clock(index)} ${label}\n${text}`,
};

describe('labelled text, properties', () => {
  it.each(Object.keys(FORMS))('reads back what was written in the form “%s”', (form) => {
    fc.assert(
      fc.property(turns, fc.boolean(), (list, markdown) => {
        const written = list.map(({ speaker, text }, index) => FORMS[form]?.(speaker, text.join('\n\n'), index)).join('\n\n');
        const read = parseLabelledText(written, markdown ? 'markdown' : 'text').turns;
        expect(read.map(({ speaker, text }) => ({ speaker, text }))).toEqual(
          list.map(({ speaker, text }) => ({ speaker, text: text.join('\n\n') })),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('loses and invents no word in any mixture of labels, times and text', () => {
    const label = fc.constantFrom(...LABELS, 'Note', 'Break', 'http', 'yeah', 'For example', 'I');
    const line = fc.oneof(
      sentence,
      fc.constantFrom('', '', '  ', '---', '# Title', '[00:01:02]', '0:12', 'Yeah.', 'Okay', '>', '- Hello'),
      fc.tuple(label, sentence).map(([name, text]) => `${name}: ${text}`),
      fc.tuple(label, sentence).map(([name, text]) => `**${name}:** ${text}`),
      fc.tuple(label, fc.nat(4000)).map(([name, index]) => `${name}  ${clock(index)}`),
      fc.tuple(label, sentence, fc.nat(4000)).map(([name, text, index]) => `[${clock(index)}] ${name}: ${text}`),
      fc.tuple(sentence, fc.nat(4000)).map(([text, index]) => `${clock(index)} ${text}`),
      label,
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), fc.constantFrom('text' as const, 'markdown' as const), (lines, format) => {
        const text = lines.join('\n');
        expect(wordsLost(text, parseLabelledText(text, format))).toEqual({ lost: [], invented: [] });
      }),
      { numRuns: 1500 },
    );
  });

  it('loses and invents no word of arbitrary text', () => {
    const anything = fc.array(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('\n', '\n\n', ': ', 'Ana: ', '**', '[', ']', '0:12 ')),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(anything, (parts) => {
        const text = parts.join('').replace(/\r\n?|\0/gu, ' ');
        expect(wordsLost(text, parseLabelledText(text, 'text'))).toEqual({ lost: [], invented: [] });
      }),
      { numRuns: 1000 },
    );
  });
});
