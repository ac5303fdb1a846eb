// Random words that stand nowhere else, and the search for them in every byte on disk, in the forms in which bytes may hide a word.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Gives a new word each time and remembers all of them. @param seed makes runs repeat. */
export function canaries(seed: number): { word(): string; all: string[] } {
  const all: string[] = [];
  let state = seed >>> 0;
  const next = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0);
  return {
    all,
    word: () => {
      // A letter with an accent and a quotation mark, so that escaped forms differ from the plain one.
      const word = `Canary${next().toString(36)}é${next().toString(36)}`;
      all.push(word);
      return word;
    },
  };
}

/** Every form of a word that is looked for. base64 in its three alignments, with the ends that depend on the neighbours left out. */
export function formsOf(word: string): Buffer[] {
  const utf8 = Buffer.from(word, 'utf8');
  const escaped = JSON.stringify(word)
    .slice(1, -1)
    .replace(/[^ -~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const base64 = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), utf8]).toString('base64');
    return Buffer.from(encoded.slice(shift === 0 ? 0 : 4, Math.floor((shift + utf8.length) / 3) * 4));
  });
  const utf16 = Buffer.from(word, 'utf16le');
  return [utf8, utf16, Buffer.from(utf16).swap16(), Buffer.from(escaped), Buffer.from(encodeURIComponent(word)), ...base64];
}

/** Files under folders that hold one of the words in any form, also inside gzip; each with the word. */
export function findInFiles(folders: readonly string[], words: readonly string[]): string[] {
  const forms = words.flatMap((word) => formsOf(word).map((bytes) => ({ word, bytes })));
  const found = new Set<string>();
  for (const folder of folders) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      for (const { word, bytes } of forms) if (Buffer.from(name).includes(bytes)) found.add(`name of ${name}: ${word}`);
      const file = path.join(folder, name);
      if (!statSync(file).isFile()) continue;
      const content = readFileSync(file);
      const unpacked = content.length > 2 && content.readUInt16BE(0) === 0x1f8b ? gunzipSync(content) : Buffer.alloc(0);
      for (const { word, bytes } of forms) if (content.includes(bytes) || unpacked.includes(bytes)) found.add(`${name}: ${word}`);
    }
  }
  return [...found];
}
