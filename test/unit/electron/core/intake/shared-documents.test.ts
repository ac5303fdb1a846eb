// Every document of ../shared/data gives its words or a sentence: none crashes, none comes out silently empty.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';

import { readSourceFile } from '#core/intake/read-source-file';
import { measure } from '#core/services/import-service';
import { AppError } from '#shared/lib/app-error';
import { SHARED_DATA_FOLDER, sharedData } from '#test/builders/shared-data';

const manifest = sharedData('MANIFEST.jsonl');
const FORMATS = /\.(?:docx|odt|rtf|pdf|doc|zip|png)$/u;
/** Words of list marks, rules of tables and marks of notes are counted by pandoc and are no words here. */
const MARKS = /list|table|note|image|compact|i18n|sdt|deep_normalize|drop_cap|dummy|endnotes/iu;

interface Listed {
  path: string;
  expect?: { words?: number };
}

interface Outcome {
  path: string;
  words: number;
  turns: number;
  speakers: string[];
  refusal: string | null;
  expected: number | undefined;
}

async function outcomeOf({ path: file, expect: expected }: Listed): Promise<Outcome> {
  const blank = { path: file, words: 0, turns: 0, speakers: [], refusal: null, expected: expected?.words };
  try {
    const read = await readSourceFile(path.basename(file), readFileSync(sharedData(file) ?? ''));
    const { words, turns } = measure(read);
    return { ...blank, words, turns, speakers: read.speakers };
  } catch (error) {
    if (error instanceof AppError && error.code === 'unreadable-file') return { ...blank, refusal: error.message };
    throw error;
  }
}

describe.skipIf(manifest === null)(`documents of ${SHARED_DATA_FOLDER}`, () => {
  const outcomes = new Map<string, Outcome>();
  beforeAll(async () => {
    const lines = readFileSync(manifest ?? '', 'utf8')
      .split('\n')
      .filter(Boolean);
    const listed = lines
      .map((line) => JSON.parse(line) as Listed)
      .filter((each) => /^(?:documents|transcripts\/pdpilot)/u.test(each.path) && FORMATS.test(each.path));
    for (const each of listed) outcomes.set(each.path, await outcomeOf(each));
  }, 120_000);

  it('each gives words or a finished sentence', () => {
    expect(outcomes.size).toBeGreaterThan(140);
    for (const { path: file, words, refusal } of outcomes.values()) {
      if (refusal === null) expect(words, file).toBeGreaterThan(0);
      else expect(refusal, file).toMatch(/ was not imported: .+\. Nothing was changed\. .+\.$/u);
    }
  });

  it('refuses only pictures, old Word files and documents without text', () => {
    const refused = [...outcomes.values()].filter(({ refusal }) => refusal !== null).map((each) => path.basename(each.path));
    expect(refused.filter((name) => !/\.(?:doc|png|zip)$/u.test(name)).toSorted()).toEqual([
      'external-picture.docx',
      'formula.odt',
      'hiddenTextByVariable.odt',
      'image.odt',
      'image.rtf',
      'tiny-picture-target-base-relative.docx',
      'tiny-picture.docx',
      'variable.odt',
    ]);
  });

  it.each(['docx', 'odt', 'rtf'])('%s: the words that pandoc finds, within one in twenty where it counts words alone', (kind) => {
    const measured = [...outcomes.values()].filter(
      ({ path: file, expected, refusal }) =>
        file.endsWith(kind) && refusal === null && (expected ?? 0) > 0 && !MARKS.test(path.basename(file)),
    );
    const off = measured.filter(({ words, expected = 0 }) => Math.abs(words - expected) > Math.max(1, expected * 0.05));
    // text-box.docx, EndNote.rtf, emfpict.rtf, ascii_decimal.rtf: pandoc does not read boxes, fields with results, and reads labels as words.
    expect(off.map((each) => path.basename(each.path)).filter((name) => !/^(?:EndNote|emfpict|ascii_decimal|formula)/u.test(name))).toEqual(
      [],
    );
    expect(measured.length).toBeGreaterThan(12);
  });

  it('PDF: two speakers of each Delve print, and the words without margins and labels', () => {
    const prints = [...outcomes.values()].filter(({ path: file }) => file.startsWith('documents/pdf-delve/'));
    expect(prints).toHaveLength(6);
    for (const { path: file, words, turns, speakers, expected = 0 } of prints) {
      expect(speakers.toSorted(), file).toEqual(['Interviewee', 'Interviewer 1']);
      expect(words / expected, file).toBeGreaterThan(0.9);
      expect(words, file).toBeLessThan(expected);
      expect(turns, file).toBeGreaterThan(100);
    }
  });

  it.each([
    ['P1', 94],
    ['P2', 165],
    ['P5', 136],
    ['P6', 100],
    ['P7', 106],
  ])('PDF: the turns of the MAXQDA print %s are its numbered paragraphs', (name, turns) => {
    expect(outcomes.get(`transcripts/pdpilot-pdf/${name}.pdf`)).toMatchObject({ turns, refusal: null });
  });
});

describe.skipIf(sharedData('documents') === null)(`expected readings beside the documents of ${SHARED_DATA_FOLDER}`, () => {
  it.each([
    ['docx-pandoc/track_changes_deletion', 'docx', 'track_changes_deletion_accept'],
    ['docx-pandoc/track_changes_move', 'docx', 'track_changes_move_accept'],
    ['docx-pandoc/unicode', 'docx', 'unicode'],
    ['docx-pandoc/tabs', 'docx', 'tabs'],
    ['docx-pandoc/nested_sdt', 'docx', 'nested_sdt'],
    ['odt-pandoc/textMixedStyles', 'odt', 'textMixedStyles'],
    ['odt-pandoc/orderedListMixed', 'odt', 'orderedListMixed'],
    ['rtf-pandoc/heading', 'rtf', 'heading'],
    ['rtf-pandoc/list_simple', 'rtf', 'list_simple'],
    ['rtf-pandoc/unicode', 'rtf', 'unicode'],
    ['rtf-pandoc/table_simple', 'rtf', 'table_simple'],
  ])('%s: word for word', async (document, kind, native) => {
    const folder = sharedData('documents') ?? '';
    const file = path.join(folder, `${document}.${kind}`);
    const reading = readFileSync(path.join(folder, path.dirname(document), `${native}.native`), 'utf8');
    const wanted = [...reading.matchAll(/\bStr "((?:[^"\\]|\\.)*)"/gu)].map((match) => unescape(match[1] ?? ''));
    const { turns, heading } = await readSourceFile(path.basename(file), readFileSync(file));
    const found = [heading ?? '', ...turns.map((turn) => turn.text)].join(' ');
    expect(letters(found)).toBe(letters(wanted.join(' ')));
  });

  it('lists no kind of file that is not looked at', () => {
    expect(readdirSync(sharedData('documents') ?? '').length).toBeGreaterThanOrEqual(9);
  });
});

/** The native notation writes letters beyond ASCII as numbers. */
function unescape(text: string): string {
  return text.replace(/\\(\d+)(?:\\&)?/gu, (_, code: string) => String.fromCodePoint(Number(code))).replace(/\\(.)/gu, '$1');
}

function letters(text: string): string {
  return text.normalize('NFC').replace(/[\s\u00a0]+/gu, '');
}
