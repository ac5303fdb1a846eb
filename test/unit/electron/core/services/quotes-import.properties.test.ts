// Whatever the table of quotes holds: rows or a refusal in words, and no key of a heading reaches a prototype (trust.md C13, C14).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readQuoteRows } from '#core/services/quotes-import';
import { AppError } from '#shared/lib/app-error';

const piece = fc.oneof(
  fc.constantFrom('quote', 'tags', 'note', ',', ';', '\t', '"', '""', '\n', '\r\n', '__proto__', 'constructor', '=1+1', '\ud800', '\u0000'),
  fc.string({ maxLength: 6, unit: 'binary' }),
);

function rowsOf(bytes: Uint8Array): ReturnType<typeof readQuoteRows>['rows'] | null {
  try {
    return readQuoteRows(bytes, 'quotes.csv').rows;
  } catch (error) {
    if (error instanceof AppError && error.code === 'unreadable-file' && error.message.endsWith('.')) return null;
    throw error;
  }
}

describe('readQuoteRows, properties', () => {
  it('gives rows of texts or a refusal for any bytes', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.boolean(), (pieces, headed) => {
        const rows = rowsOf(Buffer.from(`${headed ? 'quote,tags,participant,source,note\n' : ''}${pieces.join('')}`));
        for (const { quote, tags, participant, source, note } of rows ?? [])
          for (const text of [quote, ...tags, participant, source, note]) expect(text).toBeTypeOf('string');
        expect(Object.keys({})).toEqual([]);
        expect(({} as Record<string, unknown>)['quote']).toBeUndefined();
      }),
      { numRuns: 400 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void rowsOf(bytes)),
      { numRuns: 400 },
    );
  });
});
