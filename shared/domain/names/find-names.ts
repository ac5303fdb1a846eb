// Finds what may tell who somebody is in transcripts: people of the study, capitalised names, companies, e-mail addresses, phone numbers.
import type { Steps } from '#shared/lib/steps';
import type { Turn } from '#shared/model/transcript';

import { type Contact, findContacts } from './find-contacts.ts';
import { isCalendarWord, isCompanyEnding } from './name-lists.ts';

export const NAME_KINDS = ['person', 'company', 'name', 'e-mail', 'phone'] as const;
/** `person`: somebody of the study. `name`: written with a capital, of whom or what only a reader can tell. */
export type NameKind = (typeof NAME_KINDS)[number];

/** Where a name stands: turn from 0, UTF-16 units of its text. */
export interface NamePlace {
  sourceId: string;
  turn: number;
  start: number;
  end: number;
}

export interface FoundName {
  kind: NameKind;
  text: string;
  places: NamePlace[];
  /** What may stand in its place. */
  replacement: string;
}

export interface NamedPerson {
  name: string;
  pseudonym: string;
}

/** From this share of capitals within sentences on, nouns are capitalised too (German): then a single capital tells nothing. */
const NOUNS_CAPITALISED = 0.1;
/** Words of such texts: fewer prove nothing. */
const ENOUGH_WORDS = 200;
/** Shorter words with capitals throughout are abbreviations (CRM, VAT). */
const LONGEST_ABBREVIATION = 5;

interface Word {
  text: string;
  start: number;
  end: number;
  capital: boolean;
  /** Nothing before it, or the end of a sentence. */
  first: boolean;
}

const WORD = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu;
const CAPITAL = /^\p{Lu}/u;

/**
 * Proposals, grouped by what is named, those with most places first within their kind. A word is no name when it stands somewhere without a
 * capital; a capital at the beginning of a sentence counts only for what is a name elsewhere. Yields after each source.
 * @param sources each with its current turns. @param people of the study: their names are found whole and word by word.
 */
export function* findNames(sources: readonly { id: string; turns: readonly Turn[] }[], people: readonly NamedPerson[]): Steps<FoundName[]> {
  const known = knownNames(people);
  const lower = new Set<string>();
  let words = 0;
  let capitals = 0;
  for (const { turns } of sources) {
    for (const { text } of turns) {
      const contacts = findContacts(text);
      for (const word of wordsIn(text)) {
        if (!isOutside(word, contacts)) continue;
        words += 1;
        if (!word.capital) lower.add(word.text.toLowerCase());
        else if (!word.first) capitals += 1;
      }
    }
    yield;
  }
  const onlyRuns = words >= ENOUGH_WORDS && capitals / words > NOUNS_CAPITALISED;
  const found = new Map<string, FoundName>();
  const atBeginnings: { key: string; place: NamePlace }[] = [];
  const note = (kind: NameKind, text: string, place: NamePlace, replacement = ''): void => {
    const key = `${kind === 'e-mail' || kind === 'phone' ? kind : 'name'} ${text}`;
    const there = found.get(key);
    if (there) there.places.push(place);
    else found.set(key, { kind, text, places: [place], replacement });
  };
  for (const { id, turns } of sources) {
    for (const [turn, { text }] of turns.entries()) {
      const contacts = findContacts(text);
      for (const { kind, start, end } of contacts) note(kind, text.slice(start, end), { sourceId: id, turn, start, end });
      const free = wordsIn(text).filter((word) => isOutside(word, contacts));
      for (const run of runsIn(text, free, lower, known)) {
        const place = { sourceId: id, turn, start: run.start, end: run.end };
        const pseudonym = known.get(run.text.toLowerCase());
        if (pseudonym !== undefined) note('person', run.text, place, pseudonym);
        else if (run.company) note('company', run.text, place);
        else if (run.first) atBeginnings.push({ key: `name ${run.text}`, place });
        else if (!onlyRuns || run.words > 1) note('name', run.text, place);
      }
    }
    yield;
  }
  for (const { key, place } of atBeginnings) found.get(key)?.places.push(place);
  return numbered([...found.values()]);
}

