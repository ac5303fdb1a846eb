// The rhythm's side bar: its screens, each with the figure that matters most.
import { readSignal } from '#shared/domain/rhythm/read-signal';
import { daysAgo } from '#shared/domain/rhythm/rhythm-words';
import { monthOf } from '#shared/domain/readout/sentences';
import { meanInWords } from '#shared/domain/self-assessment/assessment-words';
import { countNoun } from '#shared/lib/text';
import { useRecords } from '#renderer/stores/record-hooks';
import { openTab } from '#renderer/stores/tabs';
import { type TabContent, tabKey, useViewStore } from '#renderer/stores/view-store';

import { useAssessmentRounds } from '../self-assessment/index.ts';
import { today } from '../evidence/index.ts';
import { useRhythm, useStandings } from './use-rhythm.ts';
import styles from './rhythm-side.module.css';

interface Place {
  content: TabContent;
  title: string;
  figure: string;
}

export function RhythmSideBar() {
  const { last, people } = useRhythm(today());
  const standings = useStandings(today());
  const asking = standings.filter(({ state }) => state === 'overdue' || state === 'due').length;
  const signals = useRecords('signals');
  const open = signals.reduce((sum, signal) => sum + readSignal(signal).unexplained.length, 0);
  const under = people.filter(({ exposure }) => !exposure.enough).length;
  const assessed = useAssessmentRounds().at(-1);
  const places: Place[] = [
    {
      content: { kind: 'rhythm' },
      title: 'Conversations',
      figure: `last real one: ${daysAgo(last.all.days)}${people.length > 0 ? `; ${under} of ${people.length} under the floor` : ''}`,
    },
    {
      content: { kind: 'habits' },
      title: 'Rhythm board',
      figure: standings.length === 0 ? 'no habits yet' : asking === 0 ? 'nothing is due' : `${asking} due or overdue`,
    },
    {
      content: { kind: 'signals' },
      title: 'Signals',
      figure: signals.length === 0 ? 'none yet' : open === 0 ? 'every dip has a why' : `${countNoun(open, 'dip', 'dips')} without a why`,
    },
    { content: { kind: 'listening' }, title: 'Listening ratio', figure: 'who lets people talk, and how it is asked' },
    {
      content: { kind: 'self-assessment' },
      title: 'Self-assessment',
      figure: assessed ? `${meanInWords(assessed.overall)} of 5 in ${monthOf(assessed.month)}` : 'how close we are, as we see it',
    },
    { content: { kind: 'gates' }, title: 'Phase gates', figure: 'passed only with what customers said' },
    { content: { kind: 'digest' }, title: 'Digest', figure: 'what was learned in a month, by whom' },
    { content: { kind: 'handoff' }, title: 'Hand-off pack', figure: 'stories, pains, words, objections' },
  ];
  return (
    <nav className={styles.side} aria-label="Rhythm">
      <ul>
        {places.map((place) => (
          <li key={place.title}>
            <PlaceButton place={place} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function PlaceButton({ place: { content, title, figure } }: { place: Place }) {
  const front = useViewStore((view) => view.groups[view.activeGroup]?.activeKey);
  return (
    <button
      type="button"
      className={styles.place}
      aria-current={front === tabKey(content) ? 'page' : undefined}
      onClick={() => openTab(content)}
    >
      <span className={styles.placeTitle}>{title}</span>
      <span className={styles.placeFigure}>{figure}</span>
    </button>
  );
}
