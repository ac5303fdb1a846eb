// Says in sentences what a person should check about the speakers that were found.
import { countNoun, foldForSearch } from '#shared/lib/text';

import type { LabelChoice } from './choose-labels.ts';
import type { ParsedTurn } from './parsed-transcript.ts';

/** More labels than this are not searched for inside lines: the search costs one pass over the text for each. */
const MOST_LABELS = 40;

/** Warnings about labels: none, only once each, several spellings of one, and labels that stand inside a line. */
export function describeLabels(turns: readonly ParsedTurn[], choice: LabelChoice, text: string): string[] {
  const labels = [...new Set(turns.map((turn) => turn.speaker))].filter((label) => label !== null);
  const warnings: string[] = [];
  if (labels.length === 0) {
    warnings.push('No speakers are named in the file; each line with a time became a turn without a speaker.');
    return warnings;
  }
  if (choice.onlyOnce) warnings.push('No speaker comes twice. Check that the labels found are people.');
  const unnamed = turns.filter((turn) => turn.speaker === null).length;
  if (unnamed > 0 && choice.timedTurns) {
    warnings.push(`${countNoun(unnamed, 'line', 'lines')} with a time but without a name became turns without a speaker.`);
  }
  for (const group of alikeLabels(labels)) {
    warnings.push(`The labels ${group.map((label) => `“${label}”`).join(' and ')} may be one person. Give them the same person if so.`);
  }
  const inside = countLabelsInside(labels, turns, text);
  if (inside > 0) {
    warnings.push(`In ${countNoun(inside, 'place', 'places')} a speaker's label stands inside a line; it was left in the text there.`);
  }
  return warnings;
}

/** Labels that differ only in case, spaces, accents or a full stop. */
function alikeLabels(labels: readonly string[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const label of labels) {
    const key = foldForSearch(label).replace(/[\s.]+/gu, '');
    groups.set(key, [...(groups.get(key) ?? []), label]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function countLabelsInside(labels: readonly string[], turns: readonly ParsedTurn[], text: string): number {
  if (labels.length > MOST_LABELS) return 0;
  let inside = 0;
  for (const label of labels) {
    if (label.length < 3) continue;
    if (text.includes(`**${label}:**`)) {
      for (const turn of turns) inside += turn.text.split(`**${label}:**`).length - 1;
      continue;
    }
    const pattern = `${label}: `;
    for (const turn of turns) {
      for (let at = turn.text.indexOf(pattern); at !== -1; at = turn.text.indexOf(pattern, at + 1)) {
        if (at > 0 && !/[\p{L}\p{N}]/u.test(turn.text[at - 1] ?? '')) inside += 1;
      }
    }
  }
  return inside;
}
