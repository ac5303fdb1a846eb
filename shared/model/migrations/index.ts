// The numbered migrations of vault data: raw JSON in, raw JSON out.

/** Records of any version: nothing is known of them but that they are JSON objects by collection and id. */
export type RawRecords = Record<string, Record<string, Record<string, unknown>>>;

/** Brings the records from version `to - 1` to version `to`. Pure; must not look at today's schemas, which go on changing. */
export interface Migration {
  to: number;
  title: string;
  migrate(records: RawRecords): RawRecords;
}

/** Version of a vault that the first release writes. */
export const FIRST_SCHEMA_VERSION = 1;

/** All migrations, gapless from FIRST_SCHEMA_VERSION + 1 on. */
export const MIGRATIONS: readonly Migration[] = [];

/** The version that this program writes. */
export function currentSchemaVersion(migrations: readonly Migration[] = MIGRATIONS): number {
  return FIRST_SCHEMA_VERSION + migrations.length;
}

/**
 * Applies every migration after `from`. Does not change its input.
 * @throws Error when the list has a gap (a defect of the program, found by its test).
 */
export function migrateRecords(records: RawRecords, from: number, migrations: readonly Migration[] = MIGRATIONS): RawRecords {
  let migrated = structuredCloneJson(records);
  for (const [index, migration] of migrations.entries()) {
    if (migration.to !== FIRST_SCHEMA_VERSION + 1 + index) throw new Error(`migration ${index} leads to ${migration.to}`);
    if (migration.to > from) migrated = migration.migrate(migrated);
  }
  return migrated;
}

function structuredCloneJson(records: RawRecords): RawRecords {
  return JSON.parse(JSON.stringify(records)) as RawRecords;
}
