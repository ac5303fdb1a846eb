// Finds the test data that lies beside the repository, where there is any.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder that tests look in, for messages about skipped tests. */
export const SHARED_DATA_FOLDER = '../shared/data';

/** The absolute path of a file or folder in ../shared/data (seen from the repository root), or null when it is not there. */
export function sharedData(path: string): string | null {
  const found = fileURLToPath(new URL(`../../${SHARED_DATA_FOLDER}/${path}`, import.meta.url));
  return existsSync(found) ? found : null;
}
