// Snippets as notes for note-taking apps: one Markdown file an interview, each quote with its tags as #words.
import { createPeopleOf, type PeopleOptions } from '#shared/domain/evidence/participants-of';
import type { WithheldWords } from '#shared/domain/participants/withheld-words';
import { snippetColumns } from '#shared/domain/query/snippet-columns';
import { escapeMarkdown } from '#shared/domain/readout/escape-markdown';
import type { Steps } from '#shared/lib/steps';
import { countNoun, trimCharacters } from '#shared/lib/text';
import type { Snippet } from '#shared/model/records/snippet';
import type { VaultReader } from '#shared/model/vault-state';

import { tagPath } from './study-tables.ts';

export interface Note {
  /** Takes part in a path on every system; no two are the same. */
  fileName: string;
  text: string;
}

/**
 * A note for every source that has snippets. Tags become `#Pricing/Price-fog`: nested by slashes, as such apps read them.
 * Withheld snippets are left out, and the note ends with how many there are.
 * @param exported what a text of the study is exported as: names by pseudonyms.
 */
export function* taggedNotes(
  reader: VaultReader,
  exported: (text: string) => string,
  withheld: WithheldWords,
  options: PeopleOptions = {},
): Steps<Note[]> {
  const { sources, snippets } = yield* snippetColumns(reader);
  const peopleOf = createPeopleOf(reader, options);
  const taken = new Set<string>();
  const notes: Note[] = [];
  for (const { sourceId, from, to } of sources) {
    const source = reader.require('sources', sourceId);
    const title = exported(source.title);
    const own = snippets.slice(from, to);
    const shown = own.filter(({ id }) => !withheld.snippetIds.has(id));
    const blocks = shown.map((snippet) => block(reader, snippet, exported, people(reader, peopleOf(snippet))));
    const head = [`# ${escapeMarkdown(title)}`, ...(source.heldOn === null ? [] : [`Held on ${source.heldOn}.`])];
    notes.push({ fileName: freeName(title, taken), text: `${[...head, ...blocks, ...withheldLine(own, withheld)].join('\n\n')}\n` });
    yield;
  }
  return notes;
}

/** How many quotes of how many people are left out of a note. */
function withheldLine(snippets: readonly Snippet[], withheld: WithheldWords): string[] {
  const held = snippets.filter(({ id }) => withheld.snippetIds.has(id));
  if (held.length === 0) return [];
  const persons = new Set(held.flatMap(({ id }) => withheld.blockedIn(id))).size;
  return [
    `Withheld here: ${countNoun(held.length, 'quote', 'quotes')} of ${countNoun(persons, 'person', 'people')}, who did not agree to this use.`,
  ];
}

function people(reader: VaultReader, keys: readonly string[]): string {
  return keys.flatMap((key) => reader.get('participants', key)?.pseudonym ?? []).join(', ');
}

function block(reader: VaultReader, snippet: Snippet, exported: (text: string) => string, said: string): string {
  const quote = escapeMarkdown(exported(snippet.quote))
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
  const tags = reader
    .referring('snippets', snippet.id, 'taggings')
    .map(({ tagId }) => tagWord(exported(tagPath(reader, tagId))))
    .filter((tag) => tag !== '')
    .sort();
  const below = [escapeMarkdown(said), ...tags].filter(Boolean).join(' ');
  const note = snippet.note === '' ? '' : escapeMarkdown(exported(snippet.note));
  return [quote, below, note].filter(Boolean).join('\n\n');
}

/** Letters, digits, hyphens and slashes; a tag of digits only is no tag to such apps. */
function tagWord(path: string): string {
  const parts = path.split(' > ').map((name) => trimCharacters(name.replace(/[^\p{L}\p{N}_]/gu, '-').replace(/-{2,}/g, '-'), /-/));
  const word = parts.filter(Boolean).join('/');
  if (word === '') return '';
  return /[^\p{N}/]/u.test(word) ? `#${word}` : `#_${word}`;
}

function freeName(title: string, taken: Set<string>): string {
  const plain =
    trimCharacters(title.replace(/[^\p{L}\p{N} ._-]/gu, ' ').replace(/\s+/g, ' '), /[. ]/)
      .slice(0, 80)
      .trim() || 'Interview';
  for (let count = 1; ; count += 1) {
    const name = `${plain}${count === 1 ? '' : ` ${count}`}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    // Names that Windows keeps for devices.
    return /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(name) ? `${name} -.md` : `${name}.md`;
  }
}
