// Blocks of the Markdown documents that are handed over; words of the study never become markup.
import { escapeLineStart, escapeMarkdown } from '#shared/domain/readout/escape-markdown';

/** One line of words of the study. */
export const inline = (text: string): string => escapeMarkdown(text).replaceAll('\n', ' ');

/** Lines of words of the study, each safe at the beginning of a line. */
export const lines = (text: string): string[] => escapeMarkdown(text).split('\n').map(escapeLineStart);

/** A document of blocks, without the empty ones. */
export function page(blocks: readonly string[]): string {
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** A list of finished lines. */
export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** The blocks, or a sentence where there are none. */
export function orNone(blocks: readonly string[], none: string): readonly string[] {
  return blocks.length === 0 ? [none] : blocks;
}
