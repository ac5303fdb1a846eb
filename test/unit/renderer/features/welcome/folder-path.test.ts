// Folder names of studies: whatever a study is called, its folder can be made on every system and stays inside the chosen one.
import fc from 'fast-check';
import { expect, it, test } from 'vitest';

import { folderAbove, joinPath, lastPart, studyFolderName } from '#renderer/features/welcome/folder-path';

test.each([
  ['Renewal study', 'Renewal study.plumb'],
  ['Northwind: renewal/2026?', 'Northwind renewal 2026.plumb'],
  ['../../etc/passwd', 'etc passwd.plumb'],
  ['CON', 'Study CON.plumb'],
  ['nul.txt', 'Study nul.txt.plumb'],
  ['.hidden', 'hidden.plumb'],
  ['trailing dots...', 'trailing dots.plumb'],
  ['Renewal.plumb', 'Renewal.plumb'],
  ['???', 'Study.plumb'],
  ['Ärger & Größe 説明', 'Ärger & Größe 説明.plumb'],
])('%s becomes %s', (name, folder) => expect(studyFolderName(name)).toBe(folder));

it('is one plain name that no system refuses, for any name', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ maxLength: 40 })), (name) => {
      const folder = studyFolderName(name);
      // oxlint-disable-next-line no-control-regex
      expect(folder).toMatch(/^[^<>:"/\\|?*\u0000-\u001f]+\.plumb$/);
      expect(folder).not.toMatch(/^[. ]|^(con|prn|aux|nul|com\d|lpt\d)\.|[. ]\.plumb$/i);
      expect(new TextEncoder().encode(folder).length).toBeLessThanOrEqual(240);
      expect(lastPart(joinPath('/home/ada', folder))).toBe(folder.replace(/\.plumb$/, ''));
    }),
  );
});

test.each([
  ['/home/ada/studies', '/home/ada'],
  ['/home/', '/'],
  ['/', null],
  ['C:\\Users\\Ada', 'C:\\Users'],
  ['C:\\Users', 'C:\\'],
  ['relative', null],
])('above %s is %s', (folder, above) => expect(folderAbove(folder)).toBe(above));
