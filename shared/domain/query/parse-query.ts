// Reads the short text form of a query, or its JSON, with the names of this study.
import { AppError } from '#shared/lib/app-error';
import { type Condition, conditionSchema, DEEPEST_CONDITION } from '#shared/model/records/query';
import type { SourceKind } from '#shared/model/records/source';
import type { VaultReader } from '#shared/model/vault-state';

import { idNamed } from './query-names.ts';
import { type QueryToken, queryWords } from './query-words.ts';

/**
 * Words between conditions: `and` (or nothing), `or`, `not`, brackets; `and` binds closer than `or`.
 * Conditions: `tag:` (with the tags below) `tag-alone:` `speaker:` `participant:` `segment:` (`none` for no segment) `source:` `kind:` `from:` `to:`
 * `text:` or plain words, `starred`, `overlapping(…)`, `near:5words(…)`, `near:2turns(…)`.
 * @throws AppError('bad-input') with what is wrong.
 */
export function parseQuery(reader: VaultReader, text: string): Condition {
  const trimmed = text.trim();
  const given: unknown = trimmed.startsWith('{') ? fromJson(trimmed) : new Parser(reader, queryWords(trimmed)).whole();
  const read = conditionSchema.safeParse(given);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw wrong(`${issue?.path.length ? `${issue.path.join('.')}: ` : ''}${issue?.message ?? 'it is not a condition'}`);
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw wrong('it begins like JSON but is not');
  }
}

const wrong = (what: string): AppError => new AppError('bad-input', `This query cannot be read: ${what}. Change it and ask again.`);

class Parser {
  readonly #reader: VaultReader;
  readonly #tokens: readonly QueryToken[];
  #at = 0;
  #depth = 0;

  constructor(reader: VaultReader, tokens: readonly QueryToken[]) {
    this.#reader = reader;
    this.#tokens = tokens;
  }

  whole(): Condition {
    const condition = this.#tokens.length === 0 ? { is: 'and' as const, of: [] } : this.#any();
    if (this.#at < this.#tokens.length) throw wrong('there is a closing bracket too many');
    return condition;
  }

  get #next(): QueryToken | undefined {
    return this.#tokens[this.#at];
  }

  #any(): Condition {
    const of = [this.#all()];
    while (this.#takes('or')) of.push(this.#all());
    return of.length === 1 && of[0] ? of[0] : { is: 'or', of };
  }

  #all(): Condition {
    const of = [this.#one()];
    while (this.#takes('and') || (this.#next && this.#next.is !== 'close' && !isWord(this.#next, 'or'))) of.push(this.#one());
    return of.length === 1 && of[0] ? of[0] : { is: 'and', of };
  }

  #takes(word: string): boolean {
    if (!this.#next || !isWord(this.#next, word)) return false;
    this.#at += 1;
    return true;
  }

  #one(): Condition {
    this.#depth += 1;
    if (this.#depth > DEEPEST_CONDITION) throw wrong('too many brackets stand in each other');
    const condition = this.#takes('not') ? { is: 'not' as const, of: this.#one() } : this.#term();
    this.#depth -= 1;
    return condition;
  }

  #term(): Condition {
    const token = this.#next;
    if (!token || token.is === 'close' || isWord(token, 'and') || isWord(token, 'or')) throw wrong('a condition is missing');
    if (token.is === 'open') return this.#inBrackets();
    this.#at += 1;
    const brackets = this.#next?.is === 'open';
    if (isWord(token, 'overlapping') && brackets) return { is: 'overlapping', of: this.#inBrackets() };
    if (token.is === 'field' && token.name === 'near') {
      if (!brackets) throw wrong('after near: stands what it is near to, in brackets');
      return { is: 'near', ...distance(token.value), of: this.#inBrackets() };
    }
    if (isWord(token, 'starred')) return { is: 'starred' };
    return token.is === 'field' ? plain(this.#reader, token) : { is: 'text', text: token.value };
  }

  #inBrackets(): Condition {
    this.#at += 1;
    const inside = this.#next?.is === 'close' ? { is: 'and' as const, of: [] } : this.#any();
    if (this.#next?.is !== 'close') throw wrong('a bracket is not closed');
    this.#at += 1;
    return inside;
  }
}

const isWord = (token: QueryToken, word: string): boolean => token.is === 'word' && !token.quoted && token.value.toLowerCase() === word;

function distance(value: string): { within: number; unit: 'words' | 'turns' } {
  const [, digits, unit] = /^(\d{1,6})(words?|turns?)$/.exec(value.toLowerCase()) ?? [];
  if (digits === undefined || unit === undefined) throw wrong('near: takes a distance such as 5words or 2turns');
  return { within: Number(digits), unit: unit.startsWith('word') ? 'words' : 'turns' };
}

function plain(reader: VaultReader, { name, value, quoted }: QueryToken): Condition {
  switch (name) {
    case 'tag':
      return { is: 'tag', tagId: idNamed(reader, 'tags', value) };
    case 'tag-alone':
      return { is: 'tag', tagId: idNamed(reader, 'tags', value), alone: true };
    case 'speaker':
      return { is: 'speaker', label: value };
    case 'participant':
    case 'person':
      return { is: 'participant', participantId: idNamed(reader, 'participants', value) };
    case 'segment':
      return { is: 'segment', segmentId: value === 'none' && !quoted ? null : idNamed(reader, 'segments', value) };
    case 'source':
    case 'interview':
      return { is: 'source', sourceId: idNamed(reader, 'sources', value) };
    case 'kind':
      return { is: 'kind', kind: value.toLowerCase() as SourceKind };
    case 'from':
      return { is: 'held', from: value, to: null };
    case 'to':
      return { is: 'held', from: null, to: value };
    case 'text':
      return { is: 'text', text: value };
    default:
      throw wrong(`nothing is called “${name}:”`);
  }
}
