// Reads the tables of an SQLite 3 file from its bytes (sqlite.org/fileformat2.html): no query of the file's own is ever run, and no disk is needed.

export type SqliteValue = number | string | Uint8Array | null;
export type SqliteRow = Record<string, SqliteValue>;

/** Thrown when the bytes are no sound SQLite file. The message completes “it is damaged: …”. */
export class SqliteFault extends Error {}

export interface SqliteFile {
  tables: readonly string[];
  /** Rows by column name in the order of their row ids; none for a table that is not there. @throws SqliteFault */
  rows(table: string): SqliteRow[];
}

const MAGIC = 'SQLite format 3\0';
const MOST_ROWS = 5_000_000;

/** Whether the bytes begin like an SQLite file. */
export function isSqlite(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 16)).toString('latin1') === MAGIC;
}

/** @throws SqliteFault when the list of tables cannot be read. */
export function openSqlite(bytes: Uint8Array): SqliteFile {
  if (!isSqlite(bytes) || bytes.length < 512) throw new SqliteFault('it does not begin as such a file');
  const pages = new Pages(bytes);
  const schema = new Map<string, { root: number; columns: Column[] }>();
  for (const [, values] of pages.table(1)) {
    const [type, name, , root, sql] = values;
    if (type !== 'table' || typeof name !== 'string' || typeof root !== 'number' || typeof sql !== 'string') continue;
    if (!/\bwithout\s+rowid\b/i.test(sql.slice(-40))) schema.set(name.toLowerCase(), { root, columns: columnsOf(sql) });
  }
  return {
    tables: [...schema.keys()],
    rows: (table) => {
      const found = schema.get(table.toLowerCase());
      return found ? [...pages.table(found.root)].map(([rowid, values]) => rowOf(found.columns, rowid, values)) : [];
    },
  };
}

interface Column {
  name: string;
  /** Its value is the row's own id. */
  isRowid: boolean;
}

function rowOf(columns: readonly Column[], rowid: number, values: readonly SqliteValue[]): SqliteRow {
  return Object.fromEntries(
    columns.map(({ name, isRowid }, index) => [name, isRowid ? (values[index] ?? rowid) : (values[index] ?? null)]),
  );
}

/** Column names of a CREATE TABLE statement, in lower case. */
function columnsOf(sql: string): Column[] {
  const inside = sql.slice(sql.indexOf('(') + 1, sql.lastIndexOf(')'));
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const letter of inside) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === ',' && depth === 0) {
      parts.push(part);
      part = '';
    } else part += letter;
  }
  parts.push(part);
  return parts
    .map((each) => each.trim())
    .filter((each) => !/^(?:constraint|primary\s+key|unique|check|foreign\s+key)\b/i.test(each))
    .map((each) => ({
      name: (
        /^(?:"([^"]+)"|\[([^\]]+)\]|`([^`]+)`|([^\s(]+))/
          .exec(each)
          ?.slice(1)
          .find((name) => name !== undefined) ?? ''
      ).toLowerCase(),
      isRowid: /\binteger\b/i.test(each) && /\bprimary\s+key\b/i.test(each),
    }));
}

class Pages {
  readonly #view: DataView;
  readonly #bytes: Uint8Array;
  readonly #size: number;
  readonly #usable: number;
  readonly #decoder: InstanceType<typeof TextDecoder>;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const size = this.#view.getUint16(16);
    this.#size = size === 1 ? 65_536 : size;
    this.#usable = this.#size - this.#view.getUint8(20);
    if (this.#size < 512 || this.#usable < 480) throw new SqliteFault('its page size makes no sense');
    this.#decoder = new TextDecoder(['utf-8', 'utf-16le', 'utf-16be'][this.#view.getUint32(56) - 1] ?? 'utf-8');
  }

