// A small study for tests of matrix and readout, made by the real command line: four people, two themes, two departments.
import { importQuotes } from './board-study.ts';

type Cli = (
  args: readonly string[],
  input?: string,
) => Promise<{ code: number | null; stderr: string; objects: Record<string, unknown>[] }>;

/** Real names, as only the study may hold them. */
export const REAL_NAMES = ['Mara Vogt', 'Iain Reeves', 'Petra Lund', 'Oskar Brandt'] as const;

const QUOTES: readonly (readonly [words: string, who: string])[] = [
  ['I need a number before I can ask anybody.', 'Mara Vogt'],
  ['I looked for the price first and so did Iain Reeves.', 'Mara Vogt'],
  ['No price and no meeting: that is our rule.', 'Iain Reeves'],
  ['We left the page because no price stood there.', 'Petra Lund'],
  ['We always talk first. It is how we buy.', 'Oskar Brandt'],
];

interface Line {
  edit: string;
  input: unknown;
}

/** Judges both themes, so that there is something to read out. */
export const JUDGED: readonly Line[] = [
  {
    edit: 'setEvidence',
    input: { themeId: 'number-first', assumptionId: 'talk', relation: 'contradicts', reason: 'They looked for a price.' },
  },
  { edit: 'setEvidence', input: { themeId: 'talk-first', assumptionId: 'talk', relation: 'supports', reason: '' } },
];

/** Makes it twelve themes, and departments with 28 assumptions in all. */
export const WIDE: readonly Line[] = [
  ...Array.from({ length: 10 }, (_, index) => ({
    edit: 'createTheme',
    input: { name: `Theme number ${index + 3} with a name of some length` },
  })),
  ...Array.from({ length: 4 }, (_, department) => ({
    edit: 'addDepartment',
    input: {
      name: `Department ${department + 3}`,
      protects: 'a promise that was made a while ago',
      assumptions: Array.from({ length: department < 2 ? 7 : 6 }, (_unused, index) => ({
        statement: `Statement ${index + 1} of department ${department + 3}, as long as such statements are`,
      })),
    },
  })),
];

/** `number-first` has four quotes of three people, `talk-first` one quote of one; nothing is judged unless `more` does it. */
export async function fillPricingStudy(cli: Cli, vault: string, folder: string, more: readonly Line[] = []): Promise<void> {
  const ids = await importQuotes(cli, vault, folder, QUOTES);
  const lines: Line[] = [
    { edit: 'updateStudy', input: { decision: { question: 'Do we publish prices?' } } },
    {
      edit: 'createTheme',
      input: {
        id: 'number-first',
        name: 'A number comes first',
        insight: 'People need a price before they can ask anybody.',
        snippetIds: ids.slice(0, 4),
      },
    },
    {
      edit: 'createTheme',
      input: { id: 'talk-first', name: 'Some talk first', insight: 'Some want to talk before anything else.', snippetIds: ids.slice(4) },
    },
    {
      edit: 'addDepartment',
      input: {
        id: 'sales',
        name: 'Sales',
        protects: 'the forecast',
        assumptions: [{ id: 'talk', statement: 'Buyers want to talk before they see a price', importance: 5 }],
      },
    },
    {
      edit: 'addDepartment',
      input: { id: 'support', name: 'Support', assumptions: [{ id: 'docs', statement: 'They read the docs', importance: 2 }] },
    },
    ...more,
  ];
  const answer = await cli(['apply', vault], lines.map((line) => JSON.stringify(line)).join('\n'));
  if (answer.code !== 0) throw new Error(`The study was not filled: ${answer.stderr}`);
}
