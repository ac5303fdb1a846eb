// How a readout looks in a word processor: named styles, so that a person can change all of one kind at once.
import { BorderStyle, type IPropertiesOptions, LineRuleType } from 'docx';

/** Styles by what they are for; their ids are those that Word knows where it has one. */
export const WORD_STYLES = {
  answer: 'Answer',
  note: 'Note',
  missing: 'Missing',
  quote: 'Quote',
  citation: 'Citation',
  claim: 'Claim',
  people: 'People',
  verdict: 'Verdict',
  cell: 'Cell',
  caption: 'Caption',
} as const;

const INK = '1a1a1a';
const QUIET = '555555';
/** Half points, as the format counts type sizes. */
const pt = (points: number): number => points * 2;
/** Twentieths of a point, as the format counts lengths. */
export const twips = (points: number): number => points * 20;

const FONT = 'Calibri';
const SERIF = 'Cambria';

const heading = (size: number, before: number, after: number) => ({
  run: { font: FONT, size: pt(size), bold: true, color: INK },
  paragraph: { spacing: { before: twips(before), after: twips(after) }, keepNext: true },
});

const body = (id: string, run: object, paragraph: object) => ({ id, name: id, basedOn: 'Normal', quickFormat: true, run, paragraph });

const RULE = { style: BorderStyle.SINGLE, size: 12, color: '8a8a8a', space: 10 };

export const DOCUMENT_STYLES: NonNullable<IPropertiesOptions['styles']> = {
  default: {
    document: {
      run: { font: FONT, size: pt(10.5), color: INK, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: twips(6), line: 276, lineRule: LineRuleType.AUTO } },
    },
    title: heading(24, 0, 6),
    heading1: heading(18, 18, 8),
    heading2: heading(13, 14, 4),
    heading3: heading(11, 10, 3),
    hyperlink: { run: { color: '1f4e79', underline: {} } },
    listParagraph: { paragraph: { spacing: { after: twips(3) } } },
  },
  paragraphStyles: [
    body(WORD_STYLES.answer, { bold: true, size: pt(13) }, { spacing: { before: twips(2), after: twips(8) } }),
    body(WORD_STYLES.note, { color: QUIET, size: pt(9) }, {}),
    body(WORD_STYLES.missing, { italics: true, color: QUIET }, {}),
    body(
      WORD_STYLES.quote,
      { font: SERIF, size: pt(11) },
      { indent: { left: twips(18) }, border: { left: RULE }, spacing: { before: twips(4), after: 0 }, keepNext: true, keepLines: true },
    ),
    body(
      WORD_STYLES.citation,
      { color: QUIET, size: pt(9) },
      { indent: { left: twips(18) }, border: { left: RULE }, spacing: { after: twips(8) } },
    ),
    body(WORD_STYLES.claim, { bold: true, size: pt(11.5) }, { spacing: { before: twips(8), after: 0 }, keepNext: true, keepLines: true }),
    body(WORD_STYLES.people, { color: QUIET, size: pt(9.5) }, { spacing: { after: twips(4) } }),
    body(WORD_STYLES.verdict, {}, { spacing: { before: twips(4), after: 0 }, keepLines: true }),
    body(WORD_STYLES.cell, { size: pt(8.5) }, { spacing: { before: twips(1), after: twips(1), line: 240, lineRule: LineRuleType.AUTO } }),
    body(WORD_STYLES.caption, { bold: true, size: pt(9.5) }, { spacing: { before: twips(8), after: twips(3) }, keepNext: true }),
  ],
};
