// Checks the sample study: every quote stands in its transcript, every key resolves, and all verdicts occur.
//   node scripts/check-sample-study.ts
// Prints what is there as tables and ends with 1 when anything is amiss.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { decideVerdict, VERDICTS } from '#shared/domain/evidence/decide-verdict';
import { decideConsent } from '#shared/domain/participants/decide-consent';
import { guardedWordings } from '#shared/domain/readout/guarded-words';
import { readTranscript } from '#shared/domain/transcript/read-transcript';
import type { ParsedTurn } from '#shared/domain/transcript/parsed-transcript';
import { consentSchema } from '#shared/model/records/consent';
import { countWords } from '#shared/lib/text';

import type { SampleStudyFile } from '../electron/core/services/sample-study.ts';

const folder = path.join(import.meta.dirname, '../resources/sample-study');
const transcripts = path.join(folder, 'transcripts');
const study = JSON.parse(readFileSync(path.join(folder, 'study.json'), 'utf8')) as SampleStudyFile;

const INTERVIEWERS = new Set(['Nadia', 'Callum']);
/** Interviews that a newcomer finds untagged. */
const UNTAGGED = new Set(['P12', 'P13', 'P14']);
/** A run of so many words in the mouths of two people would give the writer away. */
const REPEATED_RUN = 7;

const faults: string[] = [];
const expect = (holds: boolean, fault: string): void => {
  if (!holds) faults.push(fault);
};
const within = (value: number, least: number, most: number, what: string): void =>
  expect(value >= least && value <= most, `${what}: ${value}, expected ${least} to ${most}`);
const unique = (values: readonly string[], what: string): void =>
  expect(
    new Set(values).size === values.length,
    `${what} occur twice: ${values.filter((value, index) => values.indexOf(value) !== index).join(', ')}`,
  );

const people = new Map(study.participants.map((person) => [person.file, person]));
const turnsOf = new Map(
  study.participants.map(({ file }) => [file, readTranscript(file, readFileSync(path.join(transcripts, file))).turns]),
);
const snippets = new Map(study.snippets.map((snippet) => [snippet.key, snippet]));
const themes = new Map(study.themes.map((theme) => [theme.key, theme]));
const assumptions = new Map(study.departments.flatMap((department) => department.assumptions.map((each) => [each.key, each] as const)));
const pseudonymOf = (snippetKey: string): string => people.get(snippets.get(snippetKey)?.file ?? '')?.pseudonym ?? '?';
const distinct = (keys: Iterable<string>): Set<string> => new Set(Array.from(keys, pseudonymOf));

function checkPeople(): void {
  const segments = new Map(study.segments.map(({ name }) => [name, study.participants.filter((person) => person.segment === name).length]));
  expect(
    study.participants.length === 14 && [...segments.values()].join() === '6,8',
    `people by segment: ${JSON.stringify([...segments])}`,
  );
  unique(
    study.participants.map(({ pseudonym }) => pseudonym),
    'pseudonyms',
  );
  unique(
    study.participants.map(({ name }) => name),
    'names',
  );
  const files = readdirSync(transcripts);
  for (const file of files) expect(people.has(file), `${file} belongs to nobody`);
  for (const person of study.participants) {
    expect(segments.has(person.segment), `${person.pseudonym}: no segment ${person.segment}`);
    expect(/^2026-0[56]-\d\d$/.test(person.heldOn), `${person.pseudonym}: held on ${person.heldOn}`);
    checkConsent(person);
    checkTranscript(person.pseudonym, person.name, turnsOf.get(person.file) ?? []);
  }
}

/** What is quoted in the readout must be free for it: only an interview that nobody has tagged yet may be kept in the team. */
function checkConsent({ pseudonym, heldOn, consent }: SampleStudyFile['participants'][number]): void {
  expect(consentSchema.safeParse(consent).success, `${pseudonym}: the consent does not hold`);
  // The notes tell when: a day in the record would withhold the words from every clock that stands before it.
  expect(consent.givenOn === null && consent.note !== '', `${pseudonym}: consent counts from ${consent.givenOn ?? 'no day'} on`);
  expect(consent.expiresOn === null || UNTAGGED.has(pseudonym), `${pseudonym}: consent ends, and with it quotes of the sample`);
  const free = decideConsent({ pseudonym, consent }, 'stakeholders', heldOn).allowed;
  expect(free || UNTAGGED.has(pseudonym), `${pseudonym}: is tagged and may not be quoted to stakeholders`);
}

