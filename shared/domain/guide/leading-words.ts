// What makes a question lead: it offers the answer, leans on others, takes a feeling for granted or expects yes.
import {
  beginsWithVerb,
  isAuxiliary,
  NEGATIVE_AUXILIARIES,
  QUESTION_WORDS,
  type QuestionSentence,
  withoutFillers,
} from './question-sentences.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const LOADED = setOf(
  'easy easily hard difficult simple great good bad terrible awful horrible wonderful amazing useful helpful useless frustrating frustrated annoying annoyed painful slow fast expensive cheap confusing confused happy unhappy satisfied dissatisfied pleased disappointed excited important valuable intuitive complicated tedious nice disappointing',
);
const LIKING = setOf('like love enjoy hate dislike prefer appreciate trust value want need miss');
const TROUBLES = setOf(
  'problem problems difficulty difficulties frustration frustrations issue issues challenge challenges trouble troubles pain pains annoyances struggles',
);
const PRAISE = setOf('great new improved excellent best innovative amazing wonderful award-winning easy-to-use powerful better leading');
/** In “what is it like” nobody likes anything. */
const WHO_LIKES = setOf('you they we people customers users buyers team colleagues not');
const NAMED = setOf('the our this that your these');
const COLOURED = setOf(
  'slow expensive cheap confusing complicated frustrating annoying painful terrible awful horrible wonderful amazing disappointing tedious useless easy great',
);
const OPINIONS = setOf('surely obviously clearly naturally undoubtedly');
const TAGS = setOf('right correct yes no true eh huh');
const PRONOUNS = setOf('you it that this they we he she there i');
const CROWDS = [
  'most people',
  'many people',
  'most customers',
  'many customers',
  'most of our customers',
  'other customers',
  'everyone',
  'everybody',
  'studies show',
  'research shows',
  'experts say',
  'as you know',
  'we all know',
  'of course',
];

/** A word that says which way it was: `easy`, `painful`. */
export const isLoaded = (word: string): boolean => LOADED.has(word);

/** Why a sentence leads, as a finished sentence; null when it does not. */
export function leadingReason(sentence: QuestionSentence): string | null {
  const words = withoutFillers(sentence.words);
  return (
    tagAtEnd(sentence) ??
    negativeStart(words) ??
    agreement(words) ??
    crowdOrOpinion(sentence.words) ??
    loadedHow(words) ??
    takenForGranted(words) ??
    offeredAnswer(sentence, words) ??
    praise(words) ??
    described(words)
  );
}

/** `…, right?`, `…, don't you?`, `…, wouldn't you say?` */
function tagAtEnd({ asks, clauses }: QuestionSentence): string | null {
  const last = clauses.at(-1) ?? [];
  if (!asks || clauses.length < 2) return null;
  const [first = '', second = ''] = last;
  const alone = last.length === 1 && TAGS.has(first);
  const short = last.length <= 3 && NEGATIVE_AUXILIARIES.has(first) && PRONOUNS.has(second);
  const echo = last.length === 2 && isAuxiliary(first) && PRONOUNS.has(second);
  return alone || short || echo ? `It ends with “${last.join(' ')}”, which asks for a yes. Ask what happened, and let them say it.` : null;
}

function negativeStart([first = '', second]: readonly string[]): string | null {
  return NEGATIVE_AUXILIARIES.has(first) && second !== undefined
    ? `It begins with “${first}”, which expects a yes. Ask how it is, without saying which way.`
    : null;
}

function agreement(words: readonly string[]): string | null {
  const at = words.indexOf('agree');
  const asked = at > 0 && words.slice(0, at).includes('you') && words.slice(0, at).some((word) => isAuxiliary(word));
  return asked ? 'It asks them to agree with you. Ask what they think, before you say anything.' : null;
}

function crowdOrOpinion(words: readonly string[]): string | null {
  const text = ` ${words.join(' ')} `;
  const opinion = words.find((word) => OPINIONS.has(word));
  const crowd = opinion ?? CROWDS.find((phrase) => text.includes(` ${phrase} `) && !text.includes(` how ${phrase} `));
  return crowd === undefined ? null : `“${crowd}” tells them what to think. Leave it out.`;
}

