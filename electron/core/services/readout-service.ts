// Builds the readout of the open study as one document: Markdown, or a self-contained web page.
import { createHash } from 'node:crypto';

import { buildReadout } from '#shared/domain/readout/build-readout';
import { readoutHtml } from '#shared/domain/readout/readout-html';
import { readoutMarkdown } from '#shared/domain/readout/readout-markdown';
import { withheldReport } from '#shared/domain/participants/withheld-report';
import { withheldWords } from '#shared/domain/participants/withheld-words';
import type { Purpose } from '#shared/model/records/consent';
import type { ReadoutDocument } from '#shared/rpc/answers';

import { fileNameOf } from './file-name-of.ts';
import { wordsOut } from '../exchange/withheld.ts';
import { loadTurnSpeakers } from './turn-speakers.ts';
import type { StudyView } from './study-view.ts';

const KINDS = {
  md: { extension: 'md', mediaType: 'text/markdown' },
  html: { extension: 'html', mediaType: 'text/html' },
} as const;

/** @param now ISO 8601; the readout names the day. */
export async function buildReadoutFor(
  vault: StudyView,
  format: 'md' | 'html',
  names: 'pseudonyms' | 'names',
  now: string,
  purpose?: Purpose,
): Promise<ReadoutDocument> {
  await vault.settled();
  const out = wordsOut(now, purpose);
  const turnSpeakers = await loadTurnSpeakers(vault);
  const content = buildReadout(vault.state, { names, today: out.day, purpose: out.purpose, turnSpeakers });
  const text =
    format === 'md' ? readoutMarkdown(content) : readoutHtml(content, (part) => createHash('sha256').update(part).digest('base64'));
  const { extension, mediaType } = KINDS[format];
  return {
    fileName: `${fileNameOf(content.title, 'Study')} readout.${extension}`,
    mediaType,
    text,
    withheld: withheldReport(vault.state, withheldWords(vault.state, out, { turnSpeakers })),
  };
}
