// Paths of studies, put together in the window for the system whose paths they are.
import { trimCharacters } from '#shared/lib/text';

/** What no system takes in a folder name, and what would make a path of it. */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[<>:"/\\|?*\u0000-\u001f\u007f]+/g;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
/** Bytes of a name in UTF-8: file systems take 255, the suffix and those who copy the folder need some. */
const LONGEST = 200;

/** Folder name of a study called so: no sign that a file system refuses, never empty, with the suffix of studies. */
export function studyFolderName(name: string): string {
  const plain = trimCharacters(shortened(trimCharacters(name.replace(FORBIDDEN, ' ').replace(/\s+/g, ' '), /[. ]/)), /[. ]/).trim();
  const safe = plain === '' || RESERVED.test(plain) ? `Study ${plain}`.trim() : plain;
  return `${safe.replace(/\.plumb$/i, '')}.plumb`;
}

/** Cuts between characters, never inside one. */
function shortened(name: string): string {
  let bytes = 0;
  let kept = '';
  for (const character of name) {
    bytes += new TextEncoder().encode(character).length;
    if (bytes > LONGEST || kept.length >= 80) break;
    kept += character;
  }
  return kept;
}

const separatorOf = (folder: string): string => (folder.includes('\\') && !folder.startsWith('/') ? '\\' : '/');

/** A name inside a folder, with the separator that the folder itself uses. */
export function joinPath(folder: string, name: string): string {
  const separator = separatorOf(folder);
  return folder.endsWith(separator) ? folder + name : folder + separator + name;
}

/** Last part of a path, without the suffix of studies. */
export function lastPart(folder: string): string {
  return (folder.split(/[/\\]/).findLast((part) => part !== '') ?? folder).replace(/\.plumb$/, '');
}

/** The folder above; null at the top, where there is none. */
export function folderAbove(folder: string): string | null {
  const separator = separatorOf(folder);
  const bare = trimCharacters(folder, /[/\\]/, 'end');
  const at = bare.lastIndexOf(separator);
  if (at < 0) return null;
  const above = bare.slice(0, at);
  return above === '' || /^[A-Za-z]:$/.test(above) ? above + separator : above;
}
