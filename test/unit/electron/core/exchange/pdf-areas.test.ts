// Selections on pages of PDF documents in REFI-QDA packages: areas of a page become the words that stand in them.
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';

import { exportProject } from '#core/exchange/export-project';

import { type PrintedLine, pdfOf } from '#test/builders/documents';
import { importExchange } from '#test/builders/import-exchange';
import { temporaryVault } from '#test/builders/temporary-vault';

const NOW = '2026-11-23T12:00:00.000Z';
const FILLER = 'We went through the list of vendors and every one of them wanted a call first.';

/** Two pages; on each a line at the top, one in the middle and one below. */
const PAGES: PrintedLine[][] = [
  [
    { text: 'The renewal was a guessing game for all of us.', x: 60, y: 760 },
    { text: FILLER, x: 60, y: 500 },
    { text: 'Nobody could say the price.', x: 60, y: 200 },
  ],
  [
    { text: 'I called the one support person that I trust.', x: 60, y: 760 },
    { text: FILLER, x: 60, y: 430 },
    { text: 'I still have her number.', x: 60, y: 200 },
  ],
];
const TEXT = PAGES.flat()
  .map(({ text }) => text)
  .join('\r\n\r\n');

interface Area {
  id: string;
  page: number;
  /** Left, bottom, right, top; points. */
  box: [number, number, number, number];
  words?: string;
}

const coding = (id: string): string =>
  `<Coding guid="${guid(`c${id}`)}" creatingUser="${guid('u')}"><CodeRef targetGUID="${guid('code')}"/></Coding>`;

function guid(name: string): string {
  return `00000000-0000-4000-8000-${Buffer.from(name).toString('hex').padStart(12, '0').slice(-12)}`;
}

function areaXml({ id, page, box: [firstX, firstY, secondX, secondY], words }: Area): string {
  const text =
    words === undefined ? '' : `<Representation guid="${guid(`r${id}`)}"><PlainTextContent>${words}</PlainTextContent></Representation>`;
  return `<PDFSelection guid="${guid(id)}" name="" page="${page}" firstX="${firstX}" firstY="${firstY}" secondX="${secondX}" secondY="${secondY}">${text}${coding(id)}</PDFSelection>`;
}

/** A package with one PDF. @param representation its plain text with selections, or nothing. */
function packageOf(areas: readonly Area[], representation: string): Uint8Array {
  const xml = `<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="Pages" origin="Other tool">
<Users><User guid="${guid('u')}" name="Ana"/></Users>
<CodeBook><Codes><Code guid="${guid('code')}" name="Price" isCodable="true"/></Codes></CodeBook>
<Sources><PDFSource guid="${guid('pdf')}" name="Call notes.pdf" path="internal://notes.pdf">${areas.map(areaXml).join('')}${representation}</PDFSource></Sources></Project>`;
  return zipSync({ 'project.qde': strToU8(xml), 'sources/notes.pdf': pdfOf(PAGES), 'sources/notes.txt': strToU8(TEXT) });
}

const withText = (inner: string): string =>
  `<Representation guid="${guid('t')}" plainTextPath="internal://notes.txt">${inner}</Representation>`;

async function quotesOf(
  bytes: Uint8Array,
): Promise<{ quotes: string[]; codings: number; leaves: string[]; changes: string[]; selections: number }> {
  const { vault } = await temporaryVault();
  const preview = await importExchange(vault, 'pages.qdpx', bytes, NOW);
  return {
    quotes: [...vault.state.all('snippets').values()].map((snippet) => snippet.quote),
    codings: vault.state.all('taggings').size,
    leaves: preview.report.leaves,
    changes: preview.report.changes,
    selections: preview.counts.selections,
  };
}

const PRINTED: Area[] = [
  { id: 'top', page: 1, box: [50, 750, 550, 780] },
  { id: 'half', page: 0, box: [50, 190, 115, 215] },
  { id: 'twice', page: 1, box: [50, 420, 580, 445] },
];

test('an area is the words printed there, also where the package has no plain text', async () => {
  for (const representation of ['', withText('')]) {
    const { quotes, codings, leaves, changes, selections } = await quotesOf(packageOf(PRINTED, representation));
    expect(quotes).toEqual(['I called the one support person that I trust.', 'Nobody could', FILLER]);
    expect({ codings, leaves, selections }).toEqual({ codings: 3, leaves: [], selections: 3 });
    expect(changes).toContain('3 selections on PDF pages are areas there: they became the words that stand in it.');
  }
});

test('of two equal lines that of the area’s page is taken', async () => {
  const { vault } = await temporaryVault();
  await importExchange(vault, 'pages.qdpx', packageOf(PRINTED.slice(2), withText('')), NOW);
  const [snippet] = vault.state.all('snippets').values();
  expect(snippet?.range.startTurn).toBe(4);
});

test('words that the other tool wrote down are found however its lines break, and pages counted from 1 are understood', async () => {
  const { quotes } = await quotesOf(
    packageOf(
      [
        { id: 'words', page: 0, box: [0, 0, 1, 1], words: 'a guess-\ning   game for\nall' },
        { id: 'last', page: 2, box: [50, 190, 580, 215] },
      ],
      withText(''),
    ),
  );
  expect(quotes).toEqual(['a guessing game for all', 'I still have her number.']);
});

test('a selection written twice, as an area and as a range, is one', async () => {
  const start = TEXT.indexOf('Nobody');
  const range = `<PlainTextSelection guid="${guid('same')}" startPosition="${start}" endPosition="${start + 6}">${coding('same')}</PlainTextSelection>`;
  const { quotes, codings, selections } = await quotesOf(packageOf([{ id: 'same', page: 0, box: [50, 190, 580, 215] }], withText(range)));
  expect({ quotes, codings, selections }).toEqual({ quotes: ['Nobody'], codings: 1, selections: 1 });
});

test('an area without words is named among what is left out', async () => {
  const { quotes, leaves } = await quotesOf(packageOf([{ id: 'picture', page: 0, box: [50, 300, 580, 400] }], withText('')));
  expect(quotes).toEqual([]);
  expect(leaves).toEqual(['1 selection on PDF pages: no words of the document’s text stand in the area.']);
});

test('what came from areas leaves again as ranges of the text, with the same ids and codings', async () => {
  const one = await temporaryVault();
  await importExchange(one.vault, 'pages.qdpx', packageOf(PRINTED, ''), NOW);
  const { bytes } = await exportProject(one.vault, 'qdpx', NOW);
  const two = await temporaryVault();
  await importExchange(two.vault, 'again.qdpx', bytes, NOW);
  expect([...two.vault.state.all('snippets')]).toEqual([...one.vault.state.all('snippets')]);
  expect([...two.vault.state.all('taggings')]).toEqual([...one.vault.state.all('taggings')]);
});
