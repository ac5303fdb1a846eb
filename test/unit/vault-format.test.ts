// docs/VAULT.md names every field and every fixed word of the records, so that another program can read a study from it alone.
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';
import { z } from 'zod';

import { COLLECTIONS, RECORD_SCHEMAS } from '#shared/model/records/index';
import { currentSchemaVersion } from '#shared/model/migrations/index';

const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/VAULT.md'), 'utf8');

/** The words in the row of a collection, and in what is said about its words below the table; a term of several words stands in code marks. */
function described(collection: string): Set<string> {
  const row = page.split('\n').find((line) => line.startsWith(`| \`${collection}\` |`)) ?? '';
  const below = collection === 'sources' ? page.slice(page.indexOf('`kind` of a source:'), page.indexOf('## Journal lines')) : '';
  const terms = `${row}${below}`.split('`').filter((term) => term.includes(' '));
  return new Set([...(`${row}${below}`.match(/[A-Za-z0-9-]+/g) ?? []), ...terms]);
}

interface Node {
  properties?: Record<string, Node>;
  enum?: unknown[];
  [key: string]: unknown;
}

/** Names of fields and fixed words anywhere in a schema. */
function namesIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(namesIn);
  if (typeof node !== 'object' || node === null) return [];
  const { properties = {}, enum: words = [], ...rest } = node as Node;
  const fields = Object.entries(properties).flatMap(([name, inner]) => [name, ...namesIn(inner)]);
  return [...fields, ...words.filter((word) => typeof word === 'string'), ...Object.values(rest).flatMap(namesIn)];
}

test.each(COLLECTIONS)('%s', (collection) => {
  const names = [...new Set(namesIn(z.toJSONSchema(RECORD_SCHEMAS[collection])))];
  expect(names).toContain('id');
  const row = described(collection);
  expect(names.filter((name) => !row.has(name))).toEqual([]);
});

test('the page is about the data version that is written', () => {
  expect(page).toContain(`Data version (\`schemaVersion\`) ${currentSchemaVersion()}.`);
});
