// Tells whether a file is a project of another tool rather than a transcript, by its bytes.
import { isArchive, openArchive } from '../intake/open-archive.ts';
import { PACKAGE_LIMITS } from './read-package.ts';

/** A REFI-QDA package, project or codebook. Files that cannot be opened are not; their own reader says why. */
export function isProjectFile(fileName: string, bytes: Uint8Array): boolean {
  if (/\.(?:qdpx|qdc|qde)$/i.test(fileName)) return true;
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
