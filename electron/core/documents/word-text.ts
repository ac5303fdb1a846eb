// Words of a study as runs of a Word document: what the format cannot hold is left out, and no sign in them turns the words around them.
import { InternalHyperlink, type ParagraphChild, TextRun } from 'docx';

import type { Sentence, Span } from '#shared/domain/readout/readout-content';

import { xmlCharacters } from '../exchange/xml-characters.ts';

/** Signs that steer the direction of writing, and letters that are written from right to left. */
const TURNS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;
const FIRST_STRONG_ISOLATE = '\u2068';
const END_OF_ISOLATE = '\u2069';
/** Steering signs that could end the isolation around them. */
const STEERING = /[\u202A-\u202E\u2066-\u2069]/gu;

/** Words of the study set apart from the words around it, where it is written the other way. */
export function apart(text: string): string {
  const words = xmlCharacters(text);
  return TURNS.test(words) ? `${FIRST_STRONG_ISOLATE}${words.replace(STEERING, '')}${END_OF_ISOLATE}` : words;
}

/** Runs of one text, with its line breaks kept. */
export function runsOf(text: string, look: Readonly<{ bold?: boolean; italics?: boolean }> = {}): TextRun[] {
  return text.split('\n').map((line, index) => new TextRun({ text: line, ...look, ...(index > 0 ? { break: 1 } : {}) }));
}

/** A sentence as runs; what leads to another place of the document does so there too. */
export function sentenceRuns(sentence: Sentence): ParagraphChild[] {
  return sentence.flatMap((span): ParagraphChild[] => {
    if (span.to === undefined) return runsOf(wordsOf(span));
    return [
      new InternalHyperlink({
        anchor: span.to,
        children: [new TextRun({ text: wordsOf(span).replaceAll('\n', ' '), style: 'Hyperlink' })],
      }),
    ];
  });
}

const wordsOf = (span: Span): string => (span.said ? apart(span.text) : xmlCharacters(span.text));
