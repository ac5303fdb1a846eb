// A proposal of how far a finding can be relied on, in the four components of GRADE-CERQual, each with its reason in words.
import { countNoun } from '#shared/lib/text';
import {
  CONCERNS,
  CONFIDENCE_COMPONENTS,
  CONFIDENCE_LEVELS,
  type Concern,
  type ConfidenceComponent,
  type ConfidenceLevel,
} from '#shared/model/records/confidence';

/** What is known of a finding, in counts of distinct people. */
export interface ConfidenceFacts {
  /** People heard first-hand. */
  people: number;
  /** People of whom only somebody else told. */
  retold: number;
  /** Those heard who are nobody's record yet. */
  unknown: number;
  /** Those heard who were reached as advocates. */
  advocates: number;
  /** People on the side that leads, and on the other; both 0 where a finding has no sides. */
  leading: number;
  other: number;
  /** More people were seen to do otherwise than as the leading side says. */
  doneOtherwise: boolean;
  /** More than half of the quotes are of one person. */
  dominated: boolean;
  /** People of the segment that matters most among those heard; null when none is named. */
  inTarget: number | null;
  /** The newest evidence is stale. */
  stale: boolean;
  /** A search for counter-evidence is logged, or none is needed. */
  searched: boolean;
}

export interface ProposedComponent {
  concern: Concern;
  /** Finished sentences. */
  reason: string;
}

export type ProposedConfidence = Readonly<Record<ConfidenceComponent, ProposedComponent>> & { readonly overall: ConfidenceLevel };

/** From so many people on the number of them is no concern, a minor or a moderate one. Conventions of ours; below the last it is serious. */
export const ADEQUATE_PEOPLE = { none: 8, minor: 5, moderate: 3 } as const;
/** Shares of the people on the other side up to which coherence is a minor and a moderate concern. */
const OTHER_SIDE = { minor: 1 / 5, moderate: 1 / 3 } as const;
const HALF = 0.5;

/**
 * Concerns from the data; a person confirms or changes them, as CERQual asks for a judgement and not for a sum (Lewin et al., Applying GRADE-CERQual
 * to qualitative evidence synthesis findings, Implementation Science 13, 2018).
 */
export function proposeConfidence(facts: ConfidenceFacts): ProposedConfidence {
  const components = {
    methodological: methodological(facts),
    coherence: coherence(facts),
    adequacy: adequacy(facts),
    relevance: relevance(facts),
  };
  return { ...components, overall: overallConfidence(CONFIDENCE_COMPONENTS.map((name) => components[name].concern)) };
}

/**
 * The level that concerns leave of “high”: one step down for a moderate concern, two for a serious one, and one for three or four minor ones.
 * The steps are ours; CERQual leaves them to judgement.
 */
export function overallConfidence(concerns: readonly Concern[]): ConfidenceLevel {
  const count = (concern: Concern): number => concerns.filter((each) => each === concern).length;
  const steps = count('moderate') + 2 * count('serious') + (count('minor') >= 3 ? 1 : 0);
  return CONFIDENCE_LEVELS[Math.min(steps, CONFIDENCE_LEVELS.length - 1)] ?? 'very-low';
}

const persons = (count: number): string => countNoun(count, 'person', 'people');
const worst = (...concerns: Concern[]): Concern =>
  concerns.reduce((most, each) => (CONCERNS.indexOf(each) > CONCERNS.indexOf(most) ? each : most), 'none');

/** The worst of what applies, with all reasons that do. */
function together(found: readonly (ProposedComponent | null)[], otherwise: string): ProposedComponent {
  const there = found.filter((each) => each !== null);
  if (there.length === 0) return { concern: 'none', reason: otherwise };
  return { concern: worst(...there.map(({ concern }) => concern)), reason: there.map(({ reason }) => reason).join(' ') };
}

function methodological({ people, retold, unknown, advocates, searched }: ConfidenceFacts): ProposedComponent {
  if (people === 0)
    return { concern: 'serious', reason: retold > 0 ? 'All of it was retold by somebody else.' : 'Nobody was heard on it.' };
  return together(
    [
      unknown > 0 && unknown > HALF * people
        ? { concern: 'moderate', reason: `Who ${unknown} of ${persons(people)} are is not known.` }
        : unknown > 0
          ? { concern: 'minor', reason: `Who ${unknown} of ${persons(people)} ${unknown === 1 ? 'is' : 'are'} is not known.` }
          : null,
      advocates > HALF * people ? { concern: 'moderate', reason: `${advocates} of ${persons(people)} were reached as advocates.` } : null,
      searched ? null : { concern: 'minor', reason: 'Nobody has logged a search for evidence against it.' },
    ],
    'Everybody heard is known, and most were not reached as advocates.',
  );
}

function coherence({ leading, other, doneOtherwise }: ConfidenceFacts): ProposedComponent {
  const all = leading + other;
  const share = all === 0 ? 0 : other / all;
  const concern: Concern =
    share === 0 ? 'none' : share <= OTHER_SIDE.minor ? 'minor' : share <= OTHER_SIDE.moderate ? 'moderate' : 'serious';
  return together(
    [
      share > 0 ? { concern, reason: `${other} of ${persons(all)} ${other === 1 ? 'says' : 'say'} otherwise.` } : null,
      doneOtherwise ? { concern: 'moderate', reason: 'People were seen to do otherwise than is said.' } : null,
    ],
    'Nobody says otherwise.',
  );
}

function adequacy({ people, dominated }: ConfidenceFacts): ProposedComponent {
  const concern: Concern =
    people >= ADEQUATE_PEOPLE.none
      ? 'none'
      : people >= ADEQUATE_PEOPLE.minor
        ? 'minor'
        : people >= ADEQUATE_PEOPLE.moderate
          ? 'moderate'
          : 'serious';
  const reason = people === 1 ? 'One person is an anecdote.' : `It rests on ${persons(people)}.`;
  const count = { concern, reason };
  return dominated ? together([count, { concern: 'moderate', reason: 'More than half of the quotes are of one person.' }], '') : count;
}

function relevance({ people, inTarget, stale }: ConfidenceFacts): ProposedComponent {
  return together(
    [
      inTarget === null
        ? { concern: 'minor', reason: 'The study names no segment that matters most.' }
        : people > 0 && inTarget === 0
          ? { concern: 'serious', reason: 'Nobody of the segment that matters most is among them.' }
          : inTarget < HALF * people
            ? { concern: 'minor', reason: `${inTarget} of ${persons(people)} are of the segment that matters most.` }
            : null,
      stale ? { concern: 'moderate', reason: 'The newest evidence is more than a year old.' } : null,
    ],
    'Most of them are of the segment that matters most, and were heard within a year.',
  );
}