  /** All rows of a table b-tree: row id and values. */
  *table(root: number): Generator<[number, SqliteValue[]]> {
    const seen = new Set<number>();
    const waiting = [root];
    let rows = 0;
    for (let page = waiting.pop(); page !== undefined; page = waiting.pop()) {
      if (seen.has(page)) throw new SqliteFault('its pages lead in a circle');
      seen.add(page);
      const { type, cells, last } = this.#page(page);
      if (type === 0x05) waiting.push(last, ...cells.map((at) => this.#uint32(at)).reverse());
      else if (type === 0x0d) {
        for (const at of cells) {
          rows += 1;
          if (rows > MOST_ROWS) throw new SqliteFault('a table has more than five million rows');
          yield this.#row(at);
        }
      } else throw new SqliteFault('a page is not what it should be');
    }
  }

  #page(number: number): { type: number; cells: number[]; last: number } {
    const start = (number - 1) * this.#size;
    const head = number === 1 ? start + 100 : start;
    if (number < 1 || start + this.#size > this.#bytes.length) throw new SqliteFault('its end is missing');
    const type = this.#view.getUint8(head);
    const count = this.#view.getUint16(head + 3);
    const first = head + (type === 0x05 ? 12 : 8);
    if (first + count * 2 > start + this.#size) throw new SqliteFault('a page is not what it should be');
    const cells = Array.from({ length: count }, (_, index) => start + this.#view.getUint16(first + index * 2));
    return { type, cells, last: type === 0x05 ? this.#view.getUint32(head + 8) : 0 };
  }

  #row(at: number): [number, SqliteValue[]] {
    const [length, afterLength] = this.#varint(this.#bytes, at);
    const [rowid, start] = this.#varint(this.#bytes, afterLength);
    if (length > this.#bytes.length) throw new SqliteFault('a row is longer than the file');
    return [rowid, this.#values(this.#payload(start, length))];
  }

  /** The content of a row, with what lies on overflow pages. */
  #payload(start: number, length: number): Uint8Array {
    const most = this.#usable - 35;
    if (length <= most) return this.#bytes.subarray(start, start + length);
    const least = Math.floor(((this.#usable - 12) * 32) / 255) - 23;
    const wanted = least + ((length - least) % (this.#usable - 4));
    const local = wanted <= most ? wanted : least;
    const payload = new Uint8Array(length);
    payload.set(this.#bytes.subarray(start, start + local));
    let next = this.#uint32(start + local);
    for (let filled = local; filled < length;) {
      const page = (next - 1) * this.#size;
      if (next < 1 || page + this.#size > this.#bytes.length) throw new SqliteFault('the rest of a long row is missing');
      const taken = Math.min(length - filled, this.#usable - 4);
      payload.set(this.#bytes.subarray(page + 4, page + 4 + taken), filled);
      filled += taken;
      next = this.#uint32(page);
    }
    return payload;
  }

  #values(payload: Uint8Array): SqliteValue[] {
    const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
    const [headerLength, first] = this.#varint(payload, 0);
    const values: SqliteValue[] = [];
    let body = headerLength;
    for (let at = first; at < headerLength;) {
      const [type, next] = this.#varint(payload, at);
      at = next;
      const length = lengthOf(type);
      if (body + length > payload.length) throw new SqliteFault('a row is cut off');
      values.push(this.#value(view, payload, type, body, length));
      body += length;
    }
    return values;
  }

  #value(view: DataView, payload: Uint8Array, type: number, at: number, length: number): SqliteValue {
    if (type === 0) return null;
    if (type === 8 || type === 9) return type - 8;
    if (type === 7) return view.getFloat64(at);
    if (type < 7) {
      let value = view.getInt8(at);
      for (let index = 1; index < length; index += 1) value = value * 256 + view.getUint8(at + index);
      return value;
    }
    const content = payload.subarray(at, at + length);
    return type % 2 === 0 ? Uint8Array.from(content) : this.#decoder.decode(content);
  }

  #uint32(at: number): number {
    if (at < 0 || at + 4 > this.#bytes.length) throw new SqliteFault('its end is missing');
    return this.#view.getUint32(at);
  }

  /** A number of one to nine bytes, and the place after it. */
  #varint(bytes: Uint8Array, at: number): [number, number] {
    let value = 0;
    for (let index = 0; index < 9; index += 1) {
      const byte = bytes[at + index];
      if (byte === undefined) throw new SqliteFault('its end is missing');
      if (index === 8) return [value * 256 + byte, at + 9];
      value = value * 128 + (byte & 0x7f);
      if (byte < 0x80) return [value, at + index + 1];
    }
    return [value, at + 9];
  }
}

/** Bytes of a value by its serial type. */
function lengthOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2);
  return [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0][type] ?? 0;
}
