// What the welcome page proposes next follows the records, step by step through a small study.
import { expect, it } from 'vitest';

import { nextSteps } from '#renderer/features/welcome/next-steps';

import { buildStudy } from '../../../../builders/study-builder.ts';

it('goes along with the work', () => {
  const study = buildStudy();
  const titles = (): string[] => nextSteps(study.state).map(({ title }) => title);
  expect(titles()).toEqual(['Import transcripts', 'Write down what each department assumes']);

  const second = study.source({ title: 'P10 Magda', turns: [['Magda', 'The second bill was a shock.']] });
  study.source({ title: 'P2 Imran', turns: [['Imran', 'We read the price twice.']] });
  expect(titles()).toEqual(['Read “P2 Imran”', 'Write down what each department assumes']);

  const snippet = study.snippet(second, 'The second bill was a shock.');
  const assumption = study.assumption(study.department('Sales'), 'They read the price list');
  expect(titles()).toEqual(['Read “P2 Imran”', 'Sort 1 snippet on the board']);
  expect(nextSteps(study.state)[0]).toMatchObject({ detail: '1 interview has no snippets yet' });

  study.edit('placeSnippets', { snippetIds: [snippet] });
  const theme = study.theme({ name: 'The second bill', snippets: [snippet] });
  expect(titles()).toEqual(['Read “P2 Imran”', 'Look over the board', 'Judge the assumptions in the matrix']);
  expect(nextSteps(study.state).at(-1)?.detail).toBe('1 of 1 assumption not judged yet');

  study.evidence(assumption, { theme }, 'contradicts');
  expect(titles().at(-1)).toBe('Read and export the readout');
  expect(nextSteps(study.state).find(({ id }) => id === 'judge')?.detail).toBe('every assumption has a judgement');
});
