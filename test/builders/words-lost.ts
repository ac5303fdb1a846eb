// Compares the words of a file with those of its turns, to prove that an import loses and invents none.
import { readMarkdownText } from '#shared/domain/transcript/read-markdown-text';
import type { Turn } from '#shared/model/transcript';

interface Reading {
  turns: readonly Turn[];
  heading?: string | null | undefined;
}

/**
 * Words (runs of letters and digits) of the text that are neither in the turns nor in the heading nor in the labels of turns, and words
 * of the turns that the text lacks. Allowed to go: labels of turns, once a turn; numbers, as many as the times of the turns may
 * have (eight a turn and its closing mark); the words of pause marks.
 */
export function wordsLost(text: string, reading: Reading, markdown = false): { lost: string[]; invented: string[] } {
  const source = count(words(markdown ? readMarkdownText(text) : text));
  const kept = count(words([reading.heading ?? '', ...reading.turns.map((turn) => turn.text)].join('\n')));
  const labels = count(words(reading.turns.map((turn) => turn.speaker ?? '').join('\n')));
  const invented = [...kept].filter(([word, times]) => times > (source.get(word) ?? 0)).map(([word]) => word);
  const lost: string[] = [];
  let numbers = reading.turns.length * 8 + 8;
  for (const [word, times] of source) {
    let missing = times - (kept.get(word) ?? 0) - (labels.get(word) ?? 0);
    if (/^\d{1,3}$/u.test(word)) {
      numbers -= Math.max(0, missing);
      missing = numbers < 0 && !hasPauses(text) ? missing : 0;
    }
    if (missing > 0 && !/^(?:break|outro|intro|to)$/iu.test(word)) lost.push(word);
  }
  return { lost, invented };
}

function hasPauses(text: string): boolean {
  return /break|outro|intro/iu.test(text);
}

function words(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function count(list: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of list) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
