// Archives within limits: bombs, lies, damage and passwords end in a sentence, names are never paths.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { AppError } from '#shared/lib/app-error';
import { DOCUMENT_LIMITS, openArchive } from '#core/intake/open-archive';
import { zipOf } from '#test/builders/documents';

const text = (bytes: Uint8Array | null): string => new TextDecoder().decode(bytes ?? new Uint8Array());

function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'not refused';
}

/** Where the list of the archive begins: its first entry. */
function listStart(archive: Uint8Array): number {
  return Buffer.from(archive).readUInt32LE(archive.length - 6);
}

/** Changes one 32-bit number of the first entry of the list. */
function withNumber(archive: Uint8Array, place: number, value: number): Uint8Array {
  const copy = Buffer.from(archive);
  copy.writeUInt32LE(value, listStart(archive) + place);
  return copy;
}

describe('openArchive', () => {
  it('reads files by their names, packed and stored, and knows what is not there', () => {
    const archive = openArchive('a.zip', zipOf({ 'a.txt': 'hello '.repeat(50), 'b/é.txt': 'x', empty: '' }));
    expect(archive.names).toEqual(['a.txt', 'b/é.txt', 'empty']);
    expect(text(archive.read('a.txt'))).toBe('hello '.repeat(50));
    expect(text(archive.read('b/é.txt'))).toBe('x');
    expect(archive.read('empty')).toHaveLength(0);
    expect(archive.read('none')).toBeNull();
    expect(archive.has('../b/é.txt')).toBe(false);
  });

  it('treats names that climb out of a folder as names only', () => {
    const archive = openArchive('a.zip', zipOf({ '../../etc/passwd': 'root', 'C:\\x': 'y', '/abs': 'z' }));
    expect(text(archive.read('../../etc/passwd'))).toBe('root');
    expect(archive.names).toHaveLength(3);
  });

  it('finds an archive behind other bytes and before a comment', () => {
    const archive = Buffer.concat([Buffer.from('MZ'.repeat(40)), zipOf({ a: 'inside' })]);
    archive.writeUInt16LE(4, archive.length - 2);
    expect(text(openArchive('a.exe', Buffer.concat([archive, Buffer.from('note')])).read('a'))).toBe('inside');
  });

  it.each([
    ['a file that unpacks to a thousand times its size', zipOf({ a: new Uint8Array(3_000_000) }), 'unpacks to more than 100 times'],
    ['a list that promises 4 GB', withNumber(zipOf({ a: 'xx' }), 24, 0xfffffff0), 'unpacks to more than 100 times'],
    ['a file of another length than the list says', withNumber(zipOf({ a: 'hello '.repeat(20) }), 24, 7), 'cut off or damaged'],
    ['a changed file', withNumber(zipOf({ a: 'hello' }), 16, 1), 'cut off or damaged'],
    ['a place outside of the file', withNumber(zipOf({ a: 'hello' }), 42, 99_999), 'cut off or damaged'],
    ['half of an archive', zipOf({ a: 'hello '.repeat(99) }).slice(0, 60), 'cut off or damaged'],
    ['a name without end', zipOf({ ['n'.repeat(300)]: 'x' }), 'a name of more than 255'],
    [
      'more files than a document has',
      zipOf(Object.fromEntries(Array.from({ length: 1001 }, (_, at) => [`f${at}`, '']))),
      'more than 1000 files',
    ],
  ])('refuses %s', (_what, archive, sentence) => {
    const said = refusal(() => openArchive('bad.docx', archive).read('a'));
    expect(said).toContain('unreadable-file: bad.docx was not imported: ');
    expect(said).toContain(sentence);
    expect(said).toMatch(/Nothing was changed\. \S.*\.$/);
  });

  it('refuses what is too much in all', () => {
    const parts = zipOf({ a: 'x'.repeat(600), b: 'y'.repeat(600) });
    expect(refusal(() => openArchive('a.docx', parts, { ...DOCUMENT_LIMITS, totalBytes: 1000 }))).toContain('unpacks to more than');
  });

  it('says that a password is in the way', () => {
    const archive = Buffer.from(zipOf({ a: 'secret' }));
    archive.writeUInt16LE(1, listStart(archive) + 8);
    expect(refusal(() => openArchive('a.docx', archive))).toContain('protected with a password');
  });

  it('meets any damage with a sentence or the true contents', () => {
    const sound = zipOf({ a: 'hello '.repeat(40), b: 'world' });
    fc.assert(
      fc.property(fc.nat(sound.length - 1), fc.nat(255), fc.nat(sound.length), (place, value, end) => {
        const damaged = sound.slice(0, end < 20 ? sound.length : Math.max(end, place + 1));
        damaged[place] = value;
        const said = refusal(() => {
          const archive = openArchive('x', damaged);
          const found = archive.read('a');
          if (found !== null) expect(text(found)).toBe('hello '.repeat(40));
        });
        expect(said).toMatch(/^(?:not refused|unreadable-file: )/);
      }),
      { numRuns: 400 },
    );
  });
});
