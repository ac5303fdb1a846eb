// What was agreed before the interviews: who now does what by when, and everything that was agreed with what came of it.
import { type CommitmentReading, commitmentSentence, readCommitment } from '#shared/domain/commitments/read-commitment';
import type { SealState } from '#shared/domain/commitments/seal';
import { OUTCOME_NAMES, STATE_NAMES } from '#shared/domain/commitments/state-names';
import { countNoun } from '#shared/lib/text';

import type { Block, ReadoutSection, Sentence } from './readout-content.ts';
import type { ReadoutScope } from './readout-scope.ts';
import { dayInWords, heading, note, peopleOfPeople, sentence } from './sentences.ts';

/** What stands behind the word for a seal that does not hold. */
const SEALS: { readonly [S in Exclude<SealState, 'sealed'>]: string } = {
  open: 'Not sealed',
  changed: 'Sealed, and changed outside of Plumbline since',
  unsealed: 'Was sealed, and changed openly since',
};

/** The page of commitments, those that are triggered first; null where nothing was agreed. */
export function agreedPage(scope: ReadoutScope): ReadoutSection | null {
  const readings = [...scope.reader.all('commitments').values()]
    .sort((left, right) => left.order - right.order)
    .map((commitment) => readCommitment(scope.evidence, commitment));
  if (readings.length === 0) return null;
  return {
    kind: 'agreed',
    anchor: 'agreed',
    title: 'What was agreed beforehand',
    recordId: null,
    blocks: [
      heading(2, 'Who does what by when'),
      ...toDo(scope, readings),
      heading(2, 'Everything that was agreed'),
      ...all(scope, readings),
    ],
  };
}

/** What somebody has to do now: what was triggered and is neither kept nor dropped yet. */
function toDo(scope: ReadoutScope, readings: readonly CommitmentReading[]): Block[] {
  const triggered = readings.filter(({ state }) => state === 'triggered');
  const open = triggered
    .filter(({ commitment }) => commitment.outcome === 'open')
    .sort((left, right) => compare(left.commitment.dueOn ?? '9999-12-31', right.commitment.dueOn ?? '9999-12-31'));
  if (open.length === 0) {
    const why = triggered.length === 0 ? 'None of what was agreed is triggered so far.' : 'All that was triggered is kept or dropped.';
    return [{ type: 'paragraph', role: 'plain', text: sentence(why) }];
  }
  return [
    {
      type: 'table',
      caption: 'Triggered by what people said, soonest first',
      head: ['Who', 'Does what', 'By when', 'Because people say'],
      rows: open.map(({ commitment: { owner, action, dueOn, statement } }) => [
        saidOr(scope, owner, 'Nobody is named'),
        saidOr(scope, action, 'Not written down'),
        sentence(dueOn === null ? 'No date' : dayInWords(dueOn)),
        [scope.said(statement)],
      ]),
    },
  ];
}

function all(scope: ReadoutScope, readings: readonly CommitmentReading[]): Block[] {
  return [
    {
      type: 'table',
      caption: 'Agreed, counted and sealed',
      head: ['Agreed', 'Result', 'Who says so', 'Seal'],
      rows: readings.map((reading) => [
        [scope.said(commitmentSentence(scope.reader, reading.commitment))],
        result(scope, reading),
        counted(reading),
        sealOf(reading),
      ]),
    },
    note(
      'Counts are people, not quotes, heard first-hand. When more people were heard than agreed, the same share of them is asked for. ' +
        'A seal holds the words and the signatures as they were; a commitment that was changed later says so.',
    ),
  ];
}

/** `Triggered; kept on 15 July 2026`, with the reason where a person decided it and the note on what came of it. */
function result(scope: ReadoutScope, { commitment, state, byHand }: CommitmentReading): Sentence {
  const { judged, outcome, outcomeOn, outcomeNote } = commitment;
  const on = outcome === 'open' || outcomeOn === null ? '' : ` on ${dayInWords(outcomeOn)}`;
  const told = outcome === 'open' && state !== 'triggered' ? '' : `; ${OUTCOME_NAMES[outcome].toLowerCase()}${on}`;
  const reason = judged?.reason.trim() ?? '';
  const what = outcomeNote.trim();
  return sentence(
    `${STATE_NAMES[state]}${byHand ? ', set by hand' : ''}`,
    ...(reason === '' ? [] : [': ', scope.said(reason)]),
    told,
    ...(what === '' ? [] : ['. ', scope.said(what)]),
  );
}

function counted({ counted: state, people, heard, needed }: CommitmentReading): Sentence {
  return sentence(
    state === 'not linked' ? 'Nothing says yet whose words count' : `${peopleOfPeople(people.length, heard)}; needed: at least ${needed}`,
  );
}

function sealOf({ commitment, seal }: CommitmentReading): Sentence {
  const link = commitment.seal;
  if (seal !== 'sealed' || link === null) return sentence(seal === 'sealed' ? '' : SEALS[seal]);
  const before = link.sources === 0 ? 'before the first interview' : `after ${countNoun(link.sources, 'interview', 'interviews')}`;
  return sentence(`Sealed on ${dayInWords(link.at.slice(0, 10))}, ${before}`);
}

function saidOr(scope: ReadoutScope, text: string, otherwise: string): Sentence {
  const words = text.trim();
  return words === '' ? sentence(otherwise) : [scope.said(words)];
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
