// Putting sentences of the readout together from the tool's words and the study's words.
import { countNoun } from '#shared/lib/text';

import type { Block, Sentence, Span } from './readout-content.ts';

/** Words of the study inside a sentence of the tool. */
export function said(text: string): Span {
  return { text, said: true };
}

/** Words that lead to another place of the document. */
export function leadsTo(text: string, anchor: string): Span {
  return { text, to: anchor };
}

/** A sentence from words of the tool (strings) and other spans. */
export function sentence(...parts: readonly (string | Span)[]): Sentence {
  return parts.filter((part) => part !== '').map((part) => (typeof part === 'string' ? { text: part } : part));
}

/** The words of a sentence without its links. */
export function plainText(text: Sentence): string {
  return text.map((span) => span.text).join('');
}

/** What should stand here and is not there yet: said, never left out. */
export function missing(what: string): Block {
  return { type: 'paragraph', role: 'missing', text: missingSentence(what) };
}

/** Says that the person has not written this part yet. */
export function missingSentence(what: string): Sentence {
  return sentence(`Not filled in yet: ${what}.`);
}

/** The text as paragraph when there is one, else the sentence that says what is missing. */
export function paragraphOr(text: string, what: string): Block {
  const words = text.trim();
  return words === '' ? missing(what) : { type: 'paragraph', role: 'plain', text: [said(words)] };
}

/** A heading of the document; level 1 is its title. */
export function heading(level: 2 | 3, ...parts: readonly (string | Span)[]): Block {
  return { type: 'heading', level, text: sentence(...parts) };
}

/** A paragraph in smaller type: how something was counted, what to keep in mind. */
export function note(...parts: readonly (string | Span)[]): Block {
  return { type: 'paragraph', role: 'note', text: sentence(...parts) };
}

/** `9 of 14 people`: always people of people, never a share. */
export function peopleOfPeople(count: number, heard: number): string {
  return `${count} of ${countNoun(heard, 'person', 'people')}`;
}

/** `1 person`, `9 people`. */
export function people(count: number): string {
  return countNoun(count, 'person', 'people');
}

/** `a, b and c`. */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `May 2026` of a calendar day. */
export function monthOf(day: string): string {
  const [year = '', month = ''] = day.split('-');
  return `${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** `12 May 2026` of a calendar day. */
export function dayInWords(day: string): string {
  return `${Number(day.slice(8, 10))} ${monthOf(day)}`;
}
