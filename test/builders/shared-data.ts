// Finds the test data that lies beside the repository, where there is any.
import { existsSync } from 'node:fs';
import nodePath from 'node:path';

/** The folder that tests look in, for messages about skipped tests. */
export const SHARED_DATA_FOLDER = '../shared/data';

/** The absolute path of a file or folder in ../shared/data (seen from the repository root), or null when it is not there. */
export function sharedData(path: string): string | null {
  // Not by new URL(…, import.meta.url): in the component tests Vite takes that for a file of the window.
  const found = nodePath.resolve(import.meta.dirname, '../..', SHARED_DATA_FOLDER, path);
  return existsSync(found) ? found : null;
}
