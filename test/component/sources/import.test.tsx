// Importing over a real core: one table for all files, a bad one beside good ones, decisions before anything goes in.
import { readdir } from 'node:fs/promises';
import path from 'node:path';

import { act, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { closeImport, openImport, useImportStore } from '#renderer/features/sources/import/import-store';
import { useNotificationStore } from '#renderer/stores/notification-store';
import { undo } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { activeTab } from '#renderer/stores/tabs';

import { ImportDialogs } from '../../../renderer/features/sources/import/ImportDialogs.tsx';
import { waitingDisk } from '../../builders/controlled-disk.ts';
import { openWindow, type OpenWindowOptions, type TestWindow } from '../../builders/window.tsx';

// Files are read in a thread of their own, which a busy machine starts slowly.
configure({ asyncUtilTimeout: 40_000 });

const KARIM =
  'Interviewer: How did the renewal go?\nKarim: Nobody could tell me the price.\nInterviewer: What did you do?\nKarim: I called the one engineer I trust.\n';
const ROLES = 'Interviewer: What happened?\nParticipant: We never opened it.\nInterviewer: Why?\nParticipant: The sheet was faster.\n';

const textFile = (name: string, content: string | Uint8Array<ArrayBuffer>): File => new File([content], name);

async function openTable(files: readonly File[], options: OpenWindowOptions = {}): Promise<TestWindow> {
  const testWindow = await openWindow(options);
  closeImport();
  testWindow.render(<ImportDialogs />);
  act(() => openImport());
  await testWindow.user.upload(screen.getByLabelText('Transcript files'), [...files]);
  await waitFor(() => expect(useImportStore.getState().rows.every((row) => row.state === 'ready' || row.state === 'failed')).toBe(true));
  return testWindow;
}

const rowOf = (name: string) => within(screen.getByRole('rowheader', { name }).closest('tr')!);
const titles = (): string[] =>
  projection
    .list('sources')
    .map((source) => source.title)
    .toSorted();

test('each file is read and shown; one that cannot be read says why and the others go in, in one step', async () => {
  const { user } = await openTable([
    textFile('2026-03-12 Karim.txt', KARIM),
    textFile('photo.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0, 1, 0, 0])),
    textFile('P21.txt', ROLES),
  ]);
  expect(rowOf('2026-03-12 Karim.txt').getByText('Karim; Interviewer asks')).toBeVisible();
  expect(rowOf('2026-03-12 Karim.txt').getByRole('combobox')).toHaveValue('text');
  expect(rowOf('photo.jpg').getByText(/photo\.jpg was not imported/)).toBeVisible();
  expect(rowOf('photo.jpg').getByRole('checkbox')).toBeDisabled();
  expect(titles()).toEqual([]);

  await user.click(screen.getByRole('button', { name: 'Import 2 of 3' }));
  await within(screen.getByRole('dialog')).findByText('2 of 3 files were imported.');
  expect(rowOf('P21.txt').getByText('Imported.')).toBeVisible();
  expect(rowOf('photo.jpg').getByText(/photo\.jpg was not imported/)).toBeVisible();
  expect(titles()).toEqual(['2026-03-12 Karim', 'P21']);
  expect(projection.list('sources').find((source) => source.title === '2026-03-12 Karim')?.heldOn).toBe('2026-03-12');
  expect(activeTab()?.content).toMatchObject({ kind: 'transcript' });
  await act(undo);
  expect(titles()).toEqual([]);
});

test('“Participant” in two files is two people, a name in two files is one', async () => {
  const { user } = await openTable([
    textFile('a.txt', ROLES),
    textFile('b.txt', ROLES),
    textFile('c.txt', KARIM),
    textFile('d.txt', KARIM),
  ]);
  await user.click(screen.getByRole('button', { name: 'Import all 4' }));
  await waitFor(() => expect(titles()).toHaveLength(4));
  expect(
    projection
      .list('participants')
      .map(({ pseudonym, name }) => `${pseudonym} ${name}`.trim())
      .toSorted(),
  ).toEqual(['P01', 'P02', 'P03 Karim']);
});

test('a file can be corrected before it goes in: who speaks, title, kind', async () => {
  const { user } = await openTable([textFile('call.txt', KARIM)]);
  await user.click(screen.getByRole('button', { name: 'call.txt' }));
  expect(screen.getByRole('region', { name: 'First turns of call.txt' })).toHaveTextContent('Nobody could tell me the price.');
  await user.clear(screen.getByRole('textbox', { name: 'Title' }));
  await user.type(screen.getByRole('textbox', { name: 'Title' }), 'Renewal call');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'win-loss');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Role of Interviewer' }), 'other');
  await user.clear(screen.getByRole('textbox', { name: /Participant for Karim/ }));
  await user.type(screen.getByRole('textbox', { name: /Participant for Karim/ }), 'Karim B.');
  await user.click(screen.getByRole('button', { name: 'Import it' }));
  await waitFor(() => expect(titles()).toEqual(['Renewal call']));
  const [source] = projection.list('sources');
  expect(source).toMatchObject({
    kind: 'win-loss',
    speakers: [
      { label: 'Interviewer', role: 'other', participantId: null },
      { label: 'Karim', role: 'participant' },
    ],
  });
  expect(projection.list('participants').map(({ name }) => name)).toEqual(['Karim B.']);
  // Nothing to say about it: the table goes and a notification stays.
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(useNotificationStore.getState().notifications.map(({ message }) => message)).toContain('The file was imported.');
});

test('another format reads the file again; one that does not fit says so and can be taken back', async () => {
  const { user } = await openTable([textFile('call.txt', KARIM)]);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Format of call.txt' }), 'webvtt');
  expect(await rowOf('call.txt').findByText(/does not begin with the word WEBVTT/)).toBeVisible();
  expect(screen.getByRole('button', { name: /^Import/ })).toBeDisabled();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Format of call.txt' }), 'markdown');
  expect(await rowOf('call.txt').findByText('Karim; Interviewer asks')).toBeVisible();
});

test('pasted text goes the same way; leaving without importing leaves nothing behind', async () => {
  const testWindow = await openWindow();
  const { user } = testWindow;
  closeImport();
  testWindow.render(<ImportDialogs />);
  act(() => openImport());
  await user.click(screen.getByRole('button', { name: 'Paste text…' }));
  await user.type(screen.getByRole('textbox', { name: 'Title' }), 'Visit');
  await user.click(screen.getByRole('textbox', { name: 'Text' }));
  await user.paste(KARIM);
  await user.click(screen.getByRole('button', { name: 'Read this text' }));
  expect(await screen.findByText('Karim; Interviewer asks')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(titles()).toEqual([]);
  expect(projection.list('participants')).toEqual([]);
});

test('a file that is in the study already is pointed out', async () => {
  const { user } = await openTable([textFile('call.txt', KARIM)]);
  await user.click(screen.getByRole('button', { name: 'Import it' }));
  await waitFor(() => expect(titles()).toEqual(['call']));
  act(() => openImport());
  await user.upload(screen.getByLabelText('Transcript files'), [textFile('call.txt', KARIM)]);
  expect(await screen.findByText(/A file of this name is in the study already/)).toBeVisible();
  // The person is known now.
  await user.click(screen.getByRole('button', { name: 'call.txt' }));
  expect(screen.getByRole('combobox', { name: 'Participant for Karim' })).toHaveDisplayValue('P01 Karim');
});

test('stopping leaves the study as it was, says so, and the files can still go in', async () => {
  const count = 4;
  // The third text is held until the import is stopped: two are stored by then, and it cannot have ended before.
  const { disk, reached, goOn } = waitingDisk(/transcripts/, 3);
  const files = Array.from({ length: count }, (_file, at) => textFile(`talk ${at + 1}.txt`, KARIM));
  const { user, call, folder } = await openTable(files, { disk });
  await user.click(screen.getByRole('button', { name: `Import all ${count}` }));
  await reached;
  fireEvent.click(await screen.findByRole('button', { name: 'Stop' }));
  // Calls are taken in their order: when this one is answered, the core knows of the stop.
  await call('app.status', {});
  goOn();
  await within(screen.getByRole('dialog')).findByText(
    'You stopped the import. The study is as it was before; the 4 files are still listed here.',
  );
  expect(titles()).toEqual([]);
  expect(projection.list('participants')).toEqual([]);
  expect(await readdir(path.join(folder, 'Test study.plumb', 'transcripts'))).toEqual([]);
  expect(screen.queryAllByText('Imported.')).toHaveLength(0);
  // Nothing is half imported: every text can be read, and nobody is there without an interview.
  await user.click(screen.getByRole('button', { name: `Import all ${count}` }));
  await waitFor(() => expect(titles()).toHaveLength(count));
  expect(projection.list('participants').map(({ name }) => name)).toEqual(['Karim']);
});

const SURVEY =
  'Respondent,Role,Why did you leave?\nKarim,Lead,The price was on no page at all that we could find.\nSol,Finance,We had no audit trail that anybody trusted.\nAna,,\n';

test('a table shows its columns as guessed, and the preview follows what a person says instead', async () => {
  const { user } = await openTable([textFile('survey.csv', SURVEY)]);
  const useOf = (column: string) => screen.getByRole('combobox', { name: `Column ${column} is taken for` });
  const turns = () => within(screen.getByRole('region', { name: 'First turns of survey.csv' }));
  expect(screen.getByRole('radio', { name: 'One respondent’s answers' })).toBeChecked();
  expect([useOf('Respondent'), useOf('Role'), useOf('Why did you leave?')].map((select) => (select as HTMLSelectElement).value)).toEqual([
    'name',
    'unused',
    'question',
  ]);
  expect(turns().getByText('The price was on no page at all that we could find.')).toBeVisible();
  expect(rowOf('survey.csv').getByText('1 respondent without any answer in these columns was left out.')).toBeVisible();

  await user.selectOptions(useOf('Role'), 'question');
  await waitFor(() => expect(turns().getByText('Finance')).toBeVisible());
  await user.click(screen.getByRole('radio', { name: 'One turn of a talk' }));
  await waitFor(() => expect(useOf('Respondent')).toHaveValue('speaker'));
  expect(screen.getByRole('combobox', { name: 'Kind' })).toHaveValue('interview');

  await user.click(screen.getByRole('radio', { name: 'One respondent’s answers' }));
  await waitFor(() => expect(useOf('Respondent')).toHaveValue('name'));
  await user.click(screen.getByRole('button', { name: 'Import it' }));
  await within(screen.getByRole('dialog')).findByText('The file was imported.');
  expect(projection.list('sources')).toMatchObject([{ title: 'survey', kind: 'survey-answers', format: 'table' }]);
  expect(
    projection
      .list('participants')
      .map((person) => person.name)
      .toSorted(),
  ).toEqual(['Karim', 'Sol']);
});

test('a WebVTT file with a malformed beginning is refused, and read when the person wants it', async () => {
  const { user } = await openTable([textFile('call.vtt', 'WEBVTT-export\n\n00:01.000 --> 00:02.000\n<v Ana>Hello\n')]);
  expect(rowOf('call.vtt').getByText(/does not begin with the word WEBVTT/)).toBeVisible();
  await user.click(rowOf('call.vtt').getByRole('button', { name: 'Read it all the same' }));
  expect(await rowOf('call.vtt').findByText(/captions were read all the same/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Import it' })).toBeEnabled();
});

test('the letters of a table that is no UTF-8 can be read otherwise; also one that could not be read so; what was decided is kept', async () => {
  const csv = 'Speaker,Text\nAna,Who decides?\nJosX,My chef de dXpartement decides alone and nobody is asked.\n';
  const { user } = await openTable([
    textFile('old.csv', Uint8Array.from([...csv].map((each) => (each === 'X' ? 0xe9 : each.charCodeAt(0))))),
  ]);
  const letters = () => rowOf('old.csv').getByRole('combobox', { name: 'Letters of old.csv are read as' });
  expect(letters()).toHaveValue('windows-1252');
  expect(screen.getByText(/Words with special letters: José, département/)).toBeVisible();
  await user.clear(screen.getByRole('textbox', { name: 'Title' }));
  await user.type(screen.getByRole('textbox', { name: 'Title' }), 'Renewal');
  await user.selectOptions(letters(), 'UTF-32');
  await waitFor(() => expect(useImportStore.getState().rows[0]?.state).toMatch(/^(failed|ready)$/));
  expect(letters()).toHaveValue('utf-32le');
  await user.selectOptions(letters(), 'UTF-8');
  expect(await screen.findByText(/Words with special letters: Jos\ufffd/)).toBeVisible();
  await user.selectOptions(letters(), 'Windows-1252');
  expect(await screen.findByText(/Words with special letters: José/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Import it' }));
  await waitFor(() => expect(titles()).toEqual(['Renewal']));
  expect(projection.list('sources')[0]?.encoding).toBe('windows-1252');
});
