// Reads an XML file into plain elements: no document type, no entities but the five, bounded depth and size.
import { SaxesParser } from 'saxes';

import { decodeText } from '#shared/domain/transcript/decode-text';
import { unreadableFile } from '#shared/domain/transcript/unreadable-file';
import { withoutForbidden } from '#shared/domain/exchange/write-xml';
import type { XmlElement } from '#shared/domain/exchange/xml-element';

/** Elements inside of elements; honest projects have fewer than twenty. */
const DEEPEST = 500;
const MOST_ELEMENTS = 5_000_000;

interface OpenElement extends XmlElement {
  attributes: Record<string, string>;
  children: XmlElement[];
}

/** Stops the parser with a reason of ours. */
class Refusal extends Error {}

/**
 * @param fileName for messages.
 * @throws AppError('unreadable-file') when it is no well-formed XML, declares a document type, or is beyond the limits.
 */
export function readXml(fileName: string, bytes: Uint8Array): XmlElement {
  const { text } = decodeText(bytes, { fileName });
  const parser = new SaxesParser({ xmlns: false });
  const open: OpenElement[] = [];
  let root: XmlElement | null = null;
  let count = 0;
  parser.on('doctype', () => {
    throw new Refusal('it declares a document type, which no exchange file needs');
  });
  parser.on('opentag', ({ name, attributes }) => {
    count += 1;
    if (open.length >= DEEPEST) throw new Refusal(`its elements lie more than ${DEEPEST} deep`);
    if (count > MOST_ELEMENTS) throw new Refusal('it holds more than five million elements');
    const element: OpenElement = { name: localName(name), attributes: ownAttributes(attributes), children: [], text: '' };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const append = (characters: string): void => {
    const element = open.at(-1);
    if (element) element.text += characters;
  };
  parser.on('text', append);
  parser.on('cdata', append);
  parser.on('error', (error) => {
    throw new Refusal(`it is not well-formed XML (${place(error.message)})`);
  });
  try {
    // Control characters, which some tools write into names, would end the reading of everything else.
    parser.write(withoutForbidden(text.replace(/^\ufeff/, '').trimStart())).close();
  } catch (error) {
    if (error instanceof Refusal) throw unreadableFile(fileName, error.message, 'Export it again from the other tool.');
    throw error;
  }
  if (root === null) throw unreadableFile(fileName, 'it holds no XML element', 'Export it again from the other tool.');
  return root;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** By local name in lower case; `xmlns` keeps its name, prefixed declarations go. */
function ownAttributes(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const own: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of Object.entries(attributes)) {
    if (!name.startsWith('xmlns:')) own[localName(name).toLowerCase()] = value;
  }
  return own;
}

/** Only where it is: the parser's messages quote the file. */
function place(message: string): string {
  const found = /^(\d+):(\d+)/.exec(message);
  return found ? `line ${found[1]}, column ${found[2]}` : 'its end is missing';
}
