// Made-up speech: a small own vocabulary whose words come as often as words do in talk, cut into sentences.
import type { SeededRandom } from '#shared/domain/themes/seeded-random';

/** Everyday words, the most frequent first. */
const COMMON = (
  'i you it the and to a that of is in so we was they have do this but for on be not what just like know with there no are at then if my ' +
  'can think one well all about get he when your really yeah would out up them had go because how from she me an now who their as were ' +
  'time people see some been or could thing something did our by going very right other say two more here want make good where came into ' +
  'work way look even only back need lot day first never always over down any day still much than his which after take find use little ' +
  'before every why long week month year maybe again give actually old new same around through most big might though last part better ' +
  'whole sure keep tell talk ask call try start stop open close read write wait send show move hold turn leave help feel seem hear mean ' +
  'understand remember forget believe expect hope worry decide choose change learn teach follow explain agree happen matter break mend ' +
  'phone desk room door house car road town shop table paper book page letter name number list line word question answer reason idea ' +
  'problem kind bit side end point place hand head eye hour minute morning evening night weekend friend family person man woman child ' +
  'boss team group company office customer friend neighbour easy hard quick slow early late small high low true clear simple strange ' +
  'happy sad angry tired busy free full empty hot cold loud quiet near far next sometimes usually often almost already together alone'
).split(' ');

/** What studies are about: the words of a topic keep each other's company. */
const TOPICS = [
  'invoice bill price discount contract renewal budget payment fee quote refund finance approval signature procurement',
  'setup install guide training manual onboarding tutorial trainer session checklist kickoff rollout pilot deadline milestone',
  'report dashboard chart export spreadsheet column filter total figure graph summary table monthly quarter forecast',
  'support ticket hotline reply queue agent escalation outage apology complaint chat callback script technician backlog',
  'search browse catalogue shelf label category folder archive index keyword result duplicate version attachment draft',
  'delivery parcel driver warehouse pallet route depot stock shortage return courier tracking loading customs freight',
  'nurse ward patient clinic appointment record consent shift handover referral dose allergy discharge prescription therapy',
  'lesson pupil teacher classroom homework exam grade parent timetable term assembly tablet worksheet reading playground',
  'login password account permission role privacy audit backup firewall token device browser update cookie session',
  'meeting agenda minutes decision owner calendar invite reminder follow feedback review standup workshop whiteboard note',
  'recipe kitchen supplier menu order table waiter allergen freezer portion counter lunch apron tray pantry',
  'tenant landlord lease deposit repair boiler inspection viewing rent agency neighbour notice inventory plumber viewing',
  'machine sensor valve spare downtime lathe operator alarm calibration coolant spindle fixture torque tolerance batch',
  'donor volunteer charity grant campaign appeal fundraiser trustee newsletter pledge auction sponsor bequest mailing shelter',
  'claim policy premium insurer damage assessor excess coverage broker liability accident witness settlement renewal adjuster',
  'seed harvest tractor soil field irrigation yield fence barn fertiliser orchard weather crop pasture grain',
].map((words) => words.split(' '));

export const TOPIC_COUNT = TOPICS.length;

/** Endings and beginnings that make the vocabulary wider, so that an index has something to hold. */
const AFFIXES: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => `${word}s`,
  (word) => `${word}ing`,
  (word) => `re${word}`,
  (word) => `${word}er`,
  (word) => `non${word}`,
  (word) => `${word}wise`,
  (word) => `over${word}`,
];

const TABLE_BITS = 14;

/** Word numbers in a table, each as many times as it is frequent: one look-up draws a word. Zipf's law with Mandelbrot's shift (1953). */
function frequencyTable(count: number, shift: number): Uint16Array {
  const weights = Array.from({ length: count }, (_, rank) => 1 / (rank + 1 + shift) ** 1.05);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const table = new Uint16Array(1 << TABLE_BITS);
  let rank = 0;
  let reached = weights[0] ?? 0;
  for (let place = 0; place < table.length; place += 1) {
    while (reached < ((place + 0.5) / table.length) * sum && rank < count - 1) {
      rank += 1;
      reached += weights[rank] ?? 0;
    }
    table[place] = rank;
  }
  return table;
}

const COMMON_TABLE = frequencyTable(COMMON.length, 2.7);
const TOPIC_WORDS = TOPICS.map((words) => AFFIXES.flatMap((affix) => words.map(affix)));
const TOPIC_TABLE = frequencyTable(TOPIC_WORDS[0]?.length ?? 0, 2.7);

/** Share of a speech's words that belong to its topic. */
const TOPIC_SHARE = 0.18;

/** So many words about one topic, in sentences of 5 to 18 words. */
export function speech(random: SeededRandom, words: number, topic: number): string {
  const ofTopic = TOPIC_WORDS[topic % TOPIC_COUNT] ?? [];
  let text = '';
  let leftInSentence = 0;
  for (let index = 0; index < words; index += 1) {
    const draw = random.next();
    const place = random.below(1 << TABLE_BITS);
    const word = (draw < TOPIC_SHARE ? ofTopic[TOPIC_TABLE[place] ?? 0] : COMMON[COMMON_TABLE[place] ?? 0]) ?? 'yeah';
    if (leftInSentence === 0) {
      text += `${index === 0 ? '' : '. '}${word.charAt(0).toUpperCase()}${word.slice(1)}`;
      leftInSentence = 5 + random.below(14);
    } else {
      text += leftInSentence === 4 && draw > 0.7 ? `, ${word}` : ` ${word}`;
    }
    leftInSentence -= 1;
  }
  return `${text}.`;
}

/** A few words of a topic, for names of tags and themes. */
export function topicName(random: SeededRandom, topic: number, words: number): string {
  const ofTopic = TOPIC_WORDS[topic % TOPIC_COUNT] ?? [];
  return Array.from({ length: words }, () => ofTopic[random.below(ofTopic.length)] ?? 'thing').join(' ');
}
