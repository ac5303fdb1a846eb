// A better version of a transcript takes its place: what becomes of the snippets is shown first, and undo brings all back.
import { act, configure, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';

import { undo } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { INTERVIEWS, type InterviewsStudy, makeInterviewsStudy } from '#test/builders/interviews-study';

import { ReplaceDialog } from '../../../renderer/features/sources/replace/ReplaceDialog.tsx';
import { openReplace } from '../../../renderer/features/sources/replace/replace-store.ts';
import { SourceInspector } from '../../../renderer/features/sources/index.ts';
import { openWindow, type TestWindow } from '../../builders/window.tsx';

configure({ asyncUtilTimeout: 20_000 });

let testWindow: TestWindow;
let study: InterviewsStudy;
const [PRICE, ENGINEER] = INTERVIEWS['P01 Amara'];

const better = (text: string): File => new File([text], 'amara-checked.txt', { type: 'text/plain' });
const quotes = (): string[] =>
  projection
    .list('snippets')
    .filter(({ sourceId }) => sourceId === study.sources['P01 Amara'])
    .map(({ quote }) => quote);

beforeEach(async () => {
  testWindow = await openWindow();
  study = await makeInterviewsStudy(testWindow.call);
  testWindow.render(<ReplaceDialog />);
  act(() => openReplace(study.sources['P01 Amara']));
});

test('counts are shown, the text is replaced in one step, and undo brings text and snippets back', async () => {
  const { user } = testWindow;
  const before = quotes();
  const text = `Interviewer: Hello Amara.\nAmara: Hi.\nInterviewer: And then?\nAmara: Nobody could tell me the full price.\nInterviewer: And then?\nAmara: ${ENGINEER}\n`;
  await user.upload(screen.getByLabelText('Better version'), better(text));
  expect(await screen.findByText('1, 1 of them further up or down')).toBeInTheDocument();
  expect(screen.getByText('1: their own words changed')).toBeInTheDocument();
  expect(quotes()).toEqual(before);
  await user.click(screen.getByRole('button', { name: 'Replace the transcript' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(quotes().toSorted()).toEqual([ENGINEER, 'Nobody could tell me the full price.'].toSorted());
  expect(projection.state.require('sources', study.sources['P01 Amara'])).toMatchObject({
    fileName: 'amara-checked.txt',
    transcript: { revision: 2, turns: 6 },
  });
  await act(undo);
  expect(quotes()).toEqual(before);
  expect(projection.state.require('sources', study.sources['P01 Amara']).transcript.revision).toBe(1);
});

test('the same text replaces nothing, and a file without words is refused with a sentence', async () => {
  const { user } = testWindow;
  const same = [PRICE, ENGINEER].map((said) => `Interviewer: And then?\nAmara: ${said}`).join('\n');
  await user.upload(screen.getByLabelText('Better version'), better(same));
  expect(await screen.findByText(/holds the same text/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Replace the transcript' })).toBeDisabled();
  await user.upload(screen.getByLabelText('Better version'), better(''));
  expect(await screen.findByRole('alert')).toHaveTextContent(/amara-checked\.txt/);
  expect(screen.getByRole('button', { name: 'Replace the transcript' })).toBeDisabled();
});

test('letters that were read wrongly are read again in the encoding that is chosen', async () => {
  const { user } = testWindow;
  const text = 'Interviewer: And then?\nAmara: Das w\u00e4re zu teuer f\u00fcr uns, na\u00efve Gem\u00fcter.\n';
  await user.upload(screen.getByLabelText('Better version'), new File([Buffer.from(text, 'latin1')], 'amara-checked.txt'));
  const choice = await screen.findByLabelText('The letters of the file are read as');
  expect(choice).toHaveValue('windows-1252');
  expect(screen.getByText(/^Words with special letters: .*wäre/)).toBeInTheDocument();
  await user.selectOptions(choice, 'utf-16le');
  await waitFor(() => expect(screen.queryByText('Comparing…')).toBeNull());
  await user.selectOptions(screen.getByLabelText('The letters of the file are read as'), 'windows-1252');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Replace the transcript' })).toBeEnabled());
  expect(await screen.findByText(/^Words with special letters: .*wäre/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Replace the transcript' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(projection.state.require('sources', study.sources['P01 Amara'])).toMatchObject({ encoding: 'windows-1252' });
});

test('the inspector says who says how much', async () => {
  testWindow.render(<SourceInspector selection={{ kind: 'source', id: study.sources['P01 Amara'] }} />);
  expect(await screen.findByText('participants 76 %, interviewers 24 % of the words')).toBeInTheDocument();
});
