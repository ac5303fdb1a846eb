// Reads a study by docs/VAULT.md alone, with nothing of Plumbline: node test/independent-reader.ts <vault> prints what `plumbline dump` prints.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';

type Json = Record<string, any>;
const LINE = /^\{"len":"([0-9a-f]{8})","crc":"([0-9a-f]{8})","chain":"([0-9a-f]{64})","entry":(.*)\}$/s;
const sha256 = (...parts: (string | Buffer)[]): string =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');

/** Records, number of the last change and data version of a study that is not encrypted. @throws Error when anything does not verify. */
export function readStudy(folder: string): { schemaVersion: number; seq: number; records: Json } {
  const bytes = readFileSync(path.join(folder, 'vault.json'));
  const seal = bytes.lastIndexOf(',\n"sha256":"');
  const snapshot: Json = JSON.parse(bytes.toString());
  if (snapshot.format !== 'plumbline-vault') throw new Error('not a study, or an encrypted one');
  if (sha256(bytes.subarray(0, seal)) !== snapshot.sha256) throw new Error('vault.json was changed');
  const study = { schemaVersion: snapshot.schemaVersion, seq: snapshot.seq, records: snapshot.records, chain: snapshot.chain };
  const history = path.join(folder, 'history');
  const parts = existsSync(history) ? readdirSync(history).filter((name) => /^\d{12}-\d{12}\.ndjson$/.test(name)) : [];
  const files = [...parts.sort().map((name) => path.join(history, name)), path.join(folder, 'journal.ndjson')];
  for (const file of files.filter((name) => existsSync(name))) replay(readFileSync(file), study);
  return { schemaVersion: study.schemaVersion, seq: study.seq, records: study.records };
}

/** Applies the changes of a file that come after those that the study holds already. */
function replay(bytes: Buffer, study: { seq: number; chain: string; records: Json }): void {
  for (let start = 0, end = bytes.indexOf(10); end >= 0; start = end + 1, end = bytes.indexOf(10, start)) {
    const [, length = '', crc = '', chain = '', json = ''] = LINE.exec(bytes.toString('utf8', start, end)) ?? [];
    const entry = Buffer.from(json);
    const sum = crc32(entry, crc32(length + chain));
    if (entry.length !== Number.parseInt(length, 16) || sum !== Number.parseInt(crc, 16)) throw new Error(`broken line at byte ${start}`);
    const { seq, changes } = JSON.parse(json) as { seq: number; changes: Json[] };
    if (seq <= study.seq) continue;
    if (seq !== study.seq + 1 || sha256(study.chain, '\n', entry) !== chain) throw new Error(`change ${seq} does not follow`);
    for (const { collection, id, after } of changes) {
      if (after === null) delete study.records[collection][id];
      else (study.records[collection] ??= {})[id] = after;
    }
    study.seq = seq;
    study.chain = chain;
  }
}

if (process.argv[1] === import.meta.filename) console.log(JSON.stringify(readStudy(process.argv[2] ?? '.')));
