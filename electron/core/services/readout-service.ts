// Builds the readout of the open study as one document: Markdown, a self-contained web page, or a Word document.
import { createHash } from 'node:crypto';

import { buildReadout } from '#shared/domain/readout/build-readout';
import type { ReadoutContent } from '#shared/domain/readout/readout-content';
import { readoutHtml } from '#shared/domain/readout/readout-html';
import { readoutMarkdown } from '#shared/domain/readout/readout-markdown';
import { withheldReport } from '#shared/domain/participants/withheld-report';
import { withheldWords } from '#shared/domain/participants/withheld-words';
import type { Purpose } from '#shared/model/records/consent';
import type { ReadoutDocument, ReadoutFormat } from '#shared/rpc/answers';

import { fileNameOf } from './file-name-of.ts';
import { wordsOut } from '../exchange/withheld.ts';
import { loadTurnSpeakers } from './turn-speakers.ts';
import type { StudyView } from './study-view.ts';

const MEDIA_TYPES: { readonly [F in ReadoutFormat]: string } = {
  md: 'text/markdown',
  html: 'text/html',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** @param now ISO 8601; the readout names the day. */
export async function buildReadoutFor(
  vault: StudyView,
  format: ReadoutFormat,
  names: 'pseudonyms' | 'names',
  now: string,
  purpose?: Purpose,
): Promise<ReadoutDocument> {
  await vault.settled();
  const out = wordsOut(now, purpose);
  const turnSpeakers = await loadTurnSpeakers(vault);
  const content = buildReadout(vault.state, { names, today: out.day, purpose: out.purpose, turnSpeakers });
  const bytes = await readoutBytes(content, format);
  return {
    fileName: `${fileNameOf(content.title, 'Study')} readout.${format}`,
    mediaType: MEDIA_TYPES[format],
    base64: Buffer.from(bytes).toString('base64'),
    withheld: withheldReport(vault.state, withheldWords(vault.state, out, { turnSpeakers })),
  };
}

/** A document of ours in Markdown as the bytes of a Word document. */
export async function asWordDocument(markdown: string): Promise<Uint8Array> {
  const { markdownDocx } = await import('../documents/markdown-docx.ts');
  return markdownDocx(markdown);
}

async function readoutBytes(content: ReadoutContent, format: ReadoutFormat): Promise<Uint8Array> {
  if (format === 'md') return Buffer.from(readoutMarkdown(content));
  if (format === 'html') return Buffer.from(readoutHtml(content, (part) => createHash('sha256').update(part).digest('base64')));
  // Its library is large and not needed before.
  const { readoutDocx } = await import('../documents/readout-docx.ts');
  return readoutDocx(content);
}
