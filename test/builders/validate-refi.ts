// Validates REFI-QDA XML against the schemas that lie beside the repository, with xmllint compiled to WebAssembly.
import { readFileSync } from 'node:fs';

import { validateXML } from 'xmllint-wasm';

import { sharedData } from './shared-data.ts';

const SCHEMAS = { project: 'refi/xsd/refitools-Project.xsd', codebook: 'refi/xsd/refitools-Codebook.xsd' } as const;

/** Messages of what does not fit the schema; null when the schemas are not there. */
export async function refiFaults(kind: keyof typeof SCHEMAS, xml: string): Promise<string[] | null> {
  const schema = sharedData(SCHEMAS[kind]);
  if (schema === null) return null;
  const { errors } = await validateXML({
    xml: [{ fileName: `${kind}.xml`, contents: xml }],
    schema: [readFileSync(schema, 'utf8')],
    initialMemoryPages: 512,
    maxMemoryPages: 16_384,
  });
  return errors.map((error) => error.message);
}
