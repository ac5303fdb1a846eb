// Reads web pages: the text a reader would see, paragraph by paragraph, tables as tables.
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

import { decodeText } from '#shared/domain/transcript/decode-text';
import type { ParsedTranscript } from '#shared/domain/transcript/parsed-transcript';
import { unreadableFile } from '#shared/domain/transcript/unreadable-file';

import { BlockBuilder } from './block-builder.ts';
import { readBlocks } from './read-blocks.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Pages nest deeper than documents; beyond this nobody wrote them by hand or with an editor. */
const MAXIMUM_DEPTH = 400;
const NOT_SHOWN = new Set(
  'script style template noscript head title meta link iframe object embed svg math canvas audio video map nav button select option input textarea datalist dialog'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main ol p pre section summary ul caption legend'.split(
    ' ',
  ),
);

/**
 * Reads a web page. Scripts, styles, menus, forms and what is hidden are left out; nothing is fetched or run.
 * @throws AppError('unreadable-file')
 */
export function readHtml(fileName: string, bytes: Uint8Array): ParsedTranscript {
  const decoded = decodeHtml(fileName, bytes);
  const page = parse(decoded.text);
  const builder = new BlockBuilder();
  const walker = new PageWalker(fileName, builder);
  for (const node of page.childNodes) walker.walk(node, 0, false);
  walker.close();
  return {
    ...readBlocks(fileName, {
      format: 'html',
      blocks: builder.blocks,
      warnings: decoded.warnings,
      emptyReason: 'no text was found on the page',
    }),
    encoding: decoded.encoding,
  };
}

/** A page may name its encoding; Windows-1252 and its kin are told apart from UTF-8 by their bytes as in text files. */
function decodeHtml(fileName: string, bytes: Uint8Array): ReturnType<typeof decodeText> {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const declared = /<meta[^>]{0,200}charset\s{0,3}=\s{0,3}["']?([\w.:-]{1,40})/iu.exec(head)?.[1]?.toLowerCase();
  if (declared !== undefined && declared !== 'utf-8' && !/^(?:windows-1252|iso-8859-1|us-ascii|latin1|utf-16)/u.test(declared)) {
    try {
      const text = new TextDecoder(declared).decode(bytes);
      return { ...decodeText(new TextEncoder().encode(text), { fileName }), encoding: 'utf-8' };
    } catch {
      // An encoding that nobody knows: the bytes decide.
    }
  }
  return decodeText(bytes, { fileName });
}

class PageWalker {
  readonly #fileName: string;
  readonly #builder: BlockBuilder;
  #open = false;

  constructor(fileName: string, builder: BlockBuilder) {
    this.#fileName = fileName;
    this.#builder = builder;
  }

  walk(node: Node, depth: number, asWritten: boolean): void {
    if (depth > MAXIMUM_DEPTH) {
      throw unreadableFile(
        this.#fileName,
        'its parts lie too deep inside of each other',
        'Open it in a browser, copy the text and paste it here.',
      );
    }
    if (node.nodeName === '#text') this.#write((node as DefaultTreeAdapterTypes.TextNode).value, asWritten);
    else if ('tagName' in node) this.#element(node, depth, asWritten);
  }

  /** Ends the paragraph that is open. */
  close(): void {
    if (this.#open) this.#builder.closeParagraph();
    this.#open = false;
  }

  #write(text: string, asWritten: boolean): void {
    if (!this.#open && text.trim() === '') return;
    if (!this.#open) this.#builder.openParagraph();
    this.#open = true;
    this.#builder.write(asWritten ? text : text.replace(/[ \t\r\n\f]+/gu, ' '), !asWritten);
  }

  #element(element: Element, depth: number, asWritten: boolean): void {
    const name = element.tagName;
    if (NOT_SHOWN.has(name) || isHidden(element)) return;
    if (name === 'br') {
      if (this.#open) this.#builder.write('\n', false);
      return;
    }
    if (name === 'table') return this.#table(element, depth);
    const block = BLOCKS.has(name);
    if (block) this.close();
    for (const child of element.childNodes) this.walk(child, depth + 1, asWritten || name === 'pre');
    if (block) this.close();
  }

  #table(table: Element, depth: number): void {
    this.close();
    this.#builder.openTable();
    for (const part of table.childNodes) {
      if (!('tagName' in part)) continue;
      if (part.tagName === 'tr') this.#row(part, depth + 2);
      else if (/^(?:thead|tbody|tfoot)$/u.test(part.tagName)) {
        for (const row of part.childNodes) if ('tagName' in row && row.tagName === 'tr') this.#row(row, depth + 3);
      }
    }
    this.#builder.closeTable();
  }

  #row(row: Element, depth: number): void {
    if (isHidden(row)) return;
    this.#builder.openRow();
    for (const cell of row.childNodes) {
      if (!('tagName' in cell) || (cell.tagName !== 'td' && cell.tagName !== 'th')) continue;
      this.#builder.openCell();
      for (const child of cell.childNodes) this.walk(child, depth + 1, false);
      this.close();
      this.#builder.closeCell();
    }
  }
}

function isHidden(element: Element): boolean {
  return element.attrs.some(
    ({ name, value }) =>
      name === 'hidden' || (name === 'style' && /display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden/iu.test(value)),
  );
}
