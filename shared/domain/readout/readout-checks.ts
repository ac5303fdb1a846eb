// Checks of a readout before it is shared: what is missing, what is too long, and wording that costs trust.
import { dominantVoice } from '#shared/domain/evidence/theme-people';
import { countNoun, countWords, foldForSearch } from '#shared/lib/text';
import type { VaultReader } from '#shared/model/vault-state';

import { consentChecks } from './consent-checks.ts';
import { LOOKED_FOR_OPPOSITE } from './finding-page.ts';
import { guardedWordings } from './guarded-words.ts';
import { createNameMask } from './name-mask.ts';
import { foldName, isNoName } from './name-words.ts';
import { quotesOf } from './quote-book.ts';
import { HEADLINES } from './rank-findings.ts';
import type { ReadoutCheck } from './readout-check.ts';
import type { ReadoutContent, ReadoutSection } from './readout-content.ts';
import { sectionText } from './section-text.ts';
import { plainText } from './sentences.ts';
import { OPPOSITE_WITHHELD } from './withheld-notes.ts';
import { type WrittenText, writtenTexts } from './written-texts.ts';

/** Page 1 must be read in ninety seconds (ux.md 5.2). */
const WORDS_OF_PAGE_ONE = 250;
/** No participant gives more than this share of all quotes (ux.md 5.2). */
const LARGEST_SHARE_OF_QUOTES = 1 / 3;

/** Runs all checks, the gravest first. `content` must have been built from the same records. */
export function checkReadout(reader: VaultReader, content: ReadoutContent): ReadoutCheck[] {
  const checks = [
    ...missingParts(reader, content),
    ...pageOne(reader, content),
    ...content.sections.filter((section) => section.kind === 'finding').flatMap(checkFinding),
    ...loudVoice(content),
    ...writtenTexts(reader).flatMap((written) => wording(written, content.people)),
    ...holdersNamed(reader),
    ...consentChecks(reader, content),
    ...(content.names === 'pseudonyms' ? [...tellingPseudonyms(reader), ...namesInTexts(reader)] : []),
  ];
  const order = ['missing', 'warning', 'note'];
  return checks.sort((left, right) => order.indexOf(left.severity) - order.indexOf(right.severity));
}

const readoutRecord = { collection: 'readout', id: 'readout' } as const;
const onPageOne = (record: ReadoutCheck['where']['record'] = readoutRecord): ReadoutCheck['where'] => ({
  place: 'page 1',
  anchor: 'one-page',
  record,
});

function missingParts(reader: VaultReader, content: ReadoutContent): ReadoutCheck[] {
  const decision = reader.get('study', 'study')?.decision;
  const added = reader.get('readout', 'readout');
  const study = onPageOne({ collection: 'study', id: 'study' });
  const blank = (text: string | undefined): boolean => (text ?? '').trim() === '';
  const checks: [boolean, ReadoutCheck['severity'], string, ReadoutCheck['where']][] = [
    [blank(added?.answer), 'missing', 'There is no answer yet: say in one sentence what this means for the decision.', onPageOne()],
    [blank(decision?.question), 'missing', 'There is no decision yet: say what is about to be decided.', study],
    [blank(decision?.owner), 'warning', 'Nobody is named who decides.', study],
    [decision?.dueOn == null, 'warning', 'It is not said by when the decision falls.', study],
    [blank(decision?.stakes), 'note', 'It is not said what is at stake.', study],
    [blank(added?.unknowns), 'warning', 'It is not said what we still do not know.', onPageOne()],
    [
      blank(added?.method),
      'note',
      'It is not said how the interviews were held, and by whom.',
      { place: 'the appendix', anchor: 'method', record: readoutRecord },
    ],
    [
      !content.sections.some((section) => section.kind === 'finding'),
      'missing',
      'There are no findings yet: no theme has quotes behind it.',
      onPageOne(null),
    ],
    [
      content.names === 'names',
      'note',
      'This readout shows real names. Make sure that everybody in it agreed.',
      { place: 'the whole readout', anchor: null, record: null },
    ],
  ];
  return checks.filter(([applies]) => applies).map(([, severity, sentence, where]) => ({ severity, sentence, where }));
}

function pageOne(reader: VaultReader, content: ReadoutContent): ReadoutCheck[] {
  const checks: ReadoutCheck[] = [];
  const page = content.sections.find((section) => section.kind === 'one-page');
  const words = page ? countWords(sectionText(page)) : 0;
  if (words > WORDS_OF_PAGE_ONE) {
    checks.push({
      severity: 'warning',
      sentence: `Page 1 has ${words} words. It is read by more people when it has at most ${WORDS_OF_PAGE_ONE}.`,
      where: onPageOne(),
    });
  }
  const chosen = reader.get('readout', 'readout')?.headlineThemeIds.length ?? 0;
  if (chosen > HEADLINES) {
    checks.push({
      severity: 'note',
      sentence: `${chosen} headline findings are chosen. Page 1 shows the first ${HEADLINES}.`,
      where: onPageOne(),
    });
  }
  return checks;
}

