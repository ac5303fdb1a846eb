// The guide as text to take along: how it begins, the questions with what to ask further, how it ends. No assumption stands in it.
import { escapeMarkdown } from '#shared/domain/readout/escape-markdown';
import type { VaultReader } from '#shared/model/vault-state';

import { questionsOf } from './guide-coverage.ts';

/** As Markdown. @param shown what a text may show outside of the study: pseudonyms for names. */
export function guideAsMarkdown(reader: VaultReader, shown: (text: string) => string): string {
  const guide = reader.get('guide', 'guide');
  const line = (text: string): string => escapeMarkdown(shown(text).trim());
  const paragraphs = (text: string): string[] => linesOf(text).map((each) => `${line(each)}\n`);
  const questions = questionsOf(reader).flatMap(({ text, probes }, index) => [
    `${index + 1}. ${line(text)}`,
    ...linesOf(probes).map((probe) => `   - ${line(probe)}`),
  ]);
  return [
    `# Interview guide: ${line(reader.get('study', 'study')?.name ?? '')}\n`,
    ...paragraphs(guide?.opening ?? ''),
    ...questions,
    ...(questions.length > 0 ? [''] : []),
    ...paragraphs(guide?.closing ?? ''),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}
