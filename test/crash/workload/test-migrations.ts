// Migrations that do not exist in the program, so that interrupted migrations can be tried: each rewrites every tag.
import type { Migration } from '#shared/model/migrations/index';

/** The migrations up to a version; version 1 has none. */
export function migrationsTo(version: number): Migration[] {
  return Array.from({ length: version - 1 }, (_, index) => ({
    to: index + 2,
    title: `test migration ${index + 2}`,
    migrate: (records) => ({
      ...records,
      tags: Object.fromEntries(
        Object.entries(records['tags'] ?? {}).map(([id, tag]) => [id, { ...tag, definition: `Written for version ${index + 2}` }]),
      ),
    }),
  }));
}
