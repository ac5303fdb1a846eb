// Paths of studies, put together in the window for the system whose paths they are.

/** What no system takes in a folder name, and what would make a path of it. */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[<>:"/\\|?*\u0000-\u001f\u007f]+/g;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** Folder name of a study called so: no sign that a file system refuses, never empty, with the suffix of studies. */
export function studyFolderName(name: string): string {
  const plain = name.replace(FORBIDDEN, ' ').replace(/\s+/g, ' ').slice(0, 80).replace(/[. ]+$/, '').trim();
  const safe = plain === '' || RESERVED.test(plain) || plain.startsWith('.') ? `Study ${plain.replace(/^\.+/, '')}`.trim() : plain;
  return `${safe}.plumb`;
}

/** A name inside a folder, with the separator that the folder itself uses. */
export function joinPath(folder: string, name: string): string {
  const separator = folder.includes('\\') && !folder.startsWith('/') ? '\\' : '/';
  return folder.endsWith(separator) ? folder + name : folder + separator + name;
}

/** Last part of a path, without the suffix of studies. */
export function lastPart(folder: string): string {
  return (folder.split(/[/\\]/).findLast((part) => part !== '') ?? folder).replace(/\.plumb$/, '');
}

/** The folder above, by its path alone; null at the top. */
export function parentFolder(folder: string): string | null {
  const bare = folder.replace(/[/\\]+$/, '');
  const at = Math.max(bare.lastIndexOf('/'), bare.lastIndexOf('\\'));
  if (at < 0) return null;
  const above = bare.slice(0, at);
  if (above === '') return '/';
  return /^[A-Za-z]:$/.test(above) ? `${above}\\` : above;
}
