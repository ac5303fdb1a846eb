// Words in names and labels that are not names by themselves, and names that are also everyday words.
import { foldForSearch } from '#shared/lib/text';

const STROKES: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** For comparing names: case, accents and strokes do not count, because transcripts drop them ("Lukasz" for "Łukasz"). */
export function foldName(text: string): string {
  return foldForSearch(text).replace(/[łøđðþßæœı]/gu, (letter) => STROKES[letter] ?? letter);
}

function words(list: string): ReadonlySet<string> {
  return new Set(
    list
      .split(/\s+/)
      .filter((word) => word !== '')
      .map(foldName),
  );
}

/** Roles, titles and grammar that stand in speaker labels beside or instead of a name. Exact words only: "Ida" must stay a name. */
const NOT_NAMES = words(`
 interviewer interviewee interviewees participant participants respondent respondents speaker speakers person people man
 woman male female voice caller member customer customers client clients user users patient student teacher expert guest
 host subject informant tester attendee answer moderator researcher facilitator observer colleague manager director
 engineer developer designer buyer seller owner founder assistant officer lead head chief team group company unknown
 unidentified anonymous customer's mother father parent child doctor professor prof mrs miss sir madam herr frau
 monsieur madame the and from for with von van der den del dos las los die das bin ibn abu phone remote online note notes interview session call
 one two three four five six seven eight nine ten first second third new old main sales marketing product support finance
 operations success account business service analyst consultant
 befragter befragte teilnehmer teilnehmerin kunde kundin nutzer nutzerin cliente participante entrevistado
 entrevistada`);

/** Names that are everyday words too: taken for a name only when written with a capital. */
const ALSO_EVERYDAY = words(`
 will may mark grace hope rose art bill frank rich price young brown white black green gray grey long short king page
 bank banks bush ford field fields hill hall park parks wood woods stone river rivers lake marsh mile miles chase hunter
 mason cook baker carpenter gardener porter case cash chance charity faith joy dawn eve iris ivy lily
 daisy violet olive ruby pearl amber crystal ginger penny summer autumn april june august sunny star sky robin jay drew
 guy jack pat peg ray rob rod van wade ward west east north south winter wise wolf church
 bishop pope day knight lord major marshal marshall noble power powers reed rice root sharp small little love lane law
 speed strong swift best bright burns bond bell ball berry bird bloom branch bridges cannon cross dale dean
 drake early england fox french friend frost gates glass gold golden grant graves hand harp heart holiday house hunt land
 mills moon moss nice paris parish peace poor potter quick read rock salt sand savage silver snow spring steel stern storm
 street temple tower towns wall walls waters weeks wells wild worth max don ken lance nick norm christian sterling trinity
 genesis destiny angel blessing mercy patience prudence constant harmony heaven honor justice liberty melody misty precious
 promise queen princess prince duke earl baron ace buddy junior buck chip cliff clay colt dash dusty flint forest gale
 heath jet link rocky rusty sage sailor scout trip trace dick see long low high person
 singer driver archer painter tanner turner walker weaver wright
 monday friday sunday tuesday
 no do my so in on an is it he me to go we us be by at as or if of up am hi oh ok bo li`);

/** True for words that say who somebody is without naming them: roles, titles, grammar, and numbers. */
export function isNoName(foldedWord: string): boolean {
  return NOT_NAMES.has(foldedWord) || /^\p{N}+$/u.test(foldedWord);
}

/** True for names that would be found in ordinary sentences when case did not count. */
export function isAlsoEveryday(foldedWord: string): boolean {
  return ALSO_EVERYDAY.has(foldedWord);
}
