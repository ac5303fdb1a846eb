// Bulk import of quotes from CSV: columns quote, tags, participant, source, note.
import path from 'node:path';

import Papa from 'papaparse';

import { findQuote } from '#shared/domain/transcript/anchor';
import { decodeText } from '#shared/domain/transcript/decode-text';
import { AppError } from '#shared/lib/app-error';
import { countWords, normaliseText } from '#shared/lib/text';
import type { Source } from '#shared/model/records/source';
import type { TextEncoding, Turn } from '#shared/model/transcript';
import type { EditInput } from '#shared/edits/index';

import { Pauses } from '../vault/pauses.ts';
import type { LongJob } from '../vault/turns.ts';
import type { Vault } from '../vault/vault.ts';
import { titleOf } from './import-service.ts';

type QuotesInput = EditInput<'importQuotes'>;

export interface QuoteRow {
  /** Number of the row, from 1, the heading not counted. */
  row: number;
  quote: string;
  tags: string[];
  participant: string;
  source: string;
  note: string;
}

export type QuoteAnswer = { row: number; ok: true; snippet: string } | { row: number; ok: false; error: string };

/** @throws AppError('unreadable-file') when the file is not such a table. */
export function readQuoteRows(bytes: Uint8Array, fileName: string): { rows: QuoteRow[]; encoding: TextEncoding } {
  const name = path.basename(fileName);
  const { text, encoding } = decodeText(bytes);
  const parsed = Papa.parse<Record<string, string>>(normaliseText(text), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (heading) => heading.trim().toLowerCase(),
  });
  if (!parsed.meta.fields?.includes('quote')) {
    throw new AppError(
      'unreadable-file',
      `“${name}” has no column called “quote”. Its first line must name the columns: quote,tags,participant,source,note.`,
    );
  }
  const broken = parsed.errors.find((error) => error.type === 'Quotes');
  if (broken)
    throw new AppError(
      'unreadable-file',
      `“${name}”, row ${(broken.row ?? 0) + 1}: a quotation mark is opened and not closed. Nothing was imported.`,
    );
  const rows = parsed.data.map((fields, index) => ({
    row: index + 1,
    quote: (fields['quote'] ?? '').trim(),
    tags: (fields['tags'] ?? '')
      .split(';')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
    participant: (fields['participant'] ?? '').trim(),
    source: (fields['source'] ?? '').trim(),
    note: (fields['note'] ?? '').trim(),
  }));
  return { rows, encoding };
}

/**
 * Records the rows as one step. A quote of a source that is there must stand in it; rows of sources that are not there become
 * the turns of one new source named after the file. Rows that cannot go in are answered with the reason; the others go in.
 */
export async function importQuoteRows(
  vault: Vault,
  fileName: string,
  { rows, encoding }: { rows: readonly QuoteRow[]; encoding: TextEncoding },
  newId: () => string,
  job?: LongJob,
): Promise<QuoteAnswer[]> {
  const answers = new Map<number, QuoteAnswer>();
  const good: { row: QuoteRow; input: QuotesInput['rows'][number] }[] = [];
  const loose: QuoteRow[] = [];
  const sourceOf = sourcesByName(vault);
  const pauses = new Pauses();
  for (const row of rows) {
    if (pauses.due) await pauses.take();
    if (job?.signal.aborted) throw stopped();
    const problem = await placeRow(vault, row, sourceOf, good, loose);
    if (problem) answers.set(row.row, { row: row.row, ok: false, error: problem });
  }
  const source = loose.length > 0 ? await storeLooseRows(vault, fileName, loose, encoding, newId(), good) : null;
  if (good.length > 0) {
    try {
      const { result } = await vault.edit(
        'importQuotes',
        { sources: source ? [source] : [], rows: good.map(({ input }) => input) },
        { job },
      );
      const snippetIds = result.snippetIds as readonly string[];
      for (const [index, { row }] of good.entries()) answers.set(row.row, { row: row.row, ok: true, snippet: snippetIds[index] ?? '' });
    } catch (error) {
      if (source) await vault.transcripts.discard(source.id, 1);
      throw error;
    }
  }
  return rows.flatMap((row) => answers.get(row.row) ?? []);
}

const stopped = (): AppError => new AppError('cancelled', 'The import was stopped. Nothing of it was kept.');

/** Puts a row with those that can go in; gives the reason when it cannot. */
async function placeRow(
  vault: Vault,
  row: QuoteRow,
  sourceOf: ReadonlyMap<string, Source>,
  good: { row: QuoteRow; input: QuotesInput['rows'][number] }[],
  loose: QuoteRow[],
): Promise<string | null> {
  if (row.quote === '') return 'The quote is empty.';
  const long = row.tags.find((tag) => tag.length > 300);
  if (long !== undefined) return 'A tag is longer than 300 characters.';
  const source = row.source === '' ? undefined : (sourceOf.get(`id ${row.source}`) ?? sourceOf.get(`name ${row.source.toLowerCase()}`));
  if (!source) {
    loose.push(row);
    return null;
  }
  const found = findQuote(await vault.turns(source.id), row.quote);
  if (!found) return `These words do not stand in “${source.title}”.`;
  good.push({ row, input: { sourceId: source.id, quote: row.quote, tags: row.tags, note: row.note } });
  return null;
}

/** Sources by their id, title and file name; of two with the same name the first. */
function sourcesByName(vault: Vault): Map<string, Source> {
  const found = new Map<string, Source>();
  for (const source of vault.state.all('sources').values()) {
    for (const name of [`id ${source.id}`, `name ${source.title.toLowerCase()}`, `name ${source.fileName.toLowerCase()}`]) {
      if (!found.has(name)) found.set(name, source);
    }
  }
  return found;
}

/** Writes the loose rows as the turns of one source; the participant column is the speaker. */
async function storeLooseRows(
  vault: Vault,
  fileName: string,
  loose: readonly QuoteRow[],
  encoding: TextEncoding,
  id: string,
  good: { row: QuoteRow; input: QuotesInput['rows'][number] }[],
): Promise<QuotesInput['sources'] extends (infer S)[] | undefined ? S : never> {
  const turns: Turn[] = loose.map((row) => ({ speaker: row.participant || null, startMs: null, endMs: null, text: row.quote }));
  const sha256 = await vault.transcripts.write(id, 1, { turns });
  for (const [turn, row] of loose.entries()) {
    good.push({ row, input: { sourceId: id, quote: row.quote, turn, tags: row.tags, note: row.note } });
  }
  const labels = [...new Set(loose.map((row) => row.participant).filter((label) => label !== ''))];
  return {
    id,
    kind: 'interview',
    title: titleOf(fileName),
    heldOn: null,
    fileName: path.basename(fileName),
    format: 'quotes',
    encoding,
    speakers: labels.map((label) => ({
      label,
      role: 'participant' as const,
      participantId: participantByName(vault, label),
      newParticipantName: label,
    })),
    participantId: null,
    transcript: {
      revision: 1,
      sha256,
      turns: turns.length,
      words: turns.reduce((sum, turn) => sum + countWords(turn.text), 0),
      startMs: null,
      endMs: null,
    },
  };
}

function participantByName(vault: Vault, label: string): string | null {
  const wanted = label.toLowerCase();
  for (const person of vault.state.all('participants').values()) {
    if (person.pseudonym.toLowerCase() === wanted || person.name.toLowerCase() === wanted) return person.id;
  }
  return null;
}
