// lowdb as it comes: its own JSONFile adapter, which writes the whole file for every change (and syncs nothing).
import path from 'node:path';

import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';

import type { RecordsByCollection } from '#shared/model/changes';
import type { Tagging } from '#shared/model/records/tagging';

export interface LowdbRival {
  /** One tagging more, and the whole file. */
  insert(tagging: Tagging): Promise<void>;
}

/** @param records shared with the vault, not copied: lowdb's data costs no memory of its own here. */
export async function openLowdb(folder: string, records: RecordsByCollection): Promise<LowdbRival> {
  const database = new Low(new JSONFile<RecordsByCollection>(path.join(folder, 'lowdb.json')), records);
  await database.write();
  return {
    insert: async (tagging) => {
      database.data.taggings[tagging.id] = tagging;
      await database.write();
    },
  };
}
