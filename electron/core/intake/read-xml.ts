// Reads XML parts of documents piece by piece: no entities of its own, no depth without end, nothing fetched.
import { SaxesParser } from 'saxes';

import { unreadableFile } from '#shared/domain/transcript/unreadable-file';

/** Elements inside of each other (trust.md, C6). */
export const MAXIMUM_DEPTH = 100;

export interface XmlEvents {
  /** Names with their prefix, as written. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Reads one XML text from beginning to end and reports what it meets.
 * @param fileName of the document, for messages.
 * @throws AppError('unreadable-file') when it is not well formed, declares entities, or is deeper than MAXIMUM_DEPTH.
 */
export function readXml(fileName: string, bytes: Uint8Array, events: XmlEvents): void {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  let depth = 0;
  let harm: Error | null = null;
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > MAXIMUM_DEPTH) throw (harm = hostile(fileName, `its parts lie more than ${MAXIMUM_DEPTH} deep inside of each other`));
    events.open?.(name, attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    events.close?.(name);
  });
  // A document type that only names itself is harmless: nothing is fetched. One that declares something could grow without end.
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) throw (harm = hostile(fileName, 'it declares entities of its own'));
  });
  if (events.text) {
    parser.on('text', (text) => events.text?.(text));
    parser.on('cdata', (text) => events.text?.(text));
  }
  parser.on('error', (error) => {
    throw error;
  });
  try {
    parser.write(decodeXml(bytes)).close();
  } catch (error) {
    if (harm !== null || (error instanceof Error && error.name === 'AppError')) throw error;
    throw unreadableFile(fileName, 'it is damaged inside', 'Open it in its own program, save it anew and import the new file.');
  }
}

/** The text of an XML part: by its mark, then by what it declares, then UTF-8. */
export function decodeXml(bytes: Uint8Array): string {
  const mark = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  if (mark.startsWith('\u00FF\u00FE') || mark.startsWith('<\0')) return new TextDecoder('utf-16le').decode(bytes);
  if (mark.startsWith('\u00FE\u00FF') || mark.startsWith('\0<')) return new TextDecoder('utf-16be').decode(bytes);
  const declared = /^<\?xml[^>]{0,100}?encoding\s{0,5}=\s{0,5}["']([A-Za-z][\w.:-]{0,40})["']/u.exec(mark)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(declared).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** The part of a name after its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function hostile(fileName: string, reason: string): Error {
  return unreadableFile(
    fileName,
    `${reason}, which no honest document does`,
    'If it comes from somebody you trust, open it in its own program, copy the text and paste it here.',
  );
}
