// Descriptions of codes: rules and other names are read again as they were written, and foreign words stay as they are.
import fc from 'fast-check';
import { expect, it } from 'vitest';

import { readDescription, writeDescription } from '#shared/domain/exchange/code-description';
import { namesCell, namesOfCell } from '#shared/domain/exchange/names-cell';

it('carries definition, rules and other names there and back', () => {
  const words = { definition: 'An amount', whenToUse: 'Always', whenNotToUse: 'Never\n\nor seldom', aliases: ['Cost', 'Fee'] };
  expect(writeDescription(words)).toBe('An amount\n\nWhen to use: Always\n\nWhen not to use: Never\n\nor seldom\n\nOther names: Cost; Fee');
  expect(readDescription(writeDescription(words))).toEqual(words);
  for (const part of [{ whenToUse: 'Always' }, { whenNotToUse: 'Never' }, { aliases: ['Cost'] }, {}]) {
    const one = { definition: '', whenToUse: '', whenNotToUse: '', aliases: [], ...part };
    expect(readDescription(writeDescription(one))).toEqual(one);
  }
});

it('loses no letter of what another tool wrote', () => {
  const piece = fc.constantFrom('a', '\n', '\n\n', ' ', '; ', 'When to use: ', 'When not to use: ', 'Other names: ', 'x'.repeat(301));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      expect(writeDescription(readDescription(text))).toBe(text.trim());
    }),
    { numRuns: 2000 },
  );
});

it('names of one cell come back, also with semicolons in them', () => {
  const name = fc.stringMatching(/^[a-z;]{1,5}$/);
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 4 }), (names) => {
      expect(namesOfCell(namesCell(names))).toEqual(names);
    }),
  );
  expect(namesOfCell(' Cost;Fee ; Cost;')).toEqual(['Cost', 'Fee']);
});
