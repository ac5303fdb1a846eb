// Words of sources on screen: kinds, formats, lengths.
import { countNoun } from '#shared/lib/text';
import type { Source, SourceKind, SpeakerRole } from '#shared/model/records/source';

export const KIND_NAMES: { readonly [K in SourceKind]: string } = {
  interview: 'Interview',
  'frontline-story': 'Frontline story',
  complaint: 'Complaint or ticket',
  'advisory-board': 'Advisory board or roundtable',
  'friction-log': 'Friction log',
  'win-loss': 'Win/loss call',
  observation: 'Observation',
  'second-hand': 'Second-hand anecdote',
  'survey-answers': 'Survey answers',
};

export const FORMAT_NAMES: { readonly [F in Source['format']]: string } = {
  text: 'Plain text',
  markdown: 'Markdown',
  webvtt: 'WebVTT captions',
  srt: 'SubRip captions',
  sbv: 'SubViewer captions',
  ass: 'SubStation captions',
  'speech-json': 'Speech-to-text JSON',
  docx: 'Word document',
  odt: 'OpenDocument text',
  rtf: 'Rich text',
  html: 'Web page',
  pdf: 'PDF document',
  ttml: 'TTML captions',
  table: 'Table of rows',
  quotes: 'Quotes table',
};

export const ROLE_NAMES: { readonly [R in SpeakerRole]: string } = {
  participant: 'Participant: is heard',
  interviewer: 'Interviewer: asks',
  other: 'Somebody else',
};

/** `41 min`, or null for a text without times. Times in milliseconds. */
export function minutesInWords(startMs: number | null, endMs: number | null): string | null {
  if (startMs === null || endMs === null || endMs <= startMs) return null;
  const minutes = (endMs - startMs) / 60_000;
  return minutes < 1 ? 'under a minute' : `${Math.round(minutes)} min`;
}

/** `5,210 words · 41 min`. */
export function lengthInWords({ words, startMs, endMs }: { words: number; startMs: number | null; endMs: number | null }): string {
  const minutes = minutesInWords(startMs, endMs);
  const count = `${words.toLocaleString('en')} ${words === 1 ? 'word' : 'words'}`;
  return minutes === null ? count : `${count} · ${minutes}`;
}

/** `00:12:41` from milliseconds. */
export function clockTime(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** What goes with sources when they are removed, as a sentence. */
export function removalInWords(snippets: number, sources: number): string {
  const what = sources === 1 ? 'this interview' : `these ${sources} interviews`;
  if (snippets === 0) return `Nothing is marked in ${what}. Undo brings it back.`;
  return `${countNoun(snippets, 'snippet goes', 'snippets go')} with ${what}, also from the board and the matrix. Undo brings everything back.`;
}
