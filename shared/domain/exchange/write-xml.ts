// Writes XML elements as text: UTF-8, LF, two spaces a level, nothing that XML 1.0 forbids.

type AttributeValue = string | number | boolean | null | undefined;

/** An element to write: name, attributes in order, and either text or children. */
export interface XmlNode {
  name: string;
  attributes: Readonly<Record<string, AttributeValue>>;
  content: string | readonly XmlNode[];
}

/** @param attributes those that are null or undefined are left out. */
export function xml(name: string, attributes: XmlNode['attributes'], content: XmlNode['content'] = []): XmlNode {
  return { name, attributes, content };
}

/** The whole document with its declaration and a line feed at the end. */
export function writeXml(root: XmlNode): string {
  const lines: string[] = ['<?xml version="1.0" encoding="utf-8"?>'];
  writeNode(root, '', lines);
  return `${lines.join('\n')}\n`;
}

function writeNode({ name, attributes, content }: XmlNode, indent: string, lines: string[]): void {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  if (typeof content === 'string') lines.push(`${indent}<${name}${given}>${escapeXml(content)}</${name}>`);
  else if (content.length === 0) lines.push(`${indent}<${name}${given} />`);
  else {
    lines.push(`${indent}<${name}${given}>`);
    for (const child of content) writeNode(child, `${indent}  `, lines);
    lines.push(`${indent}</${name}>`);
  }
}

/** What XML 1.0 (section 2.2) leaves out: control characters but tab and line ends, half pairs, two non-characters. */
const FORBIDDEN = /[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]|\p{Cs}/gu;

/** Text without the characters that no XML 1.0 file may hold. */
export function withoutForbidden(text: string): string {
  return text.replace(FORBIDDEN, '');
}

/** Text as it stands between tags or in an attribute; line ends and tabs are kept by their numbers where a reader would change them. */
function escapeXml(text: string): string {
  return withoutForbidden(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\r/g, '&#13;')
    .replace(/\n/g, '&#10;')
    .replace(/\t/g, '&#9;');
}
