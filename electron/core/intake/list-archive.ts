// Reads the list at the end of a zip archive (PKWARE APPNOTE 4.3.12 and 4.3.16), without unpacking anything.

export interface ArchiveEntry {
  name: string;
  /** Bytes as the list declares them. */
  packed: number;
  size: number;
  crc: number;
  /** 0 stored, 8 deflated; other ways are not read. */
  method: number;
  encrypted: boolean;
  /** Where the packed bytes begin. */
  start: number;
}

const END = 0x06054b50;
const END_64_PLACE = 0x07064b50;
const END_64 = 0x06064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const WIDE = 0xffffffff;

/** The files of an archive in the order of its list; null when there is no sound list, 'too-many' beyond `most` files. */
export function listArchive(bytes: Uint8Array, most: number): ArchiveEntry[] | 'too-many' | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = findEnd(view);
    if (end === null) return null;
    const { count, offset, shift } = readEnd(view, end);
    if (count > most) return 'too-many';
    const entries: ArchiveEntry[] = [];
    for (let at = offset + shift; entries.length < count;) {
      if (view.getUint32(at, true) !== ENTRY) return null;
      const entry = readEntry(view, at, shift);
      if (entry.start + entry.packed > bytes.length) return null;
      entries.push(entry);
      at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    return entries;
  } catch (error) {
    // Every read is bounds-checked by the view: a list that points outside of the file is damaged.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function findEnd(view: DataView): number | null {
  const least = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= least; at -= 1) if (view.getUint32(at, true) === END) return at;
  return null;
}

/** `shift` is the length of what was put before the archive; offsets in the list do not know of it. */
function readEnd(view: DataView, end: number): { count: number; offset: number; shift: number } {
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const offset = view.getUint32(end + 16, true);
  if (end >= 20 && view.getUint32(end - 20, true) === END_64_PLACE) {
    const wide = Number(view.getBigUint64(end - 12, true));
    if (view.getUint32(wide, true) === END_64) {
      return { count: Number(view.getBigUint64(wide + 32, true)), offset: Number(view.getBigUint64(wide + 48, true)), shift: 0 };
    }
  }
  return { count, offset, shift: Math.max(0, end - size - offset) };
}

function readEntry(view: DataView, at: number, shift: number): ArchiveEntry {
  const flags = view.getUint16(at + 8, true);
  const nameLength = view.getUint16(at + 28, true);
  const wide = readWideSizes(view, at + 46 + nameLength, view.getUint16(at + 30, true));
  const sized = (place: number): number => {
    const value = view.getUint32(at + place, true);
    return value === WIDE ? wide() : value;
  };
  // The order of the wide values is that of the specification (4.5.3): size, packed size, place.
  const size = sized(24);
  const packed = sized(20);
  const local = sized(42) + shift;
  if (view.getUint32(local, true) !== LOCAL) throw new RangeError('no file where the list says');
  return {
    name: decodeName(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength), (flags & 0x800) !== 0),
    packed,
    size,
    crc: view.getUint32(at + 16, true),
    method: view.getUint16(at + 10, true),
    encrypted: (flags & 1) !== 0,
    start: local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true),
  };
}

/** Gives the 64-bit values of an entry one after the other. */
function readWideSizes(view: DataView, start: number, length: number): () => number {
  let at = start;
  while (at + 4 <= start + length && view.getUint16(at, true) !== 1) at += 4 + view.getUint16(at + 2, true);
  at += 4;
  return () => {
    const value = Number(view.getBigUint64(at, true));
    at += 8;
    return value;
  };
}

function decodeName(bytes: Uint8Array, utf8: boolean): string {
  return new TextDecoder(utf8 ? 'utf-8' : 'latin1').decode(bytes);
}