/** An address is no word of the text: “bexley” in it says nothing of Bexley. */
function isOutside({ start, end }: Word, contacts: readonly Contact[]): boolean {
  return contacts.every((contact) => end <= contact.start || start >= contact.end);
}

/** Lower-case names and each of their words, with the pseudonym; a word that two people share stands for neither. */
function knownNames(people: readonly NamedPerson[]): Map<string, string> {
  const known = new Map<string, string>();
  const shared = new Set<string>();
  const add = (name: string, pseudonym: string): void => {
    const key = name.toLowerCase();
    if (known.has(key) && known.get(key) !== pseudonym) shared.add(key);
    known.set(key, pseudonym);
  };
  for (const { name, pseudonym } of people) {
    const words = name.match(WORD) ?? [];
    for (const word of words) if (word.length > 2 && CAPITAL.test(word)) add(word, pseudonym);
    if (words.length > 1) add(words.join(' '), pseudonym);
  }
  for (const key of shared) known.delete(key);
  return known;
}

function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const trimmed = match[0].replace(/[’'-]$/u, '').replace(/[’']s$/u, '');
    words.push({ text: trimmed, start, end: start + trimmed.length, capital: CAPITAL.test(trimmed), first: beginsSentence(text, start) });
  }
  return words;
}

/** Looks back over spaces and opening marks. */
function beginsSentence(text: string, start: number): boolean {
  for (let at = start - 1; at >= 0; at -= 1) {
    const sign = text[at] ?? '';
    if (/[\s"“”‘’'«»(—–-]/u.test(sign)) continue;
    return /[.!?:;…\]]/u.test(sign);
  }
  return true;
}

interface Run {
  text: string;
  start: number;
  end: number;
  words: number;
  first: boolean;
  company: boolean;
}

/** Neighbours with a capital, one space apart, that are names by themselves. */
function runsIn(text: string, words: readonly Word[], lower: ReadonlySet<string>, known: ReadonlyMap<string, string>): Run[] {
  const runs: Run[] = [];
  let open: Word[] = [];
  const close = (): void => {
    const [first] = open;
    const last = open.at(-1);
    if (first && last && open.some(({ text: word }) => isName(word, lower, known) && !isCompanyEnding(word))) {
      const said = text.slice(first.start, last.end);
      const company = open.length > 1 && isCompanyEnding(last.text);
      runs.push({ text: said, start: first.start, end: last.end, words: open.length, first: first.first, company });
    }
    open = [];
  };
  for (const word of words) {
    const before = open.at(-1);
    const fits = word.capital && (isName(word.text, lower, known) || (before !== undefined && isCompanyEnding(word.text)));
    if (before && (!fits || word.first || text.slice(before.end, word.start) !== ' ')) close();
    if (fits) open.push(word);
  }
  close();
  return runs;
}

function isName(word: string, lower: ReadonlySet<string>, known: ReadonlyMap<string, string>): boolean {
  const key = word.toLowerCase();
  if (known.has(key)) return true;
  const abbreviation = word.length <= LONGEST_ABBREVIATION && word === word.toUpperCase();
  return word.length > 1 && !lower.has(key) && !isCalendarWord(key) && !abbreviation;
}

const LABELS: { readonly [K in Exclude<NameKind, 'person'>]: string } = {
  company: 'company',
  name: 'name',
  'e-mail': 'e-mail',
  phone: 'phone',
};

/** In the order of the kinds, most places first; what has no pseudonym gets a number. */
function numbered(found: FoundName[]): FoundName[] {
  const next = new Map<NameKind, number>();
  return found
    .filter(({ places }) => places.length > 0)
    .sort(
      (left, right) =>
        NAME_KINDS.indexOf(left.kind) - NAME_KINDS.indexOf(right.kind) ||
        right.places.length - left.places.length ||
        (left.text < right.text ? -1 : 1),
    )
    .map((name) => {
      if (name.kind === 'person') return name;
      const number = (next.get(name.kind) ?? 0) + 1;
      next.set(name.kind, number);
      return { ...name, replacement: `[${LABELS[name.kind]} ${number}]` };
    });
}
