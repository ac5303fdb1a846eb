// The words that several people use by themselves: what to call things when speaking with customers.
import { stemWord } from '#shared/domain/themes/stem-word';
import { tokenise } from '#shared/domain/themes/tokenise';
import type { PersonKey } from '#shared/domain/evidence/participants-of';

/** A word counts from so many people on: one person's word is that person's. */
const LEAST_PEOPLE = 3;

/** English words of time, counting and the plainest doing: everybody uses them, about anything. Stems. */
const PLAIN: ReadonlySet<string> = new Set(
  (
    'hour minute day week month year time morning afternoon evening night today tomorrow yesterday monday tuesday wednesday thursday friday ' +
    'two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred thousand half ' +
    'ask say tell told gave give went go came come took take read see saw seen look made make put kept keep got get let want need know knew ' +
    'find found start stop turn end tri use call thing bit lot way back first last next'
  )
    .split(' ')
    .map(stemWord),
);

export interface SpokenWord {
  /** As most people put it, lower-case. */
  word: string;
  /** Distinct people who used it. */
  people: number;
  /** Snippets with it, in the order given. */
  snippetIds: string[];
}

interface Use {
  people: Set<PersonKey>;
  forms: Map<string, number>;
  snippetIds: string[];
}

/**
 * The words of most people first, at most `most`: people are counted, not quotes, and forms of one word (price, prices) are one.
 * Words for time, numbers and plain doing are left out; no corpus of the language is at hand to weigh the others.
 */
export function spokenWords(snippets: Iterable<{ id: string; quote: string; people: readonly PersonKey[] }>, most: number): SpokenWord[] {
  const uses = new Map<string, Use>();
  for (const { id, quote, people } of snippets) {
    if (people.length === 0) continue;
    for (const word of new Set(tokenise(quote))) {
      const stem = stemWord(word);
      if (PLAIN.has(stem)) continue;
      const use: Use = uses.get(stem) ?? { people: new Set(), forms: new Map(), snippetIds: [] };
      uses.set(stem, use);
      for (const person of people) use.people.add(person);
      use.forms.set(word, (use.forms.get(word) ?? 0) + 1);
      if (use.snippetIds.at(-1) !== id) use.snippetIds.push(id);
    }
  }
  return [...uses.values()]
    .filter(({ people }) => people.size >= LEAST_PEOPLE)
    .map(({ people, forms, snippetIds }) => ({ word: commonest(forms), people: people.size, snippetIds }))
    .sort(
      (left, right) => right.people - left.people || right.snippetIds.length - left.snippetIds.length || (left.word < right.word ? -1 : 1),
    )
    .slice(0, most);
}

function commonest(forms: ReadonlyMap<string, number>): string {
  return [...forms].reduce((best, each) => (each[1] > best[1] || (each[1] === best[1] && each[0] < best[0]) ? each : best))[0];
}