function checkTranscript(pseudonym: string, name: string, turns: readonly ParsedTurn[]): void {
  const speakers = new Set(turns.map((turn) => turn.speaker ?? ''));
  const asking = [...speakers].filter((speaker) => speaker !== name);
  expect(
    speakers.has(name) && asking.length === 1 && INTERVIEWERS.has(asking[0] ?? ''),
    `${pseudonym}: speakers are ${[...speakers].join(', ')}`,
  );
  within(turns.length, 25, 45, `${pseudonym}: turns`);
  within(wordsOf(turns), 900, 1800, `${pseudonym}: words`);
  for (const [index, turn] of turns.entries()) {
    expect(index === 0 || turns[index - 1]?.speaker !== turn.speaker, `${pseudonym}: turn ${index + 1} has the speaker of the one before`);
    expect(!/['"]|\.\.\./.test(turn.text), `${pseudonym}: turn ${index + 1} has straight quotation marks or three dots`);
  }
}

function wordsOf(turns: readonly ParsedTurn[]): number {
  return turns.reduce((sum, turn) => sum + countWords(turn.text), 0);
}

/** Runs of words that two different people say. */
function checkRepetition(): void {
  const saidBy = new Map<string, string>();
  for (const person of study.participants) {
    for (const turn of turnsOf.get(person.file) ?? []) {
      if (turn.speaker !== person.name) continue;
      const words = turn.text.toLowerCase().match(/[\p{L}\p{N}’]+/gu) ?? [];
      for (let start = 0; start + REPEATED_RUN <= words.length; start += 1) {
        const run = words.slice(start, start + REPEATED_RUN).join(' ');
        const before = saidBy.get(run);
        expect(before === undefined || before === person.pseudonym, `${before ?? ''} and ${person.pseudonym} both say “${run}”`);
        saidBy.set(run, person.pseudonym);
      }
    }
  }
}

function checkCodebook(): void {
  const keys = new Map(study.tags.map((tag) => [tag.key, tag]));
  expect(study.tags.length === 16 && keys.size === 16, `tags: ${study.tags.length}`);
  unique(
    study.tags.map(({ name }) => name),
    'tag names',
  );
  unique(
    study.tags.flatMap(({ favourite }) => (favourite === null ? [] : [String(favourite)])),
    'favourite keys',
  );
  for (const { key, parent, colour, definition, whenToUse, whenNotToUse } of study.tags) {
    expect(parent === null || keys.get(parent)?.parent === null, `tag ${key}: its parent ${parent ?? ''} is missing or nested`);
    within(colour, 1, 16, `tag ${key}: colour`);
    expect(
      [definition, whenToUse, whenNotToUse].every((text) => text !== ''),
      `tag ${key}: a text is empty`,
    );
  }
  for (const snippet of study.snippets) {
    expect(snippet.tags.length > 0 && snippet.tags.every((tag) => keys.has(tag)), `${snippet.key}: tags ${snippet.tags.join(', ')}`);
  }
}

function checkSnippets(): void {
  within(study.snippets.length, 150, 190, 'snippets');
  unique(
    study.snippets.map(({ key }) => key),
    'snippet keys',
  );
  unique(
    study.snippets.map(({ file, quote }) => `${file} ${quote}`),
    'quotes',
  );
  for (const { key, file, quote } of study.snippets) {
    const person = people.get(file);
    const holding = (turnsOf.get(file) ?? []).filter((turn) => turn.text.includes(quote));
    const [turn] = holding;
    expect(
      holding.length === 1 && turn?.text.indexOf(quote) === turn?.text.lastIndexOf(quote),
      `${key}: its quote stands in ${holding.length} turns`,
    );
    expect(turn?.speaker === person?.name, `${key}: said by ${turn?.speaker ?? 'nobody'}`);
    const at = turn?.text.indexOf(quote) ?? 0;
    const edges = `${turn?.text[at - 1] ?? ' '}${turn?.text[at + quote.length] ?? ' '}`;
    expect(!/[\p{L}\p{N}]/u.test(edges) && quote === quote.trim(), `${key}: its quote begins or ends within a word`);
    within(countWords(quote), 8, 60, `${key}: words`);
    expect(!UNTAGGED.has(person?.pseudonym ?? ''), `${key}: ${person?.pseudonym ?? ''} is meant to stay untagged`);
  }
}

function checkBoard(): void {
  expect(themes.size === 11, `themes: ${themes.size}`);
  const placed = [...study.themes.flatMap((theme) => theme.snippets), ...study.loose.map(({ snippet }) => snippet)];
  unique(placed, 'snippets on the board');
  for (const key of placed) expect(snippets.has(key), `the board holds ${key}, which does not exist`);
  for (const theme of study.themes) {
    within(theme.snippets.length, 5, 16, `theme ${theme.key}: snippets`);
    expect(theme.insight.endsWith('.') && theme.name.split(' ').length > 3, `theme ${theme.key}: name or insight is no sentence`);
  }
}

function checkEvidence(): void {
  expect(
    study.departments.map(({ preset }) => preset).join() === 'marketing,sales,product,ceo,engineering',
    'departments are not the five presets',
  );
  expect(assumptions.size >= 25, `assumptions: ${assumptions.size}`);
  unique(
    study.departments.flatMap((department) => department.assumptions.map(({ key }) => key)),
    'assumption keys',
  );
  unique(
    study.evidence.map(({ theme, snippet, assumption }) => `${theme ?? ''} ${snippet ?? ''} ${assumption}`),
    'evidence links',
  );
  for (const { theme, snippet, assumption, reason } of study.evidence) {
    const one = theme === undefined ? snippets.has(snippet ?? '') : snippet === undefined && themes.has(theme);
    expect(
      one && assumptions.has(assumption) && reason !== '',
      `evidence ${theme ?? snippet ?? ''} → ${assumption} does not resolve or gives no reason`,
    );
  }
  for (const { themes: told, quotes } of Object.values(study.customer)) {
    for (const key of told) expect(themes.has(key), `the customer names ${key}, which is no theme`);
    for (const key of quotes) expect(snippets.has(key), `the customer quotes ${key}, which is no snippet`);
  }
  for (const headline of study.readout.headlines) expect(themes.has(headline), `the readout names ${headline}, which is no theme`);
}

/** Wording that the readout's own checks would point out, and marks that a typesetter would not use. */
function checkWording(): void {
  const { decision, name, focusQuestion } = study.study;
  const { answer, unknowns, method } = study.readout;
  const departments = study.departments.flatMap((each) => [
    each.protects,
    each.acknowledge,
    each.assumedCustomer,
    each.says,
    each.researchGives,
  ]);
  const texts = [
    name,
    focusQuestion,
    decision.question,
    decision.stakes,
    ...decision.options,
    answer,
    ...unknowns,
    method,
    ...departments,
    ...[...assumptions.values()].map(({ statement }) => statement),
    ...study.themes.flatMap((theme) => [theme.name, theme.insight]),
    ...study.evidence.map(({ reason }) => reason),
    ...study.tags.flatMap((tag) => [tag.name, tag.definition, tag.whenToUse, tag.whenNotToUse]),
    ...study.segments.map(({ description }) => description),
  ];
  for (const text of texts) {
    for (const { found } of guardedWordings(text, study.participants.length)) faults.push(`“${found}” in “${text}”`);
    expect(!/['"]|\.\.\./.test(text), `straight quotation marks or three dots in “${text}”`);
  }
}

/** Who stands on which side. A snippet's own link takes the place of its theme's, as in the app. */
function sidesOf(assumption: string): Record<'supports' | 'contradicts' | 'refines', Set<string>> {
  const links = study.evidence.filter((link) => link.assumption === assumption);
  const alone = new Set(links.flatMap(({ snippet }) => (snippet === undefined ? [] : [snippet])));
  const keys = (relation: string): string[] =>
    links
      .filter((link) => link.relation === relation)
      .flatMap((link) =>
        link.theme === undefined ? [link.snippet ?? ''] : (themes.get(link.theme)?.snippets ?? []).filter((key) => !alone.has(key)),
      );
  return { supports: distinct(keys('supports')), contradicts: distinct(keys('contradicts')), refines: distinct(keys('refines')) };
}

function printVerdicts(): void {
  const totals = new Map<string, number>(VERDICTS.map((verdict) => [verdict, 0]));
  for (const department of study.departments) {
    const rows = department.assumptions.map(({ key, statement, importance }) => {
      const { supports, contradicts, refines } = sidesOf(key);
      const deciding = new Set([...supports, ...contradicts]).size;
      const verdict = decideVerdict({ supporting: supports.size, contradicting: contradicts.size, refining: refines.size, deciding });
      totals.set(verdict, (totals.get(verdict) ?? 0) + 1);
      return {
        assumption: key,
        statement: statement.slice(0, 60),
        importance,
        for: supports.size,
        against: contradicts.size,
        adds: refines.size,
        verdict,
      };
    });
    expect(
      rows.some((row) => row.verdict === 'supported'),
      `${department.name} is right in nothing, which is unlikely and unkind`,
    );
    console.log(`\n${department.name}`);
    console.table(rows);
  }
  // Silence is known from the questions that were asked, not from judgements.
  for (const [verdict, count] of totals) if (verdict !== 'asked but nobody raised it') expect(count > 0, `no assumption is ${verdict}`);
  console.log('\nVerdicts:', Object.fromEntries(totals));
}

function printInterviews(): void {
  console.table(
    study.participants.map(({ pseudonym, name, file, segment, reached }) => {
      const turns = turnsOf.get(file) ?? [];
      const words = wordsOf(turns);
      const asked = wordsOf(turns.filter((turn) => INTERVIEWERS.has(turn.speaker ?? '')));
      const own = study.snippets.filter((snippet) => snippet.file === file).length;
      return {
        pseudonym,
        name,
        file,
        segment,
        reached,
        turns: turns.length,
        words,
        'interviewer %': Math.round((100 * asked) / words),
        snippets: own,
      };
    }),
  );
}

function printThemes(): void {
  console.table(study.themes.map(({ key, name, snippets: own }) => ({ key, name, snippets: own.length, people: distinct(own).size })));
  const inThemes = study.themes.reduce((sum, theme) => sum + theme.snippets.length, 0);
  const unsorted = study.snippets.length - inThemes - study.loose.length;
  console.log(
    `${study.snippets.length} snippets: ${inThemes} in themes, ${study.loose.length} loose on the board, ${unsorted} not on the board yet`,
  );
}

for (const check of [checkPeople, checkRepetition, checkCodebook, checkSnippets, checkBoard, checkEvidence, checkWording]) check();
printInterviews();
printThemes();
printVerdicts();
if (faults.length > 0) {
  console.error(`\n${faults.length} faults:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
  process.exit(1);
}
console.log('\nNo faults.');
