// The description of a code: what a tag means, its rules and its other names as paragraphs that people and we can read again.
import { nameField } from '#shared/model/records/fields';
import { MOST_ALIASES, type Tag } from '#shared/model/records/tag';

/** What the description of a code holds of a tag. */
export interface CodeWords {
  definition: string;
  whenToUse: string;
  whenNotToUse: string;
  aliases: string[];
}

const RULES = [
  ['whenToUse', 'When to use: '],
  ['whenNotToUse', 'When not to use: '],
] as const;
const NAMES = 'Other names: ';
const BETWEEN = '\n\n';

/** Definition, when to use it, when not, other names: where somebody wrote it. The standard has no other place for them. */
export function writeDescription({ definition, whenToUse, whenNotToUse, aliases = [] }: Partial<Tag>): string {
  return [
    definition ?? '',
    whenToUse ? `${RULES[0][1]}${whenToUse}` : '',
    whenNotToUse ? `${RULES[1][1]}${whenNotToUse}` : '',
    aliases.length > 0 ? NAMES + aliases.join('; ') : '',
  ]
    .filter((part) => part !== '')
    .join(BETWEEN);
}

/** Reads it again. What would not be written just so stays in the definition whole, so that no letter is lost. */
export function readDescription(description: string): CodeWords {
  const text = description.trim();
  const whole: CodeWords = { definition: text, whenToUse: '', whenNotToUse: '', aliases: [] };
  const words: CodeWords = { ...whole };
  const names = words.definition.lastIndexOf(BETWEEN + NAMES);
  const start = names >= 0 ? names + BETWEEN.length : words.definition.startsWith(NAMES) ? 0 : -1;
  const list = start < 0 ? [] : words.definition.slice(start + NAMES.length).split('; ');
  if (isNames(list)) {
    words.aliases = list;
    words.definition = words.definition.slice(0, Math.max(0, names));
  }
  for (const [field, heading] of RULES.toReversed()) {
    const at = words.definition.startsWith(heading) ? 0 : words.definition.indexOf(BETWEEN + heading);
    if (at < 0) continue;
    words[field] = words.definition.slice(at + (at === 0 ? 0 : BETWEEN.length) + heading.length);
    words.definition = words.definition.slice(0, at);
  }
  return writeDescription(words) === text ? words : whole;
}

const isNames = (list: readonly string[]): boolean =>
  list.length > 0 && list.length <= MOST_ALIASES && list.every((name) => nameField.safeParse(name).success);
