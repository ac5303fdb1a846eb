// Word documents as people and meeting programs write them, and files that only pretend to be one.
import { describe, expect, it } from 'vitest';

import { readSourceFile } from '#core/intake/read-source-file';
import type { ParsedTranscript } from '#shared/domain/transcript/parsed-transcript';
import { docxOf, wordParagraphs, wordTable, zipOf } from '#test/builders/documents';

const read = (body: string, more: Record<string, string> = {}): Promise<ParsedTranscript> =>
  readSourceFile('talk.docx', docxOf(body, more));
const spoken = ({ turns }: ParsedTranscript): string[] => turns.map(({ speaker, text }) => `${speaker ?? '-'}: ${text}`);
const run = (text: string, properties = ''): string => `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`;

describe('Word documents', () => {
  it('finds speakers in paragraphs', async () => {
    const found = await read(
      wordParagraphs(
        'Interview 4',
        '',
        'Interviewer: How do you pay?',
        'Ana: By card.',
        'Mostly.',
        'Interviewer: Why?',
        'Ana: It is quick.',
      ),
    );
    expect(spoken(found)).toEqual(['Interviewer: How do you pay?', 'Ana: By card.\nMostly.', 'Interviewer: Why?', 'Ana: It is quick.']);
    expect(found).toMatchObject({ format: 'docx', encoding: 'utf-8', heading: 'Interview 4', speakers: ['Interviewer', 'Ana'] });
  });

  it('finds names that have a paragraph of their own, also after a title with an empty paragraph', async () => {
    const found = await read(
      wordParagraphs(
        'Talk',
        '',
        'Moderator',
        'How do you pay?',
        'Participant',
        'By card.',
        'Moderator',
        'Why?',
        'Participant',
        'It is quick.',
      ),
    );
    expect(spoken(found)).toEqual(['Moderator: How do you pay?', 'Participant: By card.', 'Moderator: Why?', 'Participant: It is quick.']);
  });

  it.each([
    [
      'named columns',
      [
        ['Time', 'Speaker', 'Transcript'],
        ['00:01', 'Ana', 'I pay by card,\nmostly.'],
        ['00:09', 'Ben', 'Why?'],
        ['', '', 'I wonder.'],
      ],
    ],
    [
      'columns known by what they hold',
      [
        ['00:01', 'Ana:', 'I pay by card,\nmostly.'],
        ['00:09', 'Ben:', 'Why?'],
        ['', '', 'I wonder.'],
        ['00:10', 'Ana:', ''],
        ['00:11', 'Ben:', ''],
      ],
    ],
  ])('makes turns of a table with %s', async (_what, rows) => {
    const found = await read(wordParagraphs('Interview 4') + wordTable(rows));
    expect(found.turns.slice(0, 2)).toEqual([
      { speaker: 'Ana', startMs: 1000, endMs: null, text: 'I pay by card,\nmostly.' },
      { speaker: 'Ben', startMs: 9000, endMs: null, text: 'Why?\nI wonder.' },
    ]);
    expect(found.heading).toBe('Interview 4');
  });

  it('keeps other tables as lines, and invents no speakers from them', async () => {
    const found = await read(
      wordParagraphs('Prices of 2026') +
        wordTable([
          ['Plan', 'Price'],
          ['Small', '10'],
          ['Large', '40'],
        ]),
    );
    expect(spoken(found)).toEqual(['-: Prices of 2026', '-: Plan   Price', '-: Small   10', '-: Large   40']);
  });

  it('reads tracked changes as accepted and says so', async () => {
    const found = await read(
      `<w:p>${run('We pay ')}<w:del><w:r><w:delText>never</w:delText></w:r></w:del><w:ins>${run('always')}</w:ins>${run(' by card')}</w:p>` +
        `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('First ')}</w:p><w:p>${run('half.')}</w:p>` +
        `<w:p><w:moveFrom>${run('Moved.')}</w:moveFrom></w:p><w:p><w:moveTo>${run('Moved.')}</w:moveTo></w:p>` +
        `<w:p>${run('Shown')}${run(' hidden', '<w:rPr><w:vanish/></w:rPr>')}</w:p>`,
    );
    expect(spoken(found)).toEqual(['-: We pay always by card', '-: First half.', '-: Moved.', '-: Shown']);
    expect(found.warnings).toContain(
      'The document has tracked changes. They were read as accepted: insertions are in, deletions are left out.',
    );
  });

  it('keeps tabs, breaks, signs and emoji, and leaves the codes of fields out', async () => {
    const found = await read(
      `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>so</w:t><w:tab/><w:t>many</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:sym w:font="Symbol" w:char="F061"/></w:r>` +
        `<w:r><w:instrText>PAGE</w:instrText></w:r><w:r xmlns:mc="m"><mc:AlternateContent><mc:Choice><w:t>x</w:t></mc:Choice><mc:Fallback><w:t>😀</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    );
    expect(spoken(found)).toEqual(['-: so\tmany\nc-dα😀']);
  });

  it('puts footnotes into the last turn and leaves comments out', async () => {
    const notes = `<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:type="separator" w:id="0">${wordParagraphs('sep')}</w:footnote><w:footnote w:id="2">${wordParagraphs('She laughed.')}</w:footnote></w:footnotes>`;
    const found = await read(
      `<w:p>${run('Hello')}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="1"/></w:r></w:p>`,
      { 'word/footnotes.xml': notes },
    );
    expect(spoken(found)).toEqual(['-: Hello', '-: She laughed.']);
    expect(found.warnings.join(' ')).toContain('1 comment in the margin was left out. ');
    expect(found.warnings.at(-1)).toBe('1 footnote became the last turn, without a speaker.');
  });
});

describe('Word documents of meeting programs', () => {
  it('Teams: name and time, then the words; pieces of one speaker joined, repeated ones once', async () => {
    const found = await read(
      wordParagraphs(
        'Weekly',
        'Ana Silva started transcription',
        'Ana Silva   0:03\nSo we',
        'Ana Silva   0:05\nSo we looked at the prices.',
        'Ben Ode   0:09\nAnd?',
        'Ben Ode   0:09\nAnd?',
        'Ana Silva   1:02:10\nThey are high.',
      ),
    );
    expect(found.turns).toEqual([
      { speaker: 'Ana Silva', startMs: 3000, endMs: null, text: 'So we looked at the prices.' },
      { speaker: 'Ben Ode', startMs: 9000, endMs: null, text: 'And?' },
      { speaker: 'Ana Silva', startMs: 3_730_000, endMs: null, text: 'They are high.' },
    ]);
    expect(found.warnings.join(' ')).toContain('2 pieces that the program wrote twice stand once.');
  });

  it('Teams as it was: times with an arrow, name, words', async () => {
    const found = await read(
      wordParagraphs(
        '0:0:0.0 --> 0:0:2.350',
        'Ana Silva',
        'So we looked',
        '0:0:2.400 --> 0:0:4.0',
        'Ana Silva',
        'at the prices.',
        '0:0:5.0 --> 0:0:6.0',
        'Ben Ode',
        'And?',
        '0:0:7.0 --> 0:0:9.500',
        'Ana Silva',
        'They are high.',
      ),
    );
    expect(found.turns).toEqual([
      { speaker: 'Ana Silva', startMs: 0, endMs: 4000, text: 'So we looked at the prices.' },
      { speaker: 'Ben Ode', startMs: 5000, endMs: 6000, text: 'And?' },
      { speaker: 'Ana Silva', startMs: 7000, endMs: 9500, text: 'They are high.' },
    ]);
  });
});

describe('files that pretend to be Word documents, or are hostile', () => {
  const lol = '<!DOCTYPE w [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
  const main = (xml: string): Uint8Array => docxOf('', { 'word/document.xml': xml });
  it.each([
    ['no text', docxOf('<w:p/>'), 'it holds no text'],
    ['a picture only', docxOf('<w:p><w:r xmlns:a="a"><a:blip/></w:r></w:p>'), 'it holds pictures or other objects but no text'],
    ['entities', main(`${lol}<w:document>&b;</w:document>`), 'declares entities of its own'],
    [
      'tables in tables without end',
      docxOf(`${'<w:tbl><w:tr><w:tc>'.repeat(200)}${'</w:tc></w:tr></w:tbl>'.repeat(200)}`),
      'deep inside of each other',
    ],
    ['a bomb', docxOf('', { 'word/document.xml': new Uint8Array(3_000_000) }), 'unpacks to more than 100 times'],
    ['half a file', docxOf(wordParagraphs('Hello')).slice(0, 400), 'cut off or damaged'],
    ['no document inside', zipOf({ '[Content_Types].xml': 'wordprocessingml' }), 'its text is missing inside'],
    [
      'a document elsewhere',
      docxOf('', {
        '_rels/.rels': '<r><Relationship Type="x/officeDocument" Target="../../etc/passwd"/></r>',
        'word/document.xml': '<a/>',
      }),
      'it holds no text',
    ],
    [
      'a password',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
      'protected with a password',
    ],
    [
      'an old Word file',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('WordDocument', 'utf16le')]),
      'an old Word (.doc)',
    ],
  ])('%s', async (_what, bytes, sentence) => {
    const refused = readSourceFile('talk.docx', bytes);
    await expect(refused).rejects.toMatchObject({ code: 'unreadable-file', message: expect.stringContaining(sentence) });
    await expect(refused).rejects.toThrow(/^talk\.docx was not imported: .*Nothing was changed\. \S.*\.$/);
  });

  it('names that climb out of the folder do no harm', async () => {
    const found = await readSourceFile('a.docx', docxOf(wordParagraphs('Hello'), { '../../evil.xml': '<a/>', 'word/../../x': 'y' }));
    expect(spoken(found)).toEqual(['-: Hello']);
  });

  it('the bytes decide, not the name or a choice that cannot be', async () => {
    const bytes = docxOf(wordParagraphs('Hello'));
    expect(await readSourceFile('talk.txt', bytes)).toMatchObject({ format: 'docx' });
    expect(await readSourceFile('talk.docx', bytes, { format: 'srt' })).toMatchObject({ format: 'docx' });
    expect(await readSourceFile('talk.docx', Buffer.from('Ana: Hello\nBen: Hi\nAna: Bye\nBen: Bye'))).toMatchObject({
      format: 'text',
      speakers: ['Ana', 'Ben'],
    });
  });
});
