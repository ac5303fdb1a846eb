// The readout as a Word document: a package of sound XML, every word in it as text, every link within it, no way out.
import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';

import { readoutDocx } from '#core/documents/readout-docx';
import { buildReadout } from '#shared/domain/readout/build-readout';
import { sectionText } from '#shared/domain/readout/section-text';
import { asSeen, HOSTILE_TEXTS, marked, naughtyStrings, plantEverywhere } from '#test/builders/hostile-texts';
import { buildRenewalStudy } from '#test/builders/renewal-study';
import { SHARED_DATA_FOLDER } from '#test/builders/shared-data';
import type { StudyBuilder } from '#test/builders/study-builder';

const content = (study: StudyBuilder, names: 'pseudonyms' | 'names' = 'names') =>
  buildReadout(study.state, { names, today: '2026-06-30', turnSpeakers: study.turnSpeakers });

type Parts = Record<string, Document>;

const parser = new new JSDOM('').window.DOMParser();

/** Every part of the package, each read by a parser that takes no mistake in XML. */
async function partsOf(study: StudyBuilder, names?: 'pseudonyms' | 'names'): Promise<Parts> {
  const files = Object.entries(unzipSync(await readoutDocx(content(study, names))));
  return Object.fromEntries(files.map(([name, bytes]) => [name, parser.parseFromString(strFromU8(bytes), 'application/xml')]));
}

const elements = (part: Document | undefined, name: string): Element[] => [...(part?.getElementsByTagName(name) ?? [])];

/** Paragraphs as a reader sees them. */
const paragraphsOf = (part: Document | undefined): string[] =>
  elements(part, 'w:p').map((paragraph) =>
    [...paragraph.querySelectorAll('*')]
      .map((element) => (element.tagName === 'w:t' ? element.textContent : element.tagName === 'w:br' ? '\n' : ''))
      .join(''),
  );

/** What leads out of the file, or is more than text. */
function waysOut(parts: Parts): string[] {
  const outside = Object.entries(parts).flatMap(([name, part]) =>
    elements(part, 'Relationship').flatMap((each) =>
      each.getAttribute('TargetMode') === 'External' ? [`${name}: ${each.outerHTML}`] : [],
    ),
  );
  const fields = Object.values(parts).flatMap((part) => elements(part, 'w:instrText').map(({ textContent }) => textContent?.trim() ?? ''));
  const strange = Object.keys(parts).filter((name) => /\.(bin|vba|ole|js|html?)$/i.test(name) || name.includes('embeddings'));
  return [...outside, ...strange, ...fields.filter((field) => field !== 'PAGE' && field !== 'NUMPAGES')];
}

describe('the file', () => {
  it('is made of sound parts, and nothing of it leads out', async () => {
    const parts = await partsOf(buildRenewalStudy(), 'pseudonyms');
    for (const [name, part] of Object.entries(parts)) expect([name, part.getElementsByTagName('parsererror').length]).toEqual([name, 0]);
    expect(waysOut(parts)).toEqual([]);
    expect(Object.keys(parts)).toContain('word/document.xml');
  });

  it('says what the readout says, section by section', async () => {
    const study = buildRenewalStudy();
    const words = (text: string): string[] => text.split(/[\s·:,;.()“”\u2068\u2069]+/).filter((word) => word !== '');
    const seen = new Set(words(paragraphsOf((await partsOf(study))['word/document.xml']).join('\n')));
    for (const section of content(study).sections) {
      const missing = words(sectionText(section)).filter((word) => !seen.has(word));
      expect([section.title, missing]).toEqual([section.title, []]);
    }
  });

  it('has headings of the program’s own, a table heading on each page, and links that lead somewhere', async () => {
    const document = (await partsOf(buildRenewalStudy()))['word/document.xml'];
    const styles = elements(document, 'w:pStyle').map((style) => style.getAttribute('w:val'));
    for (const style of ['Title', 'Heading1', 'Heading2', 'Quote', 'Citation', 'Verdict']) expect(styles).toContain(style);
    const tables = elements(document, 'w:tbl');
    expect(tables.length).toBeGreaterThan(1);
    expect(tables.every((table) => table.getElementsByTagName('w:tblHeader').length === 1)).toBe(true);
    const names = elements(document, 'w:bookmarkStart').map((mark) => mark.getAttribute('w:name'));
    expect(new Set(names).size).toBe(names.length);
    const broken = elements(document, 'w:hyperlink').filter((link) => !names.includes(link.getAttribute('w:anchor')));
    expect(broken.map((link) => link.outerHTML)).toEqual([]);
    expect(elements(document, 'w:pgSz').filter((page) => page.getAttribute('w:orient') === 'landscape')).toHaveLength(1);
  });

  it('names nobody when people appear under pseudonyms, in no part of it', async () => {
    const study = buildRenewalStudy();
    const people = [...study.state.all('participants').values()].map(({ name }) => name).filter((name) => name !== '');
    expect(people.length).toBeGreaterThan(0);
    const files = unzipSync(await readoutDocx(content(study, 'pseudonyms')));
    for (const [part, bytes] of Object.entries(files))
      for (const name of people) expect([part, strFromU8(bytes).includes(name)]).toEqual([part, false]);
  });
});

/** Every text is seen as it was written, as text. */
async function expectHarmless(texts: readonly string[]): Promise<void> {
  const parts = await partsOf(plantEverywhere(texts));
  for (const part of Object.values(parts)) expect(part.getElementsByTagName('parsererror')).toHaveLength(0);
  expect(waysOut(parts)).toEqual([]);
  const seen = asRead(paragraphsOf(parts['word/document.xml']).join('\n'));
  for (const [index, text] of texts.entries()) expect(seen).toContain(asRead(marked(text, index)));
}

/** Without the signs that steer the direction of writing: those of the study are dropped where a sentence is kept from turning. */
const asRead = (text: string): string =>
  asSeen(text.replace(/[\v\f]/g, '\ufffd')).replace(/[\u202A-\u202E\u2066-\u2069\ufffd-\uffff]/g, '');

const naughty = naughtyStrings();

describe('hostile texts', () => {
  it('stay text in every field', async () => {
    for (let start = 0; start < HOSTILE_TEXTS.length; start += 12)
      await expectHarmless([...HOSTILE_TEXTS.slice(start, start + 12), 'plain']);
  });

  it('that are the names of fields are words in running heads too', async () => {
    const parts = await partsOf(plantEverywhere(['CURRENT', 'TOTAL_PAGES']));
    expect(waysOut(parts)).toEqual([]);
    expect(elements(parts['word/header1.xml'], 'w:instrText')).toHaveLength(0);
  });

  it.skipIf(naughty === null)(`all naughty strings (SKIPPED without ${SHARED_DATA_FOLDER}/misc/blns.json)`, async () => {
    const texts = naughty ?? [];
    for (let start = 0; start < texts.length; start += 20) await expectHarmless(texts.slice(start, start + 20));
  });
});
