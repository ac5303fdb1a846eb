// The appendix: how the study was done, who was heard, and the codebook.
import { FEWEST_PEOPLE_FOR_A_VERDICT, FEWEST_PEOPLE_TO_CARRY, TIMES_THE_OTHER_SIDE } from '#shared/domain/evidence/decide-verdict';
import { peopleInSource } from '#shared/domain/evidence/participants-of';
import type { Source } from '#shared/model/records/source';
import type { Tag } from '#shared/model/records/tag';

import { sampleInOneLine } from './one-page.ts';
import { kindName, personName, segmentName } from './person-names.ts';
import type { Block, ReadoutSection, Sentence } from './readout-content.ts';
import type { ReadoutScope } from './readout-scope.ts';
import { dayInWords, heading, missing, note, paragraphOr, sentence } from './sentences.ts';
import { withheldMethod } from './withheld-notes.ts';

/** How the interviews were held, how people are counted, and everybody heard by pseudonym. */
export function methodPage(scope: ReadoutScope): ReadoutSection {
  return {
    kind: 'appendix',
    anchor: 'method',
    title: 'Appendix: method and sample',
    recordId: null,
    blocks: [
      heading(2, 'Method'),
      paragraphOr(scope.shown(scope.added.method), 'how the interviews were held, and by whom'),
      heading(2, 'How we count'),
      note(
        'We count people, never quotes: several quotes of one person count once, and one person is an anecdote. ' +
          `Fewer than ${FEWEST_PEOPLE_FOR_A_VERDICT} people in all are too few to say. A statement matches, or differs, when at least ` +
          `${FEWEST_PEOPLE_TO_CARRY} people say so and at least ${TIMES_THE_OTHER_SIDE} times as many as say the other; otherwise it is true for some. ` +
          'People who add to a statement are shown and do not decide. A person who says both counts on both sides.',
      ),
      heading(2, 'Sample'),
      { type: 'paragraph', role: 'plain', text: sampleInOneLine(scope) },
      ...withheldMethod(scope),
      sampleTable(scope),
    ],
  };
}

function sampleTable(scope: ReadoutScope): Block {
  const sources = [...scope.reader.all('sources').values()];
  const rows = sources.flatMap((source) => peopleInSource(source).map((person) => ({ source, person, name: personName(scope, person) })));
  if (rows.length === 0) return missing('who was heard');
  rows.sort(
    (left, right) =>
      compare(left.name, right.name) ||
      compare(left.source.heldOn ?? '', right.source.heldOn ?? '') ||
      compare(left.source.id, right.source.id),
  );
  return {
    type: 'table',
    caption: 'Everybody heard',
    head: ['Person', 'Segment', 'How', 'Date', 'Minutes'],
    rows: rows.map(({ source, person, name }) => [
      [{ text: name, said: true }],
      [{ text: segmentName(scope, person) ?? 'none', said: true }],
      sentence(kindName(source.kind)),
      sentence(source.heldOn === null ? 'not noted' : dayInWords(source.heldOn)),
      sentence(minutesOf(source)),
    ]),
  };
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

/** Whole minutes between the first and the last time of the transcript. */
function minutesOf({ transcript: { startMs, endMs } }: Source): string {
  if (endMs === null) return 'not timed';
  return String(Math.max(1, Math.round((endMs - (startMs ?? 0)) / 60_000)));
}

/** The tags with their definitions, as a tree. */
export function codebookPage(scope: ReadoutScope): ReadoutSection {
  const rows = tagRows(scope, null, 0);
  return {
    kind: 'appendix',
    anchor: 'codebook',
    title: 'Appendix: codebook',
    recordId: null,
    blocks: [
      rows.length === 0
        ? missing('the codebook')
        : { type: 'table', caption: 'Tags and what they mean', head: ['Tag', 'Definition', 'Used', 'Not used'], rows },
    ],
  };
}

function tagRows(scope: ReadoutScope, parentId: string | null, depth: number): Sentence[][] {
  const siblings = [...scope.reader.all('tags').values()]
    .filter((tag) => tag.parentId === parentId)
    .sort((left, right) => left.order - right.order || compare(left.id, right.id));
  return siblings.flatMap((tag) => [tagRow(scope, tag, depth), ...tagRows(scope, tag.id, depth + 1)]);
}

function tagRow(scope: ReadoutScope, tag: Tag, depth: number): Sentence[] {
  const or = (text: string, otherwise: string): Sentence => (text.trim() === '' ? sentence(otherwise) : [scope.said(text.trim())]);
  return [
    sentence('– '.repeat(depth), scope.said(tag.name)),
    or(tag.definition, 'Not filled in yet'),
    or(tag.whenToUse, '–'),
    or(tag.whenNotToUse, '–'),
  ];
}