/** `How easy was it …`: with both sides named it does not lead. */
function loadedHow(words: readonly string[]): string | null {
  const at = words.indexOf('how');
  if (at < 0) return null;
  const modified = setOf('very really so much').has(words[at + 1] ?? '') ? words[at + 2] : words[at + 1];
  if (words[at + 1] === 'much' && words.slice(at + 2, at + 5).some((word) => LIKING.has(word)) && words.includes('you'))
    return 'It takes for granted how they feel about it. Ask what they did, and listen for the feeling.';
  if (modified === undefined || !LOADED.has(modified)) return null;
  const both = words.slice(at + 2).some((word, index, rest) => word === 'or' && LOADED.has(rest[index + 1] ?? ''));
  return both ? null : `“how ${modified}” puts the word “${modified}” into their mouth. Ask what it was like.`;
}

/** `What do you like about …`, `Why do you prefer …`, `What problems did you have …` */
function takenForGranted(words: readonly string[]): string | null {
  const [first = '', second = '', third = ''] = words;
  if ((first === 'what' || first === 'which') && TROUBLES.has(second) && isAuxiliary(third))
    return `It takes for granted that there were ${second}. Ask what happened, and they will name them.`;
  const compared = words.find((word) => word === 'better' || word === 'worse' || word === 'best');
  if (first === 'why' && isAuxiliary(second) && compared)
    return `It takes for granted that it is ${compared}. Ask what they compared, and what they saw.`;
  const found = words.findIndex((word, index) => LOADED.has(word) && words.slice(Math.max(0, index - 2), index).includes('find'));
  if (first === 'what' && found > 0) return `It takes for granted that something is ${words[found]}. Ask what it is like for them.`;
  const asked = isAuxiliary(second) || second === 'makes' || second === 'made';
  if ((first !== 'what' && first !== 'why') || !asked || second === 'would') return null;
  const at = words.findIndex((word, index) => index >= 2 && index <= 5 && LIKING.has(word) && WHO_LIKES.has(words[index - 1] ?? ''));
  const verb = words[at];
  if (verb === undefined) return null;
  const both = words
    .slice(at + 1, at + 3)
    .some((word, index, rest) => (word === 'or' || word === 'and') && LIKING.has(rest[index + 1] ?? ''));
  const meant = first === 'what' && (verb === 'want' || verb === 'need' || verb === 'miss');
  return both || meant ? null : `It takes for granted that they ${verb} it. Ask what it is like for them.`;
}

/** A statement with a question mark, or `Was it the price that made you leave?` */
function offeredAnswer({ asks, words: all }: QuestionSentence, words: readonly string[]): string | null {
  const [first = '', second = ''] = words;
  const cleft =
    isAuxiliary(first) && (second === 'it' || second === 'that') && words.slice(3).some((word) => word === 'that' || word === 'because');
  if (cleft) return 'It offers the answer. Ask what made the difference, and wait.';
  const statement =
    asks && PRONOUNS.has(first) && words.length > 2 && !words.some((word) => QUESTION_WORDS.has(word)) && !beginsWithVerb(words);
  if (statement || (asks && all[0] === 'so' && PRONOUNS.has(first) && words.length > 2))
    return 'It is a statement with a question mark: it offers the answer. Ask openly instead.';
  const said = [
    'do you think that',

    'do you feel that',
    'do you find that',
    'do you believe that',
  ];
  const opening = words.slice(0, 4).join(' ');
  const says = words[0] === 'would' && words[1] === 'you' && words[2] === 'say' && !QUESTION_WORDS.has(words[3] ?? 'what');
  return says || said.includes(opening) ? 'It says what they might think, and asks whether they do. Ask what they think.' : null;
}

/** `the slow checkout`: said before they have said it. */
function described(words: readonly string[]): string | null {
  const at = words.findIndex((word, index) => NAMED.has(word) && COLOURED.has(words[index + 1] ?? '') && words[index + 2] !== undefined);
  return at < 0 ? null : `“${words[at]} ${words[at + 1]}” says how it is before they have. Name it plainly.`;
}

function praise(words: readonly string[]): string | null {
  const at = words.findIndex((word, index) => word === 'our' && PRAISE.has(words[index + 1] ?? ''));
  return at < 0 || words[at + 1] === 'new' ? null : `“our ${words[at + 1]}” praises it before they have spoken. Name it plainly.`;
}
