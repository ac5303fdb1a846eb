// Tells whether a file is a project of another tool rather than a transcript, by its bytes.
import { isArchive, openArchive } from '../intake/open-archive.ts';
import { PACKAGE_LIMITS } from './package-form.ts';
import { isSqlite } from './sqlite-file.ts';

/** A REFI-QDA package, project or codebook, or a database, of which Taguette's can be read. Files that cannot be opened are not; their own reader says why. */
export function isProjectFile(fileName: string, bytes: Uint8Array): boolean {
  if (/\.(?:qdpx|qdc|qde)$/i.test(fileName)) return true;
  if (isSqlite(bytes)) return true;
  if (isArchive(bytes)) {
    try {
      return openArchive(fileName, bytes, PACKAGE_LIMITS).names.some((name) => /\.qde$/i.test(name));
    } catch {
      return false;
    }
  }
  return /^(?:\ufeff|\s|<\?[^>]*>|<!--[\s\S]*?-->)*<(?:\w+:)?(?:Project|CodeBook)\b[^>]*QDA-XML/i.test(
    Buffer.from(bytes.subarray(0, 4000)).toString('utf8'),
  );
}