function checkFinding(section: ReadoutSection): ReadoutCheck[] {
  const checks: ReadoutCheck[] = [];
  const where = {
    place: section.title,
    anchor: section.anchor,
    record: section.recordId === null ? null : { collection: 'themes' as const, id: section.recordId },
  };
  const dissent = quotesOf(section).some((quote) => quote.side === 'against');
  const told = sectionText(section);
  if (!dissent && !told.includes(LOOKED_FOR_OPPOSITE) && !told.includes(OPPOSITE_WITHHELD)) {
    checks.push({
      severity: 'warning',
      sentence: `${section.title} has no dissenting quote, and nobody has looked for one: link it to a statement it matches or differs from.`,
      where,
    });
  }
  if (
    section.blocks.some(
      (block) => block.type === 'paragraph' && block.role === 'missing' && plainText(block.text).includes('in one sentence'),
    )
  ) {
    checks.push({
      severity: 'warning',
      sentence: `${section.title} has no insight yet: say in one sentence what these people are telling us.`,
      where,
    });
  }
  return checks;
}

function loudVoice(content: ReadoutContent): ReadoutCheck[] {
  const byNumber = new Map(content.sections.flatMap(quotesOf).map((quote) => [quote.number, quote]));
  const counts = new Map<string, number>();
  for (const quote of byNumber.values()) for (const person of quote.people) counts.set(person, (counts.get(person) ?? 0) + 1);
  const loud = dominantVoice(counts, byNumber.size, LARGEST_SHARE_OF_QUOTES);
  if (!loud) return [];
  const sentence = `${loud.quotes} of ${countNoun(loud.total, 'quote', 'quotes')} in this readout are from ${loud.person}: more than a third. Choose quotes of other people.`;
  return [{ severity: 'warning', sentence, where: { place: 'the whole readout', anchor: null, record: null } }];
}

function wording({ text, place, collection, id }: WrittenText, heard: number): ReadoutCheck[] {
  return guardedWordings(text, heard).map(({ found, advice }) => ({
    severity: 'warning',
    sentence: `“${found}” stands in ${place}. ${advice}`,
    where: { place, anchor: null, record: { collection, id } },
  }));
}

/** Somebody who brought a statement to the table must not be named beside it. */
function holdersNamed(reader: VaultReader): ReadoutCheck[] {
  const owners = new Set([...reader.all('assumptions').values()].map(({ owner }) => owner.trim()).filter((owner) => owner.length > 2));
  return writtenTexts(reader)
    .filter(({ collection }) => collection !== 'study')
    .flatMap(({ text, place, collection, id }) =>
      [...owners]
        .filter((owner) => holdsWords(text, owner))
        .map((owner) => ({
          severity: 'warning' as const,
          sentence: `${owner} is named in ${place}, and brought a statement to the table. Name the statement, not the person.`,
          where: { place, anchor: null, record: { collection, id } },
        })),
    );
}

function holdsWords(text: string, words: string): boolean {
  const folded = (value: string): string =>
    ` ${foldForSearch(value)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  return folded(text).includes(folded(words)) && folded(words).trim() !== '';
}

function tellingPseudonyms(reader: VaultReader): ReadoutCheck[] {
  const { find } = createNameMask(reader);
  return [...reader.all('participants').values()]
    .filter(({ pseudonym, name }) => find(pseudonym).length > 0 || sharesName(pseudonym, name))
    .map(({ id, pseudonym }) => ({
      severity: 'missing',
      sentence: `The pseudonym “${pseudonym}” holds a participant’s name. Give this person another one before sharing.`,
      where: { place: 'the sample', anchor: 'method', record: { collection: 'participants', id } },
    }));
}

/** True when a word of the name stands in the pseudonym: "Sarah C." for Sarah Connolly. Roles and codes do not count. */
function sharesName(pseudonym: string, name: string): boolean {
  const wordsOf = (text: string): string[] => foldName(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const shown = new Set(wordsOf(pseudonym));
  return wordsOf(name).some((word) => word.length > 2 && !/\p{N}/u.test(word) && !isNoName(word) && shown.has(word));
}

/** Words that are replaced where nobody may have meant a name: “Price” when a participant is called Price. */
function namesInTexts(reader: VaultReader): ReadoutCheck[] {
  const { find } = createNameMask(reader);
  return writtenTexts(reader).flatMap(({ text, place, collection, id }) =>
    find(text).map((name) => ({
      severity: 'note' as const,
      sentence: `“${name}” in ${place} is a participant’s name and is shown as a pseudonym. If no person is meant, use another word.`,
      where: { place, anchor: null, record: { collection, id } },
    })),
  );
}
