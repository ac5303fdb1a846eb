// GUIDs of the exchange standard and ids of Plumbline: which is which, and one from the other.

const GUID = /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/;

/** Whether a text is a GUID without braces, which is a valid id of a record as well. */
export function isGuid(text: string): boolean {
  return GUID.test(text);
}

/** A GUID or another program's id as it is compared: without braces and in lower case. */
export function guidKey(text: string): string {
  return text
    .trim()
    .replace(/^\{|\}$/g, '')
    .toLowerCase();
}

/** The GUID of a record: its id when that is one, else one made from collection and id, the same each time. */
export function guidOf(collection: string, id: string): string {
  return isGuid(id) ? id : guidFrom(`${collection}/${id}`);
}

/** A GUID (version 8 of RFC 9562: custom) made of a text by four interleaved FNV-1a hashes with a final mix. */
export function guidFrom(text: string): string {
  const parts = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    for (let part = 0; part < 4; part += 1) parts[part] = Math.imul((parts[part] ?? 0) ^ (unit + part * 0x101), 0x01000193);
  }
  const hex = parts.map((part, index) => mixed(part ^ Math.imul(parts[(index + 1) % 4] ?? 0, 0x27d4eb2f))).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** MurmurHash3's finaliser, as eight hexadecimal digits. */
function mixed(value: number): string {
  let hash = value >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, '0');
}
