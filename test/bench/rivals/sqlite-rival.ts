// SQLite of Node (node:sqlite), WAL with synchronous FULL: the taggings of a study in one table with two indexes.
import path from 'node:path';

import type { Tagging } from '#shared/model/records/tagging';

export interface SqliteRival {
  version: string;
  /** One tagging in a transaction of its own, durable on return. Blocking: node:sqlite has no other way. */
  insert(tagging: Tagging): void;
  /** Many in one transaction. */
  insertAll(taggings: readonly Tagging[]): void;
  close(): void;
}

/** Null where this Node has no node:sqlite. */
export async function openSqlite(folder: string, taggings: Iterable<Tagging>): Promise<SqliteRival | null> {
  const sqlite = await import('node:sqlite').catch(() => null);
  if (!sqlite) return null;
  const database = new sqlite.DatabaseSync(path.join(folder, 'rival.sqlite'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec('CREATE TABLE taggings (id TEXT PRIMARY KEY, snippetId TEXT, tagId TEXT, by TEXT, at TEXT, origin TEXT) WITHOUT ROWID');
  const statement = database.prepare('INSERT INTO taggings VALUES (?, ?, ?, ?, ?, ?)');
  const insert = ({ id, snippetId, tagId, by, at, origin }: Tagging): void => {
    statement.run(id, snippetId, tagId, by, at, origin);
  };
  const insertAll = (all: Iterable<Tagging>): void => {
    database.exec('BEGIN');
    for (const tagging of all) insert(tagging);
    database.exec('COMMIT');
  };
  insertAll(taggings);
  database.exec('CREATE INDEX bySnippet ON taggings (snippetId); CREATE INDEX byTag ON taggings (tagId)');
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const version = String(database.prepare('SELECT sqlite_version() AS version').get()?.['version']);
  return { version, insert, insertAll, close: () => database.close() };
}
