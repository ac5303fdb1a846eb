// Names in the short form of queries: which record of the study each means, and what each is called.
import { AppError } from '#shared/lib/app-error';
import { foldForSearch } from '#shared/lib/text';
import type { VaultReader } from '#shared/model/vault-state';

import { tagPath } from '../exchange/study-tables.ts';

export type NamedCollection = 'tags' | 'participants' | 'segments' | 'sources';

const WORDS: Readonly<Record<NamedCollection, string>> = {
  tags: 'tag',
  participants: 'participant',
  segments: 'segment',
  sources: 'interview',
};

/** The names a record goes by; the first is the one that is written. */
export function namesOf(reader: VaultReader, collection: NamedCollection, id: string): string[] {
  if (collection === 'tags') return [tagPath(reader, id), reader.get('tags', id)?.name ?? ''];
  if (collection === 'segments') return [reader.get('segments', id)?.name ?? ''];
  if (collection === 'sources') return [reader.get('sources', id)?.title ?? ''];
  const person = reader.get('participants', id);
  return [person?.pseudonym ?? '', person?.name ?? ''];
}

/**
 * The id of the record called so: by id, by its whole name, or by its short name where only one has it. Case and accents do not count.
 * @throws AppError('bad-input') when none is, or several are.
 */
export function idNamed(reader: VaultReader, collection: NamedCollection, name: string): string {
  if (reader.get(collection, name)) return name;
  const wanted = foldForSearch(name.trim());
  const ids = [...reader.all(collection).keys()];
  for (const place of [0, 1]) {
    const called = ids.filter((id) => foldForSearch(namesOf(reader, collection, id)[place] ?? '') === wanted && wanted !== '');
    const [only] = called;
    if (called.length === 1 && only !== undefined) return only;
    if (called.length > 1) {
      throw new AppError(
        'bad-input',
        `Several of the study's ${collection} are called “${name}”. Give the whole path of names, or the id.`,
      );
    }
  }
  throw new AppError(
    'bad-input',
    `No ${WORDS[collection]} is called “${name}”. Look at its spelling; names with spaces stand in quotation marks.`,
  );
}

/** The name by which idNamed finds this record again; its id when the name is not its own alone or it is gone. */
export function nameFor(reader: VaultReader, collection: NamedCollection, id: string): string {
  const [name = ''] = namesOf(reader, collection, id);
  try {
    return name !== '' && idNamed(reader, collection, name) === id ? name : id;
  } catch {
    return id;
  }
}
