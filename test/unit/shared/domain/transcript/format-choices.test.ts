// Kinds that a person may choose for a file.
import { describe, expect, it } from 'vitest';

import { formatChoices } from '#shared/domain/transcript/format-choices';
import { TRANSCRIPT_FORMATS } from '#shared/model/transcript';

describe('formatChoices', () => {
  it.each(['docx', 'odt', 'rtf', 'pdf'] as const)('%s can be nothing else', (format) => expect(formatChoices(format)).toEqual([format]));

  it('text can be any kind of text, a web page too, but no packed document', () => {
    expect(formatChoices('text')).toEqual(expect.arrayContaining(['text', 'markdown', 'webvtt', 'srt', 'html']));
    expect(formatChoices('text')).not.toContain('docx');
  });

  it('what was found is always among the choices', () => {
    for (const format of TRANSCRIPT_FORMATS) expect(formatChoices(format)).toContain(format);
  });
});
