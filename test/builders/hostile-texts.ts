// Texts that try to become markup, or that break careless writers; and a study that holds them in every field.
import { readFileSync } from 'node:fs';

import { sharedData } from './shared-data.ts';
import { buildStudy, type StudyBuilder } from './study-builder.ts';

/** Own list: HTML, Markdown, addresses, line starts, control and direction characters. */
export const HOSTILE_TEXTS: readonly string[] = [
  '</style><script>alert(1)</script>',
  '</title><img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<!-- not a comment -->',
  ']]> <![CDATA[ x ]]>',
  '"><a href="javascript:alert(1)">go</a>',
  "' onmouseover='alert(1)",
  '&lt;b&gt; &amp; &#60;script&#62; &notit;',
  '${alert(1)} {{alert(1)}}',
  '# heading',
  '- item',
  '+ item',
  '* item',
  '1. first',
  '12) twelfth',
  '> quote',
  '===',
  '---',
  '***',
  '```js',
  '~~~',
  '    indented code',
  '\ttabbed code',
  '| a | b |',
  '|---|---|',
  '[link](javascript:alert(1))',
  '![image](http://evil.example/x.png)',
  '[ref]: http://evil.example',
  '[^1] and [^1]: note',
  '<http://evil.example>',
  'http://evil.example/path?a=1&b=2',
  'www.evil.example',
  'someone@evil.example',
  '*a* _b_ **c** __d__ ~~e~~ `f` $g$',
  'a\\',
  'two  ',
  'one\\\\two\\*three*',
  'right \u202Eto left',
  'isolate \u2067 and back',
  'line\u2028separator\u2029paragraph',
  'bell\u0007 escape\u001B',
  'zero\u200Bwidth \uFEFFbom',
  'lone \uD800 half',
  'constructor __proto__ toString',
  'שלום (world) עולם',
  '=HYPERLINK("http://evil.example")',
];

/** The public list of naughty strings, or null where ../shared/data is not there. */
export function naughtyStrings(): string[] | null {
  const path = sharedData('misc/blns.json');
  return path === null ? null : (JSON.parse(readFileSync(path, 'utf8')) as string[]);
}

/**
 * A study that holds each text at the beginning of every field that a person can write. A mark `·n` after it keeps names
 * unique and not blank; fields of one line get the text cut to their length.
 */
export function plantEverywhere(texts: readonly string[]): StudyBuilder {
  const study = buildStudy(marked(texts[0] ?? '', 0));
  const all = texts.map(marked).join('\n');
  study.edit('updateStudy', {
    decision: {
      question: all,
      options: texts.slice(0, 50).map(marked),
      owner: marked(texts[0] ?? '', 0),
      dueOn: '2026-06-30',
      stakes: all,
    },
  });
  study.edit('updateReadout', { answer: all, unknowns: all, method: all });
  const themes: string[] = [];
  for (const [index, text] of texts.entries()) {
    const words = marked(text, index);
    const segmentId = study.segment(words);
    const participantId = study.participant({ pseudonym: words, name: words, segmentId });
    const source = study.source({
      title: words,
      speakers: { [words]: { participantId } },
      turns: [
        [words, words],
        [words, `Plain. ${words}`],
      ],
    });
    const snippets = [study.snippet(source, words.trim()), study.snippet(source, `Plain. ${words}`.trim(), { note: words })];
    const theme = study.theme({ name: words, insight: index % 2 === 0 ? words : '', snippets });
    const department = study.department(words, {
      protects: words,
      says: words,
      acknowledge: words,
      assumedCustomer: words,
    });
    const assumption = study.assumption(department, words, { owner: words, importance: 5 });
    const relation = (['supports', 'contradicts', 'refines'] as const)[index % 3] ?? 'supports';
    study.evidence(assumption, { theme: index % 2 === 0 ? theme : (themes.at(-1) ?? theme) }, relation, words);
    study.edit('createTag', { name: words, definition: words, whenToUse: words, whenNotToUse: words });
    themes.push(theme);
  }
  return study;
}

/** A text as it stands in a field of one line. */
export function marked(text: string, index: number): string {
  return `${text.replace(/[\r\n]+/g, ' ').slice(0, 280)}·${index}`;
}

/** What a reader sees of a text: white space of any kind is one space, what cannot be shown is the replacement character. */
export function asSeen(text: string): string {
  return (
    text
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
      .replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, '\uFFFD')
      .replace(/[\u2068\u2069]/g, '')
      .replace(/[\s\u0085]+/g, ' ')
      .trim()
  );
}
