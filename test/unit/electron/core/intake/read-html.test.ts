// Web pages: what a reader sees, without what runs, hides or decorates.
import { describe, expect, it } from 'vitest';

import { readSourceFile } from '#core/intake/read-source-file';

async function spoken(html: string | Buffer, fileName = 'talk.html'): Promise<string[]> {
  const { turns } = await readSourceFile(fileName, Buffer.from(html as string));
  return turns.map(({ speaker, text }) => `${speaker ?? '-'}: ${text}`);
}

describe('web pages', () => {
  it('reads paragraphs, breaks and letters, and finds speakers', async () => {
    const page =
      '<!DOCTYPE html><html><head><title>No</title><style>p { x: y }</style><script>Ana: no</script></head><body><nav>Menu</nav>' +
      '<p><b>Ana:</b> I pay\n  by <i>card</i>,<br>mostly &amp; always.</p><div>Ben: Why?<div>Ana: It&#39;s quick.</div>Ben: Oh.</div>' +
      '<p hidden>Secret</p><p style="display:none">Secret</p><img onerror="alert(1)" alt="x"><!-- Ana: no --></body></html>';
    expect(await spoken(page)).toEqual(['Ana: I pay by card,\nmostly & always.', 'Ben: Why?', "Ana: It's quick.", 'Ben: Oh.']);
  });

  it('makes turns of a table with speakers, and reads a table that only lays out the page by its lines', async () => {
    const rows = '<tr><th>Speaker<th>Text<tr><td>Ana<td>I pay.<tr><td>Ben<td>Why?';
    expect(await spoken(`<html><table>${rows}</table></html>`)).toEqual(['Ana: I pay.', 'Ben: Why?']);
    const layout = '<table><tr><td>Menu<td><p>Ana: I pay.<p>Ben: Why?<p>Ana: Quick.<p>Ben: Oh.</table>';
    expect(await spoken(`<html><body>${layout}`)).toContain('Ben: Why?');
  });

  it('reads the encoding that the page names', async () => {
    expect(await spoken(Buffer.from('<html><meta charset="windows-1251"><p>\xcf\xf0\xe8', 'latin1'))).toEqual(['-: При']);
    expect(await spoken(Buffer.from('<html><p>caf\xe9', 'latin1'))).toEqual(['-: café']);
  });

  it('a text file stays a text file, and a page can be read as text on demand', async () => {
    expect((await readSourceFile('a.txt', Buffer.from('Ana: I <b>pay</b>.\nBen: Why?\nAna: So.\nBen: Oh.'))).format).toBe('text');
    const asText = await readSourceFile('a.html', Buffer.from('<html><p>Hello</p></html>'), { format: 'text' });
    expect(asText.turns[0]?.text).toBe('<html><p>Hello</p></html>');
  });

  it.each([
    ['a page without text', '<html><script>x</script><img></html>', 'no text was found on the page'],
    ['endless nesting', `<html>${'<div>'.repeat(5000)}x`, 'too deep inside of each other'],
  ])('refuses %s', async (_what, page, sentence) => {
    await expect(spoken(page)).rejects.toMatchObject({ code: 'unreadable-file', message: expect.stringContaining(sentence) });
  });
});
