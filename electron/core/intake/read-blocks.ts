// Makes a transcript of the paragraphs and tables of a document: speakers are found the same way as in text files.
import { parseLabelledText } from '#shared/domain/transcript/parse-labelled-text';
import type { ParsedTranscript, ParsedTurn } from '#shared/domain/transcript/parsed-transcript';
import { unreadableFile } from '#shared/domain/transcript/unreadable-file';
import { countNoun, countWords } from '#shared/lib/text';
import type { DocumentFormat } from '#shared/model/transcript';

import { type DocumentBlock, linesOf, type TableBlock, tidyText } from './document-blocks.ts';
import { joinFragments } from './join-fragments.ts';
import { findSpeakerColumns, turnsOfTable } from './speaker-table.ts';
import { readStampedEntries } from './stamped-entries.ts';

/** From this many lines a paragraph on, on average, somebody broke lines instead of writing paragraphs. */
const LINES_INSTEAD = 4;

interface Reading {
  turns: ParsedTurn[];
  heading: string | null;
  warnings: string[];
}

export interface DocumentContent {
  format: DocumentFormat;
  blocks: readonly DocumentBlock[];
  /** Footnotes and endnotes: they become the last turn, nobody said them. */
  notes?: readonly string[];
  /** Finished sentences for a person. */
  warnings: readonly string[];
  /** Completes "it was not imported: …" when the document has no text. */
  emptyReason?: string;
}

/** @throws AppError('unreadable-file') when the document holds no words. */
export function readBlocks(fileName: string, content: DocumentContent): ParsedTranscript {
  const blocks = joinTables(content.blocks.map(tidyBlock));
  const notes = (content.notes ?? []).map((note) => tidyText(note).trim()).filter((note) => note !== '');
  if (!blocks.some((block) => linesOf(block).some((line) => line.trim() !== '')) && notes.length === 0) {
    throw unreadableFile(fileName, content.emptyReason ?? 'it holds no text', 'Check that the right file was chosen.');
  }
  const { turns, heading, warnings } = readSpeakerTables(blocks) ?? readLines(blocks);
  const joined = joinFragments(withoutSilent(turns));
  const all = [...joined.turns];
  const said = [...content.warnings, ...warnings, ...joined.warnings];
  if (notes.length > 0) {
    all.push({ speaker: null, startMs: null, endMs: null, text: notes.join('\n').normalize('NFC') });
    said.push(`${countNoun(notes.length, 'footnote', 'footnotes')} became the last turn, without a speaker.`);
  }
  const filled = all.filter((turn) => turn.text.trim() !== '' || turn.speaker !== null);
  const speakers = [...new Set(filled.map((turn) => turn.speaker))].filter((speaker) => speaker !== null);
  return { format: content.format, encoding: 'utf-8', speakers, turns: filled, ...(heading === null ? {} : { heading }), warnings: said };
}

function tidyBlock(block: DocumentBlock): DocumentBlock {
  if (block.kind === 'paragraph') return { kind: 'paragraph', text: tidyText(block.text) };
  return { kind: 'table', rows: block.rows.map((row) => row.map(tidyText)) };
}

/** Tables of one width that follow each other are one: some programs write a table for each turn or page. */
function joinTables(blocks: readonly DocumentBlock[]): DocumentBlock[] {
  const joined: DocumentBlock[] = [];
  let open: TableBlock | null = null;
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      if (block.text.trim() !== '') open = null;
      joined.push(block);
    } else if (open !== null && open.rows[0]?.length === block.rows[0]?.length) open.rows.push(...block.rows);
    else joined.push((open = { kind: 'table', rows: [...block.rows] }));
  }
  return joined;
}

/** Tables with a column of speakers that hold most of the words; what stands before them is the heading. */
function readSpeakerTables(blocks: readonly DocumentBlock[]): Reading | null {
  const found = blocks.map((block) => (block.kind === 'table' ? findSpeakerColumns(block.rows) : null));
  const words = blocks.map((block) => countWords(linesOf(block).join('\n')));
  const total = words.reduce((sum, each) => sum + each, 0);
  const inTables = words.reduce((sum, each, index) => sum + (found[index] ? each : 0), 0);
  if (inTables === 0 || inTables * 2 < total) return null;
  const reading: Reading = { turns: [], heading: null, warnings: [] };
  const before: string[] = [];
  let beside = 0;
  for (const [index, block] of blocks.entries()) {
    const columns = found[index];
    if (columns && block.kind === 'table') {
      reading.turns.push(...turnsOfTable(block.rows, columns));
      continue;
    }
    const text = linesOf(block).join('\n').trim().normalize('NFC');
    if (text === '') continue;
    if (reading.turns.length === 0) before.push(text);
    else {
      reading.turns.push({ speaker: null, startMs: null, endMs: null, text });
      beside += 1;
    }
  }
  if (before.length > 0) {
    reading.heading = before.join('\n');
    reading.warnings.push('What stands before the table was kept as the heading, not as a turn.');
  }
  if (beside > 0)
    reading.warnings.push(`${countNoun(beside, 'paragraph', 'paragraphs')} outside of the table became turns without a speaker.`);
  return reading;
}

/**
 * Paragraphs are lines first, with the document's own empty paragraphs between them; where no speaker shows, each paragraph is set
 * apart, because a name alone in its paragraph may have no empty one before it. Failing both, paragraphs are turns.
 */
function readLines(blocks: readonly DocumentBlock[]): Reading {
  const lines = blocks.flatMap(linesOf);
  const stamped = readStampedEntries(lines);
  if (stamped !== null) return stamped;
  const close = parseLabelledText(lines.join('\n'), 'text');
  if (close.turns.some(isPlaced)) return close;
  const paragraphs = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : linesOf(block)));
  const apart = parseLabelledText(paragraphs.join('\n\n'), 'text');
  if (apart.turns.some(isPlaced)) return apart;
  // Line breaks in the place of paragraphs: the lines tell what belongs together.
  if (lines.length > paragraphs.length * LINES_INSTEAD) return close;
  const turns = paragraphs.map((text) => text.trim().normalize('NFC')).filter((text) => text !== '');
  return { turns: turns.map((text) => ({ speaker: null, startMs: null, endMs: null, text })), heading: null, warnings: close.warnings };
}

/** A label that never has words is no speaker (a code printed beside the text, a heading): it is a line of the turn before it. */
function withoutSilent(turns: readonly ParsedTurn[]): ParsedTurn[] {
  const speaking = new Set(turns.filter((turn) => turn.text !== '').map((turn) => turn.speaker));
  const kept: ParsedTurn[] = [];
  for (const turn of turns) {
    const previous = kept.at(-1);
    if (turn.speaker === null || speaking.has(turn.speaker)) kept.push({ ...turn });
    else if (previous) previous.text = `${previous.text}\n${turn.speaker}`;
    else kept.push({ speaker: null, startMs: null, endMs: null, text: turn.speaker });
  }
  return kept;
}

/** Named or timed: more than a paragraph. */
function isPlaced(turn: ParsedTurn): boolean {
  return turn.speaker !== null || turn.startMs !== null;
}
